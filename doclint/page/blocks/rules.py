"""Markdown-it's block rules, with our own for the commonest blocks, and held to linear time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock, blockquote, hr, list_block, paragraph, reference

from doclint.page.blocks.dispatch import Dispatcher
from doclint.page.blocks.filled import filled_reference
from doclint.page.blocks.plain import line_of_text, plain_fence, plain_heading
from doclint.page.blocks.state import PlacedState
from doclint.page.blocks.table import plain_table
from doclint.page.directives.blocks import admonition, container, module
from doclint.page.directives.tags import component, html, shortcode

LONGEST_DEFINITION = 50
"""Lines."""


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
    md.block.ruler.at("table", plain_table, {"alt": ["paragraph", "reference"]})
    md.block.ruler.at("list", cast(RuleFuncBlockType, _list), {"alt": ["paragraph", "reference", "blockquote"]})
    md.block.ruler.at("paragraph", cast(RuleFuncBlockType, _paragraph))
    md.block.ruler.at("fence", plain_fence, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    md.block.ruler.at("heading", plain_heading, {"alt": ["paragraph", "reference", "blockquote"]})
    md.block.ruler.before("table", "line_of_text", line_of_text)
    md.block.ruler.at("html_block", cast(RuleFuncBlockType, html), {"alt": ["paragraph", "reference", "blockquote"]})
    for name, rule in DIRECTIVES.items():
        md.block.ruler.before(
            "table", name, cast(RuleFuncBlockType, rule), {"alt": ["paragraph", "reference", "blockquote"]}
        )
    md.block.ruler = Dispatcher(md.block.ruler, FIRST)
    return md


def _short_reference(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """Markdown-it's rule, which takes quadratic time over a title of many lines: it sees the next few only.

    A footnote's text is a paragraph; where a language writes no spaces it would pass for a destination.
    """
    start = state.bMarks[startLine] + state.tShift[startLine]
    if not state.src.startswith("[", start) or state.src.startswith("[^", start):
        return False
    if filled_reference(state, startLine, silent):
        return True
    last, state.lineMax = state.lineMax, min(state.lineMax, startLine + LONGEST_DEFINITION)
    try:
        return reference(state, startLine, endLine, silent)
    finally:
        state.lineMax = last


def _list(state: PlacedState, startLine: int, endLine: int, silent: bool) -> bool:
    """Markdown-it's rule; where there is no indented code, an item four columns in is the next item all the same."""
    if not silent or state.has_code:
        return list_block(state, startLine, endLine, silent)
    indent, state.listIndent = state.listIndent, -1
    try:
        return list_block(state, startLine, endLine, silent)
    finally:
        state.listIndent = indent


def _paragraph(state: PlacedState, startLine: int, endLine: int, silent: bool) -> bool:
    """Markdown-it's rule; where there is no indented code, a line as deep as the first may end it all the same."""
    if state.has_code or state.sCount[startLine] <= state.blkIndent:
        return paragraph(state, startLine, endLine, silent)
    indent, state.blkIndent = state.blkIndent, state.sCount[startLine]
    try:
        return paragraph(state, startLine, endLine, silent)
    finally:
        state.blkIndent = indent


FIRST: Mapping[RuleFuncBlockType, str] = {
    plain_fence: "`~",
    blockquote: ">",
    hr: "*-_",
    cast(RuleFuncBlockType, _list): "*+-0123456789",
    _short_reference: "[",
    cast(RuleFuncBlockType, html): "<",
    plain_heading: "#",
    cast(RuleFuncBlockType, container): ":",
    cast(RuleFuncBlockType, shortcode): "{",
    cast(RuleFuncBlockType, component): "<",
    cast(RuleFuncBlockType, admonition): "!?=",
    cast(RuleFuncBlockType, module): "ie",
    line_of_text: "",
}
"""What the first character behind the indent must be, as each rule itself demands; empty: none of these."""
