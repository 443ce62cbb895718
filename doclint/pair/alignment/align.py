"""Segment beside segment: which part of the translation was made from which part of the English.

Headings with one id come first, then blocks by one path over what they hold (`path`), then rows of a table by what
they name (`rows`); on a page that is known to be made from just this source, and has its shape, order is proof.
Where nothing tells, nothing is paired: an unsure pair makes false alarms, a missing one only a miss.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from doclint.page import Block, Code, Html, Kind, Page, Segment, Table
from doclint.page.model import Row
from doclint.pair.alignment import rows as alignrows
from doclint.pair.alignment.features import form, slug
from doclint.pair.alignment.laid import MANY_BLOCKS, counted, laid
from doclint.pair.alignment.moved import row_places
from doclint.pair.alignment.reordered import reordered
from doclint.pair.alignment.rows import unique_pairs
from doclint.text import Confidence, words

T = TypeVar("T")

SIGNS = 4
"""Code points beside a cell's text that are but marks around it."""


class Match(NamedTuple, Generic[T]):
    """A part of the English and the part of the translation made from it."""

    source: T
    target: T
    confidence: Confidence
    by: str
    """What says so, for people: `order`, `slug`, `key "id"`."""

    @property
    def is_sure(self) -> bool:
        """Whether nothing else can be the counterpart, so that one may put a word back unasked."""
        return self.confidence is Confidence.HIGH


@dataclass
class TableMatch:
    """Two tables with the same columns, and their rows laid side by side."""

    source: Table
    target: Table
    confidence: Confidence
    rows: list[Match[Row]]

    @cached_property
    def cells(self) -> list[list[Match[Segment]]]:
        """The cells of each row side by side, as many as both sides have, also where columns have another order."""
        order = reordered([([*map(_text, row.source.cells)], [*map(_text, row.target.cells)]) for row in self.rows])
        if order is None:
            return [row_cells(row) for row in self.rows]
        return [
            [
                Match(row.source.cells[at], row.target.cells[there], row.confidence, row.by)
                for at, there in enumerate(order)
            ]
            for row in self.rows
        ]

    def column(self, index: int) -> list[Match[Segment]]:
        """The cells of one column, 0-based, in rows that have it on both sides."""
        return [cells[index] for cells in self.cells if index < len(cells)]

    def only(self, is_kept: Callable[[Match[Row]], bool]) -> TableMatch:
        """The same with some of the rows."""
        kept = [(row, cells) for row, cells in zip(self.rows, self.cells, strict=True) if is_kept(row)]
        match = TableMatch(self.source, self.target, self.confidence, [row for row, _ in kept])
        match.cells = [cells for _, cells in kept]
        return match


def _text(cell: Segment) -> str:
    return cell.text


def row_cells(row: Match[Row]) -> list[Match[Segment]]:
    """The cells of two rows side by side; less sure where a bar came, went or moved: then any cell may be another."""
    _, _, confidence, by = row
    ours, theirs = ([cell.text for cell in side.cells] for side in row[:2])
    if len(ours) != len(theirs) or (ours != theirs and _is_shifted(ours, theirs)):
        confidence = Confidence(min(confidence, Confidence.MEDIUM))
    return [Match(a, b, confidence, by) for a, b in zip(row.source.cells, row.target.cells, strict=False)]


def _is_shifted(ours: list[str], theirs: list[str]) -> bool:
    """Whether what one English cell says, or a part of it, is all that another cell of the target says.

    Signs do not count, nor what that other cell should say.
    """
    differing = [at for at, text in enumerate(ours) if text != theirs[at]]
    if len(differing) < 2:
        return False
    both = ((at, other) for at in differing for other in differing if at != other and ours[at] != ours[other])
    return _is_cut_anew(ours, theirs) or any(_says(theirs[i], ours[at], ours[i], theirs[at]) for at, i in both)


def _is_cut_anew(ours: list[str], theirs: list[str]) -> bool:
    """Whether neighbouring cells say the same together and not each by itself: a bar between them moved."""
    if all(one == other or _begin_apart(one, other) for one, other in zip(ours, theirs, strict=True)):
        return False
    here, there = ([words.letters_of(text) for text in side] for side in (ours, theirs))
    for start in (at for at, text in enumerate(here) if text != there[at]):
        left, right = accumulate(here[start:]), accumulate(there[start:])
        if any(one and one == other for one, other in zip(left, right, strict=True)):
            return True
    return False


