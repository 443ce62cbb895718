"""A word in foreign letters that sounds, letter by letter, like a name this very page knows is that name, written out.

It needs no English: a JSON key, an `@odata.type`, the anchor of a heading or the file name in a
link's target say how the name is spelt, since translators keep those whole. `тоталпарцелкаунт` beside
`"totalParcelCount"` in the example is damage whatever the source says. Loanwords sound like plain
words by accident (`адрес`, address), so names of one word must be long and nearly exact. The rule
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
        target="См. [⟦парцелрутеплан⟧](../resources/parcelrouteplan.md).\n",
        expected=("parcelrouteplan",),
    ),
    Bad(
        target='|プロパティ|型|\n|---|---|\n|⟦トラッキングナンバー⟧|String|\n\n```json\n{ "trackingNumber": "CN1" }\n```\n',
        expected=("trackingNumber",),
        fixed='|プロパティ|型|\n|---|---|\n|trackingNumber|String|\n\n```json\n{ "trackingNumber": "CN1" }\n```\n',
    ),
]
GOOD = [
    Good(target='Укажите адрес и период.\n\n```json\n{ "address": "", "period": 1 }\n```\n'),
    Good(target='アプリケーションを選択します。\n\n```json\n{ "application": "a" }\n```\n'),
]


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is not None and pair.fits:
        return
    known = pair.vocabulary
    sounds = Sounds((*known, *known.lower_case))
    for segment in pair.target.segments():
        for start, end, word in foreign_words(segment.plain):
            match = sounds.match(word)
            if match:
                yield problem(pair, segment, Span(start, end), match[0])


def problem(pair: Pair, segment: Segment, at: Span, expected: str) -> Problem:
    span = segment.inline.place(*at)
    is_spelt = expected in pair.vocabulary
    is_whole = segment.kind is Kind.CELL and at == Span(0, len(segment.plain))
    return Problem(
        span=span,
        found=at.of(segment.plain),
        expected=expected,
        damage=Damage.TRANSLITERATED,
        fix=(Fix.safe if is_whole else Fix.unsafe)(span, expected) if is_spelt else None,
        severity=Severity.WARNING
        if segment.kind in (Kind.PARAGRAPH, Kind.ITEM) and not is_link_text(segment, at)
        else None,
        confidence=Confidence.HIGH if is_spelt else Confidence.MEDIUM,
        evidence=pair.vocabulary.evidence(expected),
        target=segment,
    )


def is_link_text(segment: Segment, at: Span) -> bool:
    """Whether a range of the plain text is all that a link says."""
    return any(piece.plain == at for piece in segment.inline.of(PieceKind.LINK))
