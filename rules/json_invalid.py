"""A JSON example that is valid in English must not be broken by the translation.

A lost quote, a typographic one, or a comma of another script makes an example that no parser takes. Examples that
are not strict JSON in English (with comments, ellipses, placeholders) are left alone, comments that a
translator added too, and so is what a changed key or value explains: that is `json-key-changed`'s or
`json-value-changed`'s business.
"""

import json
import re
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Edit,
    Good,
    JsonExample,
    Pair,
    Part,
    Problem,
    Severity,
    Trust,
    apply,
    is_name,
    json_pair,
    lazy,
)

ID = "DL309"
NAME = "json-invalid"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Part.CODE,)

BAD = [
    Bad(
        source='```json\n{ "id": 1, "city": "Bern" }\n```\n',
        target='```json\n{ "id": 1⟦、⟧ "city": "ベルン" }\n```\n',
    ),
    Bad(
        source='```http\nPOST /depots\n\n{ "id": 1, "city": "Bern" }\n```\n',
        target='```http\nPOST /depots\n\n{ "id": 1, "city": ⟦«⟧Берн» }\n```\n',
    ),
    Bad(
        source='```json\n{ "id": 1, "city": "Bern" }\n```\n',
        target='```json\n{ "id": 1, "city": "Bern"⟦ठ⟧ }\n```\n',
    ),
]
GOOD = [
    Good(
        source='```json\n{ "count": 3 }\n```\n',
        target="```json5\n{ count: 3 }\n```\n",
        trust=Trust.PAIRED,
    ),
    Good(source='```json\n{ "id": 1 }\n```\n', target="```json\n{ «ид»: 1 }\n```\n"),
    Good(source='```json\n{ "isHeld": true }\n```\n', target='```json\n{ "isHeld": истина }\n```\n'),
    Good(source='```json\n{ "id": 1, ... }\n```\n', target='```json\n{ "id": 1、 ... }\n```\n'),
    Good(source='```json\n{ "id": 1 }\n```\n', target='```json\n{ "id": 1 } // 番号\n```\n'),
]


BODY = lazy(r"^[ \t]*[\[{]", re.MULTILINE)
"""What stands before it is a request and its headers."""

COMMENT = lazy(r'("[^"\\\n]*+(?:\\.[^"\\\n]*+)*")|//[^\n]*|/\*[^*]*\*/')


def check(pair: Pair) -> Iterator[Problem]:
    for match in pair.codes:
        examples = json_pair(match)
        if examples is None or broken_at(match.source.text) is not None:
            continue
        if match.source.language != match.target.language:
            continue  # it is written in another notation
        at = broken_at(match.target.text)
        if at is None or broken_at(repaired(match.target.text, *examples)) is None:
            continue
        end = min(at + 1, len(match.target.text))
        if match.target.text[at:end].isspace():
            at = end = len(match.target.text[:at].rstrip())
        yield Problem(
            span=match.target.place(at, end),
            found=match.target.text[at:end],
            message="the English example is valid JSON, but this one is not",
            evidence="JSON parser",
            source=match.source,
            target=match.target,
        )


def broken_at(text: str) -> int | None:
    """Where the text, from its first bracket on a new line, is not JSON any more; None where it is JSON."""
    body = BODY.search(text)
    start = body.start() if body else 0
    try:
        json.loads(text[start:])
    except json.JSONDecodeError as error:
        return start + error.pos
    except (RecursionError, ValueError):
        return None
    return None


def repaired(text: str, source: JsonExample, target: JsonExample) -> str:
    """The text without comments, and with the keys and plain values of the English, which other rules compare."""
    edits = []
    if len(source.keys) == len(target.keys):
        for ours, theirs in zip(source.keys, target.keys, strict=True):
            is_quoted = text.startswith(('"', "'"), theirs.span.start - 1)
            edits.append(Edit(theirs.span, ours.name if is_quoted else f'"{ours.name}"'))
    if len(source.values) == len(target.values):
        edits += [
            Edit(theirs.span, ours.text)
            for ours, theirs in zip(source.values, target.values, strict=True)
            if ours.kind != "string" or is_name(ours.value)
        ]
    return COMMENT.sub(lambda match: match[1] or "", apply(text, edits))
