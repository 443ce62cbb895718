"""Markdown-it's block rules, two of them held to linear time."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference, table

from doclint.page.state import PlacedState

LONGEST_DEFINITION = 50
"""Lines."""


@cache
def parser() -> MarkdownIt:
    """CommonMark with GFM tables; reference definitions come out as tokens."""
    md = MarkdownIt("commonmark", {"inline_definitions": True, "maxNesting": 60}).enable("table")
    md.block.ruler.at("reference", _short_reference)
    md.block.ruler.at("table", _written_table, {"alt": ["paragraph", "reference"]})
    return md


def _written_table(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """Markdown-it's rule, until it has made up more cells for short rows than the page has characters."""
    if isinstance(state, PlacedState) and state.cells > 2 * len(state.src) + 1000:
        return False
    return table(state, startLine, endLine, silent)


def _short_reference(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """Markdown-it's rule, which takes quadratic time over a title of many lines: it sees the next few only.

    A footnote's text is a paragraph; where a language writes no spaces it would pass for a destination.
    """
    start = state.bMarks[startLine] + state.tShift[startLine]
    if not state.src.startswith("[", start) or state.src.startswith("[^", start):
        return False
    last, state.lineMax = state.lineMax, min(state.lineMax, startLine + LONGEST_DEFINITION)
    try:
        return reference(state, startLine, endLine, silent)
    finally:
        state.lineMax = last
