"""The JSON in a comment above an example is read by the publishing tools, so a translation leaves it alone.

`<!-- { "blockType": "request" } -->` ties an example to the service's description. A key or value that was
translated, or an annotation that is gone, breaks the check of the examples, the tabs or the generated snippets, and the page itself does not show why.
Values of several words are prose and may be translated.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from doclint.api import (
    Bad,
    Code,
    Difference,
    Fix,
    Good,
    Html,
    Match,
    Page,
    Pair,
    Part,
    Problem,
    Severity,
    Span,
    Trust,
    annotation_pair,
    lazy,
    resembles,
    stands_in,
    values_beside,
)

ID = "DL308"
NAME = "annotation-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Part.HTML,)

ANNOTATION = lazy(r"\s*<!--\s*\{\s*\"")
SIGNS = '":, '
"""What stands around a key or a value where the JSON is broken."""

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
    Bad(
        source='# Parcels\n\nGet one.\n\n<!-- { "blockType": "request" } -->\n```http\nGET /parcels\n```\n',
        target="# Посылки\n\nПолучите одну.\n\n⟦⟧```http\nGET /parcels\n```\n",
        expected=('<!-- { "blockType": "request" } -->',),
    ),
]
GOOD = [
    Good(
        source='<!-- { "type": "#page.annotation", "description": "Get a parcel" } -->\n',
        target='<!-- {"type": "#page.annotation",\n"description": "Получение посылки"} -->\n',
    ),
    Good(  # members in another order
        source='<!-- { "section": "documentation", "tocPath": "" } -->\n',
        target='<!-- { "tocPath": "", "section": "documentation" } -->\n',
    ),
    Good(source="<!-- remember {this} -->\n", target="<!-- 覚えておく {これ} -->\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    for match in pair.html:
        for one in problems(match):
            is_doubtful = one.fix and one.fix.is_safe and may_have_moved(pair, one)
            yield one._replace(fix=Fix(one.fix.edits, is_safe=False)) if one.fix and is_doubtful else one
    if pair.source and len(annotations(pair.source)) > len(annotations(pair.target)):
        yield from lost(pair.source, pair.target, pair.codes)


def annotations(page: Page) -> list[Html]:
    return [block for block in page.blocks if isinstance(block, Html) and ANNOTATION.match(block.text)]


def lost(source: Page, target: Page, codes: Iterable[Match[Code]]) -> Iterator[Problem]:
    """The annotations that stood right above an example that has nothing above it now."""
    above, below = ({id(b): a for a, b in pairwise(page.blocks)} for page in (source, target))
    for match in codes:
        ours = above.get(id(match.source))
        is_bare = match.is_sure and not isinstance(below.get(id(match.target)), Html)
        if is_bare and isinstance(ours, Html) and ANNOTATION.match(ours.text):
            start = match.target.whole.start
            expected = " ".join(ours.text.split())
            yield Difference(match, Span(start, start), ours.span).problem(
                "", expected, evidence="annotation of the English page", severity=Severity.WARNING
            )


def may_have_moved(pair: Pair, one: Problem) -> bool:
    """Whether a word that is unlike the expected one is said by the English page: it may have come from there."""
    if pair.source is None or resembles(one.expected or "", one.found):
        return False
    return any(stands_in(one.found, segment.text) for segment in pair.source.segments())


def problems(match: Match[Html]) -> Iterator[Problem]:
    examples = annotation_pair(match)
    if examples:
        ours, theirs = examples
        names, others = ([key.name for key in side.keys] for side in examples)
        words = {*names, *(value.value for value in ours.values)}
        if len(names) == len(others) and Counter(names) != Counter(others):
            for key, other in zip(ours.keys, theirs.keys, strict=True):
                if key.name != other.name:
                    yield problem(match, key.name, other.name, key.span, other.span, elsewhere=words)
        for value, found in values_beside(ours, theirs):
            if value.value == found.value or not value.value or " " in value.value:
                continue
            both = value.kind == found.kind == "string"
            here, there = (inner(side.span) if both else side.span for side in (value, found))
            yield problem(match, value.value, found.value, here, there, elsewhere=words)


def inner(span: Span) -> Span:
    """What stands between the quotes."""
    return Span(span.start + 1, span.end - 1)


def problem(
    match: Match[Html], expected: str, found: str, here: Span, there: Span, *, elsewhere: Collection[str]
) -> Problem:
    """The problem of a key or value; no safe fix for what the English has `elsewhere` among them: it may have moved."""
    span = match.target.place(*there)
    is_sure = match.is_sure and len(found.split()) == 1 and found.strip(SIGNS) not in elsewhere
    return Difference(match, span, match.source.place(*here)).problem(
        found, expected, evidence="annotation of the English page", put=here.of(match.source.text), is_safe=is_sure
    )
