"""Stretches of parts without a counterpart, as they are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from doclint.page import Code, Segment, Table
from doclint.page.model import Row
from doclint.pair.alignment.align import Match
from doclint.text import Confidence

Part = Segment | Code | Table | Row

AnyMatch = Match[Segment] | Match[Code] | Match[Table]


class Missing(NamedTuple):
    """Neighbouring parts of the English without a counterpart."""

    parts: Sequence[Part]
    after: Part | None
    """The part of the translation that stands before the gap; None: the gap is at the beginning of the page."""
    confidence: Confidence
    """High where what stands before and after the gap is surely what stands there in English."""


def gaps(parts: Sequence[object], beside: Iterable[int]) -> Iterator[tuple[int, int]]:
    """From and to of each stretch of parts that have no counterpart."""
    known, start = frozenset(beside), None
    for at, part in enumerate(parts):
        if id(part) in known:
            if start is not None:
                yield start, at
            start = None
        elif start is None:
            start = at
    if start is not None:
        yield start, len(parts)
