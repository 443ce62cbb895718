"""A word in foreign letters that sounds, letter by letter, like a name this very page knows is that name, written out.

It needs no English: a JSON key, an `@odata.type`, the anchor of a heading or the file name in a
link's target say how the name is spelt, since translators keep those whole. `тоталпарцелкаунт` beside
`"totalParcelCount"` in the example is damage whatever the source says. Loanwords sound like plain
words by accident (`адрес`, address), so names of one word must be long and nearly exact; in scripts without
capitals, such as katakana, loanwords are so regular that only a whole cell or link counts. The rule
speaks where there is no English, or only English of another version.
"""

from collections.abc import Iterator

from doclint.api import (
    Bad,
    Confidence,
    Damage,
    Fix,
    Good,
    Kind,
    Pair,
    PieceKind,
    Problem,
    Segment,
    Severity,
    Sounds,
    Span,
    Trust,
    foreign_words,
)

ID = "DL202"
NAME = "identifier-transliterated"
SEVERITY = Severity.ERROR
NEEDS = Trust.ALONE

BAD = [
    Bad(
        target='|Свойство|Тип|\n|---|---|\n|⟦тоталпарцелкаунт⟧|Int32|\n\n```json\n{ "totalParcelCount": 1 }\n```\n',
        expected=("totalParcelCount",),
        fixed='|Свойство|Тип|\n|---|---|\n|totalParcelCount|Int32|\n\n```json\n{ "totalParcelCount": 1 }\n```\n',
    ),
    Bad(
        target='|プロパティ|型|\n|---|---|\n|⟦スキャンヒストリー⟧|String|\n\n```json\n{ "scanHistory": [] }\n```\n',
        expected=("scanHistory",),
        fixed='|プロパティ|型|\n|---|---|\n|scanHistory|String|\n\n```json\n{ "scanHistory": [] }\n```\n',
    ),
]
GOOD = [
    Good(target="См. [парцелрутеплан](../resources/parcelrouteplan.md).\n"),  # link-text-changed speaks
    Good(target='Укажите адрес и период.\n\n```json\n{ "address": "", "period": 1 }\n```\n'),
    Good(target="Для данного ингредиента есть `Ingredient`.\n"),
    Good(target='アプリケーションを選択します。\n\n```json\n{ "application": "a" }\n```\n'),
]


LONG = 14
"""Letters; file names and anchors are in lower case, so that their words cannot be counted."""

MOST_WORDS = 5000
"""Different words of one page that are looked at; no real page has so many."""


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is not None:
        return
    known = pair.vocabulary
    sounds = Sounds((*known, *known.lower_case)[:MOST_WORDS])
    heard: dict[str, str | None] = {}
    for segment in pair.target.segments():
        for start, end, word in foreign_words(segment.plain):
            if word not in heard and len(heard) < MOST_WORDS:
                match = sounds.match(word)
                heard[word] = match and match[0]
            expected = heard.get(word)
            is_likely = expected and is_long(expected) and word.lower() != word.upper()
            if expected and leads_there(segment, Span(start, end), expected):
                continue  # link-text-changed speaks of it
            if expected and (is_likely or is_whole(segment, Span(start, end))):
                yield problem(pair, segment, Span(start, end), expected)


def is_long(name: str) -> bool:
    """Whether the name cannot be an ordinary word that other languages borrow: several words, or very long."""
    return len(name) >= LONG or not name[1:].islower()


def is_whole(segment: Segment, at: Span) -> bool:
    """Whether a word is all that a cell or a link says."""
    return at == Span(0, len(segment.plain)) if segment.kind is Kind.CELL else is_link_text(segment, at)


def problem(pair: Pair, segment: Segment, at: Span, expected: str) -> Problem:
    span = segment.inline.place(*at)
    is_spelt = expected in pair.vocabulary
    is_cell = segment.kind is Kind.CELL and is_whole(segment, at)
    return Problem(
        span=span,
        found=at.of(segment.plain),
        expected=expected,
        damage=Damage.TRANSLITERATED,
        fix=Fix.of(span, expected, is_safe=is_cell) if is_spelt else None,
        severity=None if is_whole(segment, at) or segment.kind in (Kind.HEADING, Kind.TITLE) else Severity.WARNING,
        confidence=Confidence.HIGH if is_spelt else Confidence.MEDIUM,
        evidence=pair.vocabulary.evidence(expected),
        target=segment,
    )


def leads_there(segment: Segment, at: Span, name: str) -> bool:
    """Whether a range of the plain text is all that a link says, and the link's target names it."""
    links = segment.inline.of(PieceKind.LINK)
    return any(piece.plain == at and name.casefold() in piece.target.casefold() for piece in links)


def is_link_text(segment: Segment, at: Span) -> bool:
    """Whether a range of the plain text is all that a link says."""
    return any(piece.plain == at for piece in segment.inline.of(PieceKind.LINK))
