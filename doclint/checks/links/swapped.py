"""Links of one text that have changed addresses with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from doclint.checks import Problem
from doclint.checks.difference import Difference
from doclint.page import Segment
from doclint.page.inline.pieces import Piece, PieceKind
from doclint.pair.alignment.align import Match
from doclint.text import Severity


def links_swapped(match: Match[Segment]) -> Iterator[Problem]:
    """The link that says what an English one says, and leads where another of the same text does."""
    ours, theirs = (_by_text(side) for side in (match.source, match.target))
    leads, here = ({piece.target for piece in side.values()} for side in (ours, theirs))
    for text, piece in theirs.items():
        expected = ours.get(text)
        if expected is None or piece.target_span is None or piece.target == expected.target:
            continue
        if piece.target in leads and expected.target in here:
            yield Difference(match, piece.target_span, expected.target_span).problem(
                piece.target,
                expected.target,
                evidence="the link of the English with the same text",
                message=f'"{text}" leads to "{piece.target}", and in the English to "{expected.target}"',
                put=expected.target,
                severity=Severity.WARNING,
            )


def _by_text(segment: Segment) -> dict[str, Piece]:
    """The links of a text by what they say, where no two say the same."""
    links = [piece for piece in segment.inline.of(PieceKind.LINK) if piece.text.strip()]
    counts = Counter(piece.text for piece in links)
    return {piece.text: piece for piece in links if counts[piece.text] == 1}
