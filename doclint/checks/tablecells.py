"""Cells that stand in each other's place, rows that stand twice, and cells that an unescaped sign cuts in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from doclint.checks import Problem
from doclint.checks.difference import Difference
from doclint.page.model import Row
from doclint.pair import Pair
from doclint.pair.alignment.align import Match, TableMatch
from doclint.text import Severity
from doclint.text.lazypattern import lazy

NAMED = lazy(r"`[^`]+`|\d+(?:[.,]\d+)*")
"""All that a cell says where it is code or a number, which stand just so in the translation."""

ESCAPED = lazy(r"\\.")

EVIDENCE = "the same row of the English"


def cells_misplaced(pair: Pair) -> Iterator[Problem]:
    """A warning for each row of a table whose cells are not where the English has them."""
    for table in pair.tables:
        swapped = [(row, places) for row in table.rows if (places := _swapped(row))]
        if 2 * len(swapped) <= len(table.rows) or len(table.rows) == 1:  # else the columns have another order
            yield from (_swap(row, places) for row, places in swapped)
        yield from _doubled(table)
        for row in table.rows:
            if _has_more_pipes(row, pair.target.text):
                yield _cut(row, table)


def _swapped(row: Match[Row]) -> tuple[int, int] | None:
    """The two cells of a row of which one is code or a number, and stands where the other should."""
    ours, theirs = _texts(row.source), _texts(row.target)
    if len(ours) != len(theirs):
        return None
    if not any(cell != other and cell in theirs for cell, other in zip(ours, theirs, strict=True)):
        return None  # as of nearly every row
    for one, other in combinations(range(len(ours)), 2):
        if ours[one] == ours[other] or sum(a != b and _is_named(a) for a, b in zip(ours, theirs, strict=True)) > 2:
            continue
        moved = [at for at, to in ((one, other), (other, one)) if _is_named(ours[at]) and theirs[to] == ours[at]]
        if moved and all(theirs[at] != ours[at] for at in (one, other)):
            is_text = not all(map(_is_named, (ours[one], ours[other])))
            if len(moved) == 2 or (is_text and not _is_named(theirs[moved[0]])):
                return one, other
    return None


def _is_named(text: str) -> bool:
    return NAMED.fullmatch(text) is not None


def _swap(row: Match[Row], places: tuple[int, int]) -> Problem:
    ours, theirs = row.source.cells[places[0]], row.target.cells[places[0]]
    beside = Match(ours, theirs, row.confidence, row.by)
    what = f"columns {places[0] + 1} and {places[1] + 1} have changed places in this row"
    return Difference(beside, theirs.span, ours.span).problem(
        theirs.plain, evidence=EVIDENCE, message=what, severity=Severity.WARNING
    )


def _doubled(table: TableMatch) -> Iterator[Problem]:
    """The row that stands twice, one behind the other, where the English has no such and one row less."""
    ours, theirs = ([_texts(row) for row in side.rows] for side in (table.source, table.target))
    if len(theirs) <= len(ours) or any(one == other for one, other in pairwise(ours)):
        return
    for at, (one, other) in enumerate(pairwise(theirs)):
        if one == other and any(one):
            row = table.target.rows[at + 1]
            yield Problem(
                row.cells[0].span,
                row.cells[0].plain,
                message="this row stands twice here, and once in the English",
                severity=Severity.WARNING,
                evidence="the rows of the English",
                target=row.cells[0],
            )


def _texts(row: Row) -> Sequence[str]:
    return [cell.text.strip() for cell in row.cells]


def _has_more_pipes(row: Match[Row], target: str) -> bool:
    ours, theirs = row.source.span.of(row.source.cells[0].page.text), row.target.span.of(target)
    if theirs.count("|") <= ours.count("|") and "\\" not in ours:
        return False
    return _pipes(theirs) > _pipes(ours)


def _pipes(row: str) -> int:
    """The signs that part cells, those in code as well; no sign at the ends is counted."""
    return ESCAPED.sub("", row.strip()).strip("|").count("|")


def _cut(row: Match[Row], table: TableMatch) -> Problem:
    last = row.target.cells[-1]
    beside = Match(row.source.cells[-1], last, row.confidence, row.by)
    what = f'a "|" without a backslash parts a cell: this row has more than {len(table.target.header.cells)} now'
    return Difference(beside, last.span).problem(last.plain, evidence=EVIDENCE, message=what, severity=Severity.WARNING)
