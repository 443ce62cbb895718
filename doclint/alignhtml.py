"""Tables and texts in blocks of HTML side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from doclint import alignrows
from doclint.align import Confidence, Match, TableMatch
from doclint.page import html
from doclint.page.model import Html, Page, Segment, Table


class HtmlAlignment(NamedTuple):
    """What stands beside what in HTML that differs."""

    tables: list[TableMatch]
    texts: list[Match[Segment]]


def align_html(blocks: Iterable[Match[Html]], source: Page, target: Page, *, exact: bool) -> HtmlAlignment:
    """The tables and texts of blocks that hold the same elements; what reads the same needs no look."""
    found = HtmlAlignment([], [])
    for match in blocks:
        if match.source.text == match.target.text or match.source.is_comment or "</" not in match.source.text:
            continue
        ours, theirs = html.read(match.source, source), html.read(match.target, target)
        if ours is None or theirs is None:
            continue
        if _widths(ours.tables) == _widths(theirs.tables):
            for a, b in zip(ours.tables, theirs.tables, strict=True):
                pairs = alignrows.pair(a, b, exact=exact, in_order=True)
                rows = [
                    Match(a.rows[i], b.rows[j], Confidence(min(level, match.confidence)), why)
                    for i, j, level, why in pairs
                ]
                found.tables.append(TableMatch(a, b, match.confidence, rows))
        if [name for name, _ in ours.texts] == [name for name, _ in theirs.texts]:
            for (_, one), (_, other) in zip(ours.texts, theirs.texts, strict=True):
                found.texts.append(Match(one, other, match.confidence, match.by))
    return found


def _widths(tables: list[Table]) -> list[int]:
    return [len(table.header.cells) for table in tables]
