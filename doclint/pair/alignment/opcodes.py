"""How one list becomes another, in bounded time whatever repeats in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

MOST_PAIRS = 50_000
"""Pairs of equal members; difflib looks at each of them again for every stretch that it finds."""


class Opcode(NamedTuple):
    """A stretch of the one list and what it is in the other, as difflib has it."""

    tag: Literal["replace", "delete", "insert", "equal"]
    start: int
    end: int
    other_start: int
    other_end: int


def opcodes(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> list[Opcode]:
    """The stretches of both lists in order: by the longest that are equal, as people read them.

    Where so much repeats that this would take minutes, by the fewest changes.
    """
    counts = Counter(theirs)
    if sum(counts[one] for one in ours) > MOST_PAIRS:
        return list(_fewest(ours, theirs))
    from difflib import SequenceMatcher

    return [Opcode(*it) for it in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()]


def unequal(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> list[Opcode]:
    """The stretches in which the two lists differ, in order."""
    return [one for one in opcodes(ours, theirs) if one.tag != "equal"]


def _fewest(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> Iterator[Opcode]:
    from rapidfuzz.distance import Levenshtein

    for is_equal, run in groupby(Levenshtein.opcodes(ours, theirs), key=lambda it: it.tag == "equal"):
        first, *rest = run
        last = rest[-1] if rest else first
        start, end, other_start, other_end = first.src_start, last.src_end, first.dest_start, last.dest_end
        if is_equal:
            yield Opcode("equal", start, end, other_start, other_end)
        elif start == end or other_start == other_end:
            yield Opcode("insert" if start == end else "delete", start, end, other_start, other_end)
        else:
            yield Opcode("replace", start, end, other_start, other_end)
