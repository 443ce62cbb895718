"""Columns of a table that stand in another order than in the English, told by the cells that nobody translates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

FEWEST = 2
"""Rows that show where a column went; one may be a coincidence."""


def reordered(rows: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[int] | None:
    """For each English column where it stands in the translation, both 0-based; None where the order is the same.

    A row is the texts of its cells on both sides. A column has moved where most of its cells stand in one other column.
    """
    if len(rows) < FEWEST or not any(_is_elsewhere(*row) for row in rows[:FEWEST]):
        return None
    width = len(rows[0][0])
    if any(len(side) != width for row in rows for side in row):
        return None
    kept = [Counter(there for ours, theirs in rows for there in _places(ours[at], theirs)) for at in range(width)]
    filled = [sum(bool(ours[at]) for ours, _ in rows) for at in range(width)]
    to: dict[int, int] = {}
    for at, places in enumerate(kept):
        there, count = max(places.items(), key=lambda place: (place[1], place[0] == at), default=(at, 0))
        if count >= FEWEST and 2 * count > filled[at]:
            to[at] = there
    if len(set(to.values())) != len(to) or all(at == there for at, there in to.items()):
        return None
    free = iter(sorted(set(range(width)) - set(to.values())))
    return [to[at] if at in to else next(free) for at in range(width)]


def _is_elsewhere(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the text of a cell stands in another column, and not in its own."""
    return any(text and text not in theirs[at : at + 1] and text in theirs for at, text in enumerate(ours))


def _places(text: str, theirs: Sequence[str]) -> list[int]:
    return [there for there, other in enumerate(theirs) if text and text == other]
