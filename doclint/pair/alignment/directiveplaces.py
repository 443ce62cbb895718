"""Where directives stand among the blocks of two pages: what says that two of them are the same one, besides order."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from doclint.page import Page, Segment, Table
from doclint.page.model import Definition, Directive
from doclint.pair.alignment.align import Alignment, Match, row_cells
from doclint.text import Span


class Home(NamedTuple):
    """The block that a directive stands in or behind, by its number on the page; -1 before the first."""

    block: int
    is_inside: bool


class DirectivePlaces:
    """The homes of all directives of two pages."""

    def __init__(self, alignment: Alignment, source: Page, target: Page) -> None:
        self._ours, self._theirs = _Side(source), _Side(target)
        self._beside = {-1: -1}
        """The number of the target's block by that of the source's."""
        for one, other in _aligned(alignment):
            self._beside[self._ours.home(one).block] = self._theirs.home(other).block

    def is_beside(self, match: Match[Directive]) -> bool:
        """Whether both stand in or behind blocks that lie side by side, as many of them on both sides."""
        ours, theirs = self._homes(match)
        same = ours.is_inside == theirs.is_inside and self._beside.get(ours.block) == theirs.block
        return same and self._ours.counts[ours] == self._theirs.counts[theirs]

    def is_in_order(self, match: Match[Directive]) -> bool:
        """Whether they are beside each other and order proves it: not of several in a sentence, whose words move."""
        if not self.is_beside(match):
            return False
        ours, _ = self._homes(match)
        is_moving = ours.is_inside and self._ours.counts[ours] > 1
        return not is_moving and self._ours.numbers[match.source.span] == self._theirs.numbers[match.target.span]

    def _homes(self, match: Match[Directive]) -> tuple[Home, Home]:
        return self._ours.home(match.source.span), self._theirs.home(match.target.span)


class _Side:
    """One page: its blocks, and how many directives each of them holds."""

    def __init__(self, page: Page) -> None:
        self._blocks = sorted(_blocks(page))
        self.counts: Counter[Home] = Counter()
        self.numbers: dict[Span, int] = {}
        """Of each directive: how many stand before it in its home."""
        for directive in page.directives:
            if not directive.is_comment:
                home = self.home(directive.span)
                self.numbers[directive.span] = self.counts[home]
                self.counts[home] += 1

    def home(self, span: Span) -> Home:
        at = bisect_right(self._blocks, span.start, key=lambda block: block.start) - 1
        return Home(at, at >= 0 and span.start < self._blocks[at].end)


def _blocks(page: Page) -> Iterator[Span]:
    """Blocks but directives and definitions; of tables the cells."""
    for block in page.blocks:
        if isinstance(block, Table):
            yield from (cell.span for row in (block.header, *block.rows) for cell in row.cells if cell.text)
        elif not isinstance(block, Definition | Directive) and not (isinstance(block, Segment) and not block.text):
            yield block.span


def _aligned(alignment: Alignment) -> Iterator[tuple[Span, Span]]:
    segments = [*alignment.headings, *alignment.texts]
    for table in alignment.tables:
        head = Match(table.source.header, table.target.header, table.confidence, "order")
        segments += [match for row in (row_cells(head), *table.cells) for match in row]
    yield from ((match.source.span, match.target.span) for match in segments if match.source.text and match.target.text)
    yield from ((match.source.span, match.target.span) for match in alignment.codes)
    yield from ((match.source.span, match.target.span) for match in alignment.html)
