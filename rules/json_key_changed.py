"""A key of a JSON example is what the reader will send, so a translation repeats it letter for letter.

A key that was translated (`"номерОтслеживания"` for `"trackingNumber"`) or recased makes the example
useless: the service ignores it or answers with an error. Keys are compared object by object. Where
the source may be another version, keys that differ the way versions do are left alone: only a key
that can be told to be the damaged form of a missing one is reported.
"""

from collections import Counter
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Code,
    Difference,
    Good,
    JsonKey,
    Match,
    Pair,
    Part,
    Problem,
    Severity,
    Trust,
    json_pair,
    lazy,
    resembles,
    weighed,
)

ID = "DL301"
NAME = "json-key-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Part.CODE,)

BAD = [
    Bad(
        source='```json\n{ "trackingNumber": "CN1", "parcels": [ { "id": 1 } ] }\n```\n',
        target='```json\n{ "⟦номерОтслеживания⟧": "CN1", "parcels": [ { "⟦ИД⟧": 1 } ] }\n```\n',
        expected=("trackingNumber", "id"),
        fixed='```json\n{ "trackingNumber": "CN1", "parcels": [ { "id": 1 } ] }\n```\n',
    ),
    Bad(
        source='``` json\n{\n  "timeWindow": {}, // optional\n  ...\n}\n```\n',
        target='``` json\n{\n  "⟦タイムウィンドウ⟧": {}, // 省略可能\n  ...\n}\n```\n',
        expected=("timeWindow",),
        fixed='``` json\n{\n  "timeWindow": {}, // 省略可能\n  ...\n}\n```\n',
        trust=Trust.PAIRED,
    ),
    Bad(  # another object keeps the key
        source='```json\n{ "a": { "@odata.type": "x" }, "b": { "@odata.type": "y" } }\n```\n',
        target='```json\n{ "a": { "⟦@데이터.type⟧": "x" }, "b": { "@odata.type": "y" } }\n```\n',
        expected=("@odata.type",),
        fixed='```json\n{ "a": { "@odata.type": "x" }, "b": { "@odata.type": "y" } }\n```\n',
    ),
]
GOOD = [
    Good(
        source='```json\n{ "count": 1, "note": "Ring twice." }\n```\n',
        target='```json\n{ "note": "Звоните дважды.", "count": 1 }\n```\n',
    ),
    Good(
        source='```json\n{ "id": 1, "oldName": "x" }\n```\n',
        target='```json\n{ "id": 1, "newName": "x" }\n```\n',
        trust=Trust.PAIRED,
    ),
    Good(  # text of markup in code, which ends with a colon, is no key
        source='```js\nfunction Page() {\n  return <p for="a">Address: </p>;\n}\n```\n',
        target='```js\nfunction Page() {\n  return <p for="a">住所: </p>;\n}\n```\n',
    ),
]

MARKUP = lazy(r"<[A-Za-z][^<>]*>\s*[^\s<]")
"""A tag and text behind it. A tag alone may be a placeholder for a key."""


@weighed
def check(pair: Pair) -> Iterator[Problem]:
    for match in pair.codes:
        for expected, found in changed_keys(match):
            span = match.target.place(*found.span)
            yield Difference(match, span, match.source.place(*expected.span)).problem(
                found.name,
                expected.name,
                evidence="key of the English example",
                put=expected.name,
                is_safe=resembles(expected.name, found.name),
                is_sample=True,
            )


def changed_keys(match: Match[Code]) -> Iterator[tuple[JsonKey, JsonKey]]:
    """Keys that are missing or stand there less often, each with the strange key that stands at its place among its neighbours."""
    examples = json_pair(match)
    if examples is None:
        return
    source, target = examples
    if len(source.keys) != len(target.keys):
        return
    ours, theirs = (Counter(key.name for key in side.keys) for side in (source, target))
    for expected, found in zip(source.keys, target.keys, strict=True):
        if theirs[expected.name] < ours[expected.name] and found.name not in ours and not MARKUP.search(expected.name):
            yield expected, found
