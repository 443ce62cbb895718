"""Block rules for directives: each takes lines of nothing but directives, and leaves what stands between to the others."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it.rules_block import StateBlock

from doclint.page import directiveforms as forms
from doclint.page.directive import Syntax
from doclint.page.state import PlacedState

MOST_LINES = 50
"""Of one directive."""

INDENT = 4
"""Columns of an admonition's body."""

Parts = list[tuple[int, int]]
"""Ranges of directives in a text."""


def container(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """A line that is `:::`, `:::name` or a whole `:::name:::`."""
    text = _line(state, startLine)
    if text is None or not text.startswith(":::") or len(text) > forms.LONGEST or not forms.CONTAINER.fullmatch(text):
        return False
    return silent or _keep_line(state, Syntax.CONTAINER, startLine)


def shortcode(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """Lines of shortcodes; alone in a paragraph they end it only if they are one end of a pair.

    Others may stand on a line of their own by the chance of line breaks.
    """
    text = _line(state, startLine)
    if text is None or not isinstance(state, PlacedState):
        return False
    if not text.startswith(("{{", "{%")):
        return not silent and text.startswith("{") and _expression(state, startLine, endLine)
    if text.startswith("{{") and text[2:3] not in ("<", "%"):
        is_output = not silent and len(text) <= forms.LONGEST and forms.OUTPUT.fullmatch(text)
        if not is_output or not _ends_block(state, startLine + 1, endLine):
            return False
        return _keep_line(state, Syntax.SHORTCODE, startLine)
    found = _directives(state, startLine, endLine, forms.shortcode_end)
    if found is None:
        return False
    after, parts, cut = found
    if not _ends_block(state, after, endLine) or silent:
        names = (forms.pair_name(cut[start:end]) for start, end in parts)
        if not all(name is None or name in state.closers for name in names):
            return False
    return silent or _keep(state, Syntax.SHORTCODE, (startLine, after), parts)


def component(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """Lines of JSX tags. In a page that is no MDX, a capitalized name that is closed tells them from HTML."""
    at = state.bMarks[startLine] + state.tShift[startLine]
    if state.src[at + 1 : at + 2] in "!?" or not isinstance(state, PlacedState):
        return False
    is_mdx = state.is_mdx
    if not is_mdx and state.src[at + 1 : at + 3].lstrip("/")[:1].islower():
        return False
    found = None if _line(state, startLine) is None else _directives(state, startLine, endLine, forms.component_end)
    if found is None:
        return False
    after, parts, cut = found
    tags = [cut[start:end] for start, end in parts]
    if not all(forms.is_component(tag, state.closers, is_mdx=is_mdx) for tag in tags):
        return False
    if silent:
        return all(tag.startswith("</") for tag in tags)
    return _keep(state, Syntax.MDX, (startLine, after), parts)


def admonition(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """`!!! note "Title"` or `=== "Tab"` above an indented body, which is parsed as blocks."""
    text = _line(state, startLine)
    if text is None or not text.startswith(("!!!", "???", "===")) or len(text) > forms.LONGEST:
        return False
    if not isinstance(state, PlacedState) or not forms.ADMONITION.fullmatch(text):
        return False
    indent = state.sCount[startLine] + INDENT
    after = state.skipEmptyLines(startLine + 1)
    if after >= endLine or state.sCount[after] < indent:
        return False
    if silent:
        return True
    _keep_line(state, Syntax.ADMONITION, startLine)
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


def module(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """`import` and `export` statements, which end at a blank line."""
    at = state.bMarks[startLine]
    if silent or state.level or state.tShift[startLine] or not state.src.startswith(("import", "export"), at):
        return False
    if not isinstance(state, PlacedState):
        return False
    last = startLine
    while last < min(endLine, startLine + MOST_LINES) and not state.isEmpty(last):
        last += 1
    text = state.getLines(startLine, last, 0, False)
    parts = forms.statements(text[: forms.LONGEST * 5], is_mdx=state.is_mdx)
    return bool(parts) and _keep(state, Syntax.MDX, (startLine, last), parts)


def _expression(state: PlacedState, startLine: int, endLine: int) -> bool:
    found = _directives(state, startLine, endLine, forms.component_end)
    if found is None:
        return False
    after, parts, cut = found
    if not state.is_mdx and not all(forms.COMMENT.fullmatch(cut, *part) for part in parts):
        return False
    return _ends_block(state, after, endLine) and _keep(state, Syntax.MDX, (startLine, after), parts)


def _line(state: StateBlock, line: int) -> str | None:
    """A line without its indent; None where it is code."""
    if state.is_code_block(line):
        return None
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _keep(state: StateBlock, syntax: Syntax, lines: tuple[int, int], parts: Parts) -> bool:
    if isinstance(state, PlacedState):
        state.keep_directives(syntax, lines, parts)
        return True
    return False


def _keep_line(state: StateBlock, syntax: Syntax, line: int) -> bool:
    """Keep a line that is one directive."""
    text = state.getLines(line, line + 1, state.blkIndent, False)
    return _keep(state, syntax, (line, line + 1), [(len(text) - len(text.lstrip(" \t")), len(text.rstrip(" \t")))])


def _ends_block(state: StateBlock, line: int, endLine: int) -> bool:
    """Whether no text goes on in a line."""
    if line >= endLine or state.isEmpty(line) or state.sCount[line] < state.blkIndent:
        return True
    return state.src.startswith(("{", "#"), state.bMarks[line] + state.tShift[line])


def _directives(
    state: PlacedState, line: int, endLine: int, ends_at: Callable[[str, int, int], int]
) -> tuple[int, Parts, str] | None:
    """The line after those that directives fill, the ranges of the directives in what is cut from them, and that."""
    text = state.getLines(line, line + 1, state.blkIndent, False)
    parts = _parts(text, ends_at)
    if parts is not None:
        return line + 1, parts, text
    last = line + 1
    if line < state.tried:
        return None
    while last < min(endLine, line + MOST_LINES) and not state.isEmpty(last) and state.sCount[last] >= state.blkIndent:
        last += 1
    text = state.getLines(line, last, state.blkIndent, False)
    parts = _parts(text, ends_at)
    if parts is None:
        state.tried = last
        return None
    return line + 1 + text.count("\n", 0, parts[-1][1]), parts, text


def _parts(text: str, ends_at: Callable[[str, int, int], int]) -> Parts | None:
    """The ranges of the directives that fill the first lines of a text; None where anything else stands there."""
    parts: Parts = []
    at = 0
    while True:
        while text[at : at + 1] in (" ", "\t"):
            at += 1
        if parts and text[at : at + 1] in ("", "\n"):
            return parts
        end = ends_at(text, at, len(text)) if text[at : at + 1] in ("{", "<") else -1
        if end < 0:
            return None
        parts.append((at, end))
        at = end
