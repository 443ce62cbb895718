"""The JSON in a comment above an example is read by the publishing tools, so a translation leaves it alone.

`<!-- { "blockType": "request" } -->` ties an example to the service's description. A key or value that was
translated breaks the check of the examples, the tabs or the generated snippets, and the page itself does not show why.
Values of several words are prose and may be translated.
"""

from collections.abc import Iterator

from doclint.api import (
    Bad,
    Difference,
    Good,
    Html,
    Match,
    Pair,
    Problem,
    Severity,
    Span,
    Trust,
    annotation_pair,
)

ID = "DL308"
NAME = "annotation-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PINNED

BAD = [
    Bad(
        source='<!-- { "blockType": "request", "name": "get_parcel", "isCollection": true } -->\n',
        target='<!-- { "⟦типБлока⟧": "⟦запрос⟧", "name": "get_parcel", "isCollection": ⟦истина⟧ } -->\n',
        expected=("blockType", "request", "true"),
        fixed='<!-- { "blockType": "request", "name": "get_parcel", "isCollection": true } -->\n',
    ),
    Bad(
        source='<!-- {\n  "blockType": "response",\n  "truncated": true\n} -->\n',
        target='<!-- {\n  "blockType": "⟦応答⟧",\n  "truncated": true\n} -->\n',
        expected=("response",),
        fixed='<!-- {\n  "blockType": "response",\n  "truncated": true\n} -->\n',
    ),
]
GOOD = [
    Good(
        source='<!-- { "type": "#page.annotation", "description": "Get a parcel" } -->\n',
        target='<!-- {"type": "#page.annotation",\n"description": "Получение посылки"} -->\n',
    ),
    Good(source="<!-- remember {this} -->\n", target="<!-- 覚えておく {これ} -->\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    for match in pair.html:
        examples = annotation_pair(match)
        if examples is None:
            continue
        ours, theirs = examples
        if len(ours.keys) == len(theirs.keys):
            for key, other in zip(ours.keys, theirs.keys, strict=True):
                if key.name != other.name:
                    yield problem(match, key.name, other.name, key.span, other.span)
        if len(ours.values) == len(theirs.values):
            for value, found in zip(ours.values, theirs.values, strict=True):
                if value.value == found.value or not value.value or " " in value.value:
                    continue
                both = value.kind == found.kind == "string"
                here, there = (inner(side.span) if both else side.span for side in (value, found))
                yield problem(match, value.value, found.value, here, there)


def inner(span: Span) -> Span:
    """What stands between the quotes."""
    return Span(span.start + 1, span.end - 1)


def problem(match: Match[Html], expected: str, found: str, here: Span, there: Span) -> Problem:
    span = match.target.place(*there)
    is_sure = match.is_sure and len(found.split()) == 1
    return Difference(match, span, match.source.place(*here)).problem(
        found, expected, evidence="annotation of the English page", put=here.of(match.source.text), is_safe=is_sure
    )
