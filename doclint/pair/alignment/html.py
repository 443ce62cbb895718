"""Tables and texts in blocks of HTML side by side."""

from __future__ import annotations

from collections.abc import Iterable

from doclint.page import Html, Page, Segment, Table, html
from doclint.pair.alignment.align import Match, TableMatch, beside


def align_html(
    blocks: Iterable[Match[Html]], source: Page, target: Page, *, exact: bool, is_alike: bool
) -> tuple[list[TableMatch], list[Match[Segment]]]:
    """The tables and texts of blocks that hold the same elements.

    `exact` and `is_alike` say of the pages what they say to `beside`.
    """
    tables: list[TableMatch] = []
    texts: list[Match[Segment]] = []
    for match in blocks:
        ours, theirs = html.read(match.source, source), html.read(match.target, target)
        if ours is None or theirs is None:
            continue
        if _widths(ours.tables) == _widths(theirs.tables):
            for a, b in zip(ours.tables, theirs.tables, strict=True):
                tables.append(beside(a, b, match.confidence, in_order=True, exact=exact, is_alike=is_alike))
        if [name for name, _ in ours.texts] == [name for name, _ in theirs.texts]:
            for (_, one), (_, other) in zip(ours.texts, theirs.texts, strict=True):
                texts.append(Match(one, other, match.confidence, match.by))
    return tables, texts


def _widths(tables: list[Table]) -> list[int]:
    return [len(table.header.cells) for table in tables]
