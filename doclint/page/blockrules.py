"""Markdown-it's block rules, two of them held to linear time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock, reference, table

from doclint.page.directiverules import admonition, container, module
from doclint.page.dispatch import Dispatcher
from doclint.page.state import PlacedState
from doclint.page.tagrules import component, html, shortcode

LONGEST_DEFINITION = 50
"""Lines."""


DELIMITERS = ("|", "-", ":")
"""What the line below a table's header begins with."""


DIRECTIVES: dict[str, Callable[[PlacedState, int, int, bool], bool]] = {
    "container": container,
    "shortcode": shortcode,
    "component": component,
    "admonition": admonition,
    "module": module,
}


@cache
def parser() -> MarkdownIt:
    """CommonMark with GFM tables; reference definitions come out as tokens."""
    md = MarkdownIt("commonmark", {"inline_definitions": True, "maxNesting": 60}).enable("table")
    md.block.ruler.at("reference", _short_reference)
    md.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    md.block.ruler.at("html_block", cast(RuleFuncBlockType, html), {"alt": ["paragraph", "reference", "blockquote"]})
    for name, rule in DIRECTIVES.items():
        md.block.ruler.before(
            "table", name, cast(RuleFuncBlockType, rule), {"alt": ["paragraph", "reference", "blockquote"]}
        )
    md.block.ruler = Dispatcher(md.block.ruler)
    return md


def _table(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """Markdown-it's rule for the header; the rows below are cut by the state, which keeps their places.

    Refuses once more cells were made up for short rows than the page has characters.
    """
    if startLine + 2 > endLine:
        return False
    at = state.bMarks[startLine + 1] + state.tShift[startLine + 1]
    if not state.src.startswith(DELIMITERS, at):
        return False
    if silent or not isinstance(state, PlacedState):
        return table(state, startLine, endLine, silent)
    if state.cells > 2 * len(state.src) + 1000 or not table(state, startLine, startLine + 2, False):
        return False
    state.add_rows(startLine + 2, endLine)
    return True


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
