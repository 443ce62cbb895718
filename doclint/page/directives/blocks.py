"""Block rules for containers, admonitions, imports and exports; the other rules read what stands between."""

from __future__ import annotations

from doclint.page.blocks.state import PlacedState
from doclint.page.directives import forms
from doclint.page.directives.directive import Syntax

MOST_LINES = 50
"""Of a paragraph of imports."""

INDENT = 4
"""Columns of an admonition's body."""


def container(state: PlacedState, startLine: int, endLine: int, silent: bool) -> bool:
    """A line that is `:::`, `:::name` or a whole `:::name:::`."""
    text = state.line_text(startLine)
    if not text.startswith(":::") or len(text) > forms.LONGEST or not forms.CONTAINER.fullmatch(text):
        return False
    return silent or state.keep_directives(Syntax.CONTAINER, (startLine, startLine + 1))


def admonition(state: PlacedState, startLine: int, endLine: int, silent: bool) -> bool:
    """`!!! note "Title"` or `=== "Tab"` above an indented body, which is parsed as blocks."""
    text = state.line_text(startLine)
    if len(text) > forms.LONGEST or not forms.ADMONITION.fullmatch(text):
        return False
    indent = state.sCount[startLine] + INDENT
    after = state.skipEmptyLines(startLine + 1)
    if after >= endLine or state.sCount[after] < indent:
        return False
    if silent:
        return True
    state.keep_directives(Syntax.ADMONITION, (startLine, startLine + 1))
    while after < endLine and (state.sCount[after] >= indent or state.isEmpty(after)):
        after += 1
    before = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "root", after, indent
    state.push("admonition_open", "", 1)
    state.md.block.tokenize(state, startLine + 1, after)
    state.push("admonition_close", "", -1)
    state.parentType, state.lineMax, state.blkIndent = before
    state.line = after
    return True


def module(state: PlacedState, startLine: int, endLine: int, silent: bool) -> bool:
    """`import` and `export` statements, which end at a blank line."""
    at = state.bMarks[startLine]
    if silent or state.level or state.tShift[startLine] or not state.src.startswith(("import", "export"), at):
        return False
    last = startLine
    while last < min(endLine, startLine + MOST_LINES) and not state.isEmpty(last):
        last += 1
    text = state.getLines(startLine, last, 0, False)
    parts = forms.statements(text, is_mdx=state.is_mdx) if len(text) < forms.LONGEST * 5 else []
    if not parts:
        return False
    state.read_as_mdx()  # a page that imports is MDX, as every page of some sites
    return state.keep_directives(Syntax.MDX, (startLine, last), parts)
