"""Numbers, `true`, `false`, `null` and enum-like strings in a JSON example are data, not prose.

`"inTransit"` that became `"вПути"`, or `true` that became `wahr`, makes an example that the service
rejects. Strings that are plain words or sentences are samples, which translators may put into their
language, and so are `sample-words` and `sample_words` that nothing else on the page has in code: they are
left alone. So is every value where the source may be another version: only a value
that can be told to be damaged is reported then.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Code,
    Difference,
    Good,
    JsonValue,
    Match,
    Pair,
    Part,
    Problem,
    Severity,
    Span,
    Trust,
    is_joined,
    is_name,
    json_pair,
    lazy,
    resembles,
    values_beside,
    weighed,
)

ID = "DL302"
NAME = "json-value-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Part.CODE,)

BAD = [
    Bad(
        source='```json\n{ "state": "inTransit", "count": 3, "isHeld": true, "note": null }\n```\n',
        target='```json\n{ "state": "⟦вПути⟧", "count": ⟦три⟧, "isHeld": ⟦Истина⟧, "note": null }\n```\n',
        expected=("inTransit", "3", "true"),
        fixed='```json\n{ "state": "inTransit", "count": 3, "isHeld": true, "note": null }\n```\n',
    ),
    Bad(
        source='Possible values are: `open`, `closed`.\n\n```json\n{ "door": "open" }\n```\n',
        target='可能な値: `open`、`closed`。\n\n```json\n{ "door": "⟦開く⟧" }\n```\n',
        expected=("open",),
        fixed='可能な値: `open`、`closed`。\n\n```json\n{ "door": "open" }\n```\n',
        trust=Trust.PAIRED,
    ),
]
GOOD = [
    Good(
        source='```json\n{ "name": "Sample parcel", "city": "Berlin" }\n```\n',
        target='```json\n{ "name": "サンプル小包", "city": "ベルリン" }\n```\n',
    ),
    Good(
        source='```json\n{ "count": "Integer" }\n```\n',
        target='```json\n{ "count": 1024 }\n```\n',
        trust=Trust.PAIRED,
    ),
    Good(  # a sample that a person put into their language, in the text as well
        source='The `north` depot:\n\n```json\n{ "name": "north" }\n```\n',
        target='Склад `север`:\n\n```json\n{ "name": "север" }\n```\n',
    ),
    Good(
        source='```json\n{ "id": 1, ... }\n```\n',
        target='```json\n{\n  "id": 1, // номер посылки\n  ...\n}\n```\n',
    ),
]

DOTTED = lazy(r"[a-z]+(?:[._][a-z]+)*\.[a-z]+", re.ASCII)
SCALARS = ("number", "boolean", "null")


@weighed
def check(pair: Pair) -> Iterator[Problem]:
    for match in pair.codes:
        for expected, found in beside(match):
            if expected.value == found.value:
                continue
            if not is_data(pair, expected):
                if is_dotted(expected) and not is_renamed(pair, expected, found):
                    yield problem(match, expected, found)._replace(severity=Severity.WARNING, fix=None)
                continue
            one = problem(match, expected, found)
            if not is_renamed(pair, expected, found):
                yield one
            elif is_name(expected.value):
                yield one._replace(severity=Severity.WARNING, fix=None)


def beside(match: Match[Code]) -> Iterator[tuple[JsonValue, JsonValue]]:
    """Values side by side, where both examples have as many."""
    examples = json_pair(match)
    for ours, theirs in values_beside(*examples) if examples else ():
        if len(ours.path) == len(theirs.path):
            yield ours, theirs


def is_data(pair: Pair, value: JsonValue) -> bool:
    """Whether the value is one that no translator may touch."""
    if value.kind != "string":
        return value.kind in SCALARS
    is_sample = is_joined(value.value) or "_" in value.value
    return (is_name(value.value) and not is_sample) or pair.source_vocabulary.is_code(value.value)


def is_dotted(value: JsonValue) -> bool:
    """Whether a string is words with dots between, as an event is called: `parcel.sent`."""
    return value.kind == "string" and DOTTED.fullmatch(value.value) is not None


def is_renamed(pair: Pair, expected: JsonValue, found: JsonValue) -> bool:
    """Whether the text has the other word in backticks too, and nowhere this one: a person put the sample over."""
    text = pair.target.text
    return bool(found.value) and f"`{found.value}`" in text and f"`{expected.value}`" not in text


def problem(match: Match[Code], expected: JsonValue, found: JsonValue) -> Problem:
    both = expected.kind == found.kind == "string"
    start, end = found.span
    place, text = (Span(start + 1, end - 1), expected.text[1:-1]) if both else (found.span, expected.text)
    span = match.target.place(*place)
    is_safe = resembles(expected.value, found.value) or not found.value.isascii()
    return Difference(match, span, match.source.place(*expected.span)).problem(
        found.value, expected.value, evidence="value of the English example", put=text, is_safe=is_safe, is_sample=both
    )
