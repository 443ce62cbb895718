"""Rows of a table that stand elsewhere in its translation, told by the cells that nobody translates.

On a page that is known to be made from just this English, row stands beside row by order. Where rows changed places
all the same, each would be held to the words of another, and a right word put over by a right one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from doclint.page import Table

COPIED = 2
"""So many cells of another row, and none of its own, make a row a copy of that one; one may be a damaged word."""


class Place(NamedTuple):
    """Where a row of the English stands in the translation; rows are 0-based."""

    source: int
    target: int
    is_sure: bool
    by: str


class Places(NamedTuple):
    """Where the rows stand; those that stand nowhere are left out."""

    rows: list[Place]
    is_headed: bool = True
    """Whether the header row is the translation's header row."""


class _Votes:
    """What single cells say of rows; row 0 is the header."""

    def __init__(self) -> None:
        self.elsewhere: defaultdict[int, Counter[int]] = defaultdict(Counter)
        """Rows of the English whose words stand in another row, once on either side, and in which."""
        self.renamed: set[int] = set()
        """Those of which the first cell does, and the rows that have it now."""
        self.copied: defaultdict[int, Counter[int]] = defaultdict(Counter)
        """Rows of the translation that have words of another row of the English."""
        self.own: Counter[int] = Counter()
        """How many words that no other row has stand where they should."""


def row_places(source: Table, target: Table) -> Places:
    """Where each row stands in a table of as many rows: in its place, but where cells say otherwise."""
    columns = list(_columns(source, target))
    if all(_is_in_place(ours, theirs) for ours, theirs in columns):
        return Places([Place(i, i, True, "order") for i in range(len(source.rows))])
    votes = _votes(columns)
    moved = _moved(votes)
    copies = {j for j, found in votes.copied.items() if max(found.values()) >= COPIED and not votes.own[j]}
    unsure = votes.renamed | copies
    taken = set(moved.values())
    rows = [Place(i, j, False, "its cells") for i, j in moved.items()]
    stays = [i for i in range(len(source.rows) + 1) if i not in moved and i not in taken]
    rows += [Place(i, i, i not in unsure, "order") for i in stays]
    sides = {it.source for it in rows}, {it.target for it in rows}
    left, over = ([i for i in range(len(source.rows) + 1) if i not in side] for side in sides)
    if len(left) == 1:
        rows.append(Place(left[0], over[0], False, "the only row left"))
    below = [it._replace(source=it.source - 1, target=it.target - 1) for it in sorted(rows) if it.source and it.target]
    return Places(below, is_headed=0 not in unsure and 0 not in moved and 0 not in taken)


def _columns(source: Table, target: Table) -> Iterator[tuple[list[str], list[str]]]:
    """The texts of each column on both sides, the header's first."""
    width = len(source.header.cells)
    ours, theirs = (
        ([*(cell.text for cell in row.cells[:width]), *[""] * (width - len(row.cells))] for row in rows)
        for rows in ((source.header, *source.rows), (target.header, *target.rows))
    )
    yield from zip(map(list, zip(*ours, strict=True)), map(list, zip(*theirs, strict=True)), strict=True)


def _is_in_place(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether no text of a column is found in another row than its own; so it is in nearly every table."""
    differing = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    return {one for one, _ in differing if one}.isdisjoint(theirs) and {it for _, it in differing if it}.isdisjoint(
        ours
    )


def _votes(columns: Sequence[tuple[list[str], list[str]]]) -> _Votes:
    votes = _Votes()
    for at, (ours, theirs) in enumerate(columns):
        here, there = Counter(ours), Counter(theirs)
        where = {text: i for i, text in enumerate(ours) if text and here[text] == 1}
        for j, text in enumerate(theirs):
            i = where.get(text)
            if i == j:
                votes.own[j] += 1
            elif i is not None:
                votes.copied[j][i] += 1
                if there[text] == 1:
                    votes.elsewhere[i][j] += 1
                    votes.renamed.update((i, j) if at == 0 else ())
    return votes


def _moved(votes: _Votes) -> dict[int, int]:
    """The rows of which more cells stand in another row than either of the two has of its own, and where.

    One cell alone may be a damaged number that happens to be the next one, unless two rows have changed places.
    """
    best = {i: found.most_common(2) for i, found in votes.elsewhere.items()}
    found = {
        i: first[0]
        for i, (first, *rest) in best.items()
        if first[1] > max(votes.own[i], votes.own[first[0]]) and not (rest and rest[0][1] == first[1])
    }
    counts = Counter(found.values())
    sure = {i for i, j in found.items() if best[i][0][1] >= COPIED or found.get(j) == i}
    return {i: j for i, j in found.items() if counts[j] == 1 and i in sure}
