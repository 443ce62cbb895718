"""Columns of numbers that stand in another order than in the English, as their headers do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from doclint.page import Segment
from doclint.pair.alignment.align import TableMatch
from doclint.text.numbers import ascii_digits

FEWEST = 2
"""Columns that stand in each other's places; what stands in the place of one alone is another number."""


def moved_columns(table: TableMatch) -> tuple[frozenset[int], frozenset[int]]:
    """The columns, 0-based, whose numbers all stand in another column, and those that hold another one's numbers.

    Both empty where the columns keep their order.
    """
    width = min(map(len, table.cells), default=0)
    ours = [_digits(row[at].source for row in table.cells) for at in range(width)]
    theirs = [_digits(row[at].target for row in table.cells) for at in range(width)]
    differing = [at for at in range(width) if ours[at] != theirs[at]]
    here = Counter(ours[at] for at in differing if any(ours[at]))
    there = {theirs[at] for at in differing if any(theirs[at])}
    holding = frozenset(at for at in differing if theirs[at] in here)
    if len(holding) < FEWEST or Counter(theirs[at] for at in holding) - here:
        return frozenset(), frozenset()
    return frozenset(at for at in differing if ours[at] in there), holding


def _digits(cells: Iterable[Segment]) -> tuple[str, ...]:
    """The digits of a column's cells on one side, which languages part and mark in their own ways."""
    return tuple("".join(filter(str.isdecimal, ascii_digits(cell.plain))) for cell in cells)