def _begin_apart(one: str, other: str) -> bool:
    """Whether both texts begin with a letter or digit, and not with the same."""
    first, second = (next(filter(str.isalnum, text), "") for text in (one, other))
    return bool(first and second and first != second)


def _says(found: str, english: str, expected: str, there: str) -> bool:
    """Whether a cell that should say `expected` says what stands in another cell's `english`, which is gone `there`."""
    if english and english in found and len(found) <= len(english) + SIGNS:
        return True
    is_part = len(found) > 2 and found.isalpha() and words.stands_in(found, english)
    return is_part and not any(found.casefold() in it.casefold() for it in (expected, there))


@dataclass(slots=True)
class Alignment:
    """What stands beside what on two pages; parts without a partner are left out."""

    headings: list[Match[Segment]] = field(default_factory=list)
    texts: list[Match[Segment]] = field(default_factory=list)
    """Paragraphs and list items."""
    tables: list[TableMatch] = field(default_factory=list)
    codes: list[Match[Code]] = field(default_factory=list)
    html: list[Match[Html]] = field(default_factory=list)
    is_whole: bool = False
    """Whether both pages have the same blocks in the same order."""
    is_alike: bool = False
    """Whether they have so many of them that it is no chance; known before anything is added."""


def align(source: Page, target: Page, *, exact: bool) -> Alignment:
    """Lay two pages side by side.

    `exact` says that the target is known to be made from just this source: then order is proof
    enough wherever both sides count the same. Otherwise the blocks go by what they hold.
    """
    result = Alignment()
    ours, theirs = counted(source), counted(target)
    shape = [form(block) for block in ours]
    result.is_whole = shape == [form(block) for block in theirs]
    result.is_alike = result.is_whole and len(shape) >= MANY_BLOCKS
    if exact and result.is_whole and not _is_turned(ours, theirs):
        for a, b in zip(ours, theirs, strict=True):
            _add(result, a, b, Confidence.HIGH, "order", exact=True)
        return result
    is_named = False
    for i, j, level, by in laid(source, target, is_whole=result.is_whole):
        confidence = Confidence.HIGH if exact else level
        if isinstance(ours[i], Segment) and form(ours[i])[0] == Kind.HEADING:
            is_named = confidence is Confidence.HIGH
        is_alike = result.is_alike or is_named
        _add(result, ours[i], theirs[j], confidence, by, exact=exact, is_alike=is_alike)
    return result


def _is_turned(source: Sequence[Block], target: Sequence[Block]) -> bool:
    """Whether sections of two pages of one shape changed places, as the ids of their headings tell."""
    ours, theirs = (
        [slug(block) for block in side if isinstance(block, Segment) and block.kind is Kind.HEADING]
        for side in (source, target)
    )
    return ours != theirs and any(i != j for i, j in unique_pairs(ours, theirs, str))


def beside(
    source: Table, target: Table, confidence: Confidence, *, in_order: bool, exact: bool, is_alike: bool
) -> TableMatch:
    """Two tables with the same columns, their rows laid side by side, no surer than they are.

    By order where that is proof, for all that was not moved; else by `alignrows.pair`.
    """
    if exact and len(source.rows) == len(target.rows):
        found = row_places(source, target)
        unsure = Confidence(min(confidence, Confidence.MEDIUM))
        laid = [(it.source, it.target, confidence if it.is_sure else unsure, it.by) for it in found.rows]
        confidence = confidence if found.is_headed else unsure
    else:
        known = alignrows.pair(source, target, in_order=in_order, is_alike=is_alike)
        laid = [(i, j, Confidence(min(level, confidence)), why) for i, j, level, why in known]
    rows = [Match(source.rows[i], target.rows[j], level, why) for i, j, level, why in laid]
    return TableMatch(source, target, confidence, rows)


def _add(
    result: Alignment, a: Block, b: Block, confidence: Confidence, by: str, *, exact: bool, is_alike: bool = False
) -> None:
    if isinstance(a, Segment) and isinstance(b, Segment):
        (result.headings if a.kind is Kind.HEADING else result.texts).append(Match(a, b, confidence, by))
    elif isinstance(a, Table) and isinstance(b, Table):
        if len(a.header.cells) == len(b.header.cells):
            result.tables.append(beside(a, b, confidence, in_order=True, exact=exact, is_alike=is_alike))
    elif isinstance(a, Code) and isinstance(b, Code):
        result.codes.append(Match(a, b, confidence, by))
    elif isinstance(a, Html) and isinstance(b, Html):
        result.html.append(Match(a, b, confidence, by))
