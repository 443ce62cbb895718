"""Block rules for lines of shortcodes or components; the other rules read what stands between."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.rules_block import html_block

from doclint.page.blocks.filled import highlight
from doclint.page.blocks.state import PlacedState
from doclint.page.directives import forms
from doclint.page.directives.directive import Syntax
from doclint.text.lazypattern import lazy

MOST_LINES = 50
"""Of one directive."""

HTML = frozenset("!?abcdefghijklmnopqrstuvwxyz")
"""What follows `<` where it is no component."""

VERBATIM = lazy(r"<(?:[!?]|pre\b|script\b|style\b|textarea\b)", re.IGNORECASE)
"""What holds lines as they are up to an end of its own."""

MARKDOWN = lazy(r"```|~~~|#{1,6} ")
"""A fence, or a heading: MDX reads what stands between tags as Markdown."""

Parts = list[tuple[int, int]]
"""Ranges of directives in a text."""

Find = Callable[[str, int, int], int]
"""Where the directive that begins at a place ends."""


def shortcode(state: PlacedState, startLine: int, endLine: int, silent: bool) -> bool:
    """Lines of shortcodes; alone in a paragraph they end it only if they are one end of a pair.

    Others may stand on a line of their own by the chance of line breaks.
    """
    text = state.src[state.bMarks[startLine] + state.tShift[startLine] : state.eMarks[startLine]]
    if not text.startswith(("{{<", "{{%")) and state.is_code_block(startLine):
        return False  # Hugo's are read in code as well
    if not text.startswith(("{{", "{%")):
        return not silent and text.startswith("{") and _expression(state, startLine, endLine)
    if text.startswith("{{") and text[2:3] not in ("<", "%"):
        is_output = not silent and len(text) <= forms.LONGEST and forms.OUTPUT.fullmatch(text)
        if not is_output or not _ends_block(state, startLine + 1, endLine):
            return False
        return state.keep_directives(Syntax.SHORTCODE, (startLine, startLine + 1))
    if highlight(state, startLine, endLine, silent):
        return True
    found = _directives(state, startLine, endLine, forms.shortcode_end)
    if found is None:
        return False
    after, parts, cut = found
    if not _ends_block(state, after, endLine) or silent:
        names = (forms.pair_name(cut[start:end]) for start, end in parts)
        if not all(name is None or name in state.closers for name in names):
            return False
    return silent or state.keep_directives(Syntax.SHORTCODE, (startLine, after), parts)


def component(state: PlacedState, startLine: int, endLine: int, silent: bool) -> bool:
    """Lines of JSX tags. In a page that is not MDX, a capitalized name that is closed tells them from HTML."""
    is_mdx = state.is_mdx
    at = state.bMarks[startLine] + state.tShift[startLine] + 1
    if not is_mdx and (state.src[at : at + 1] in HTML or (state.src[at + 1 : at + 2] in HTML and state.src[at] == "/")):
        return False
    found = _directives(state, startLine, endLine, forms.component_end) if state.line_text(startLine) else None
    if found is None:
        return False
    after, parts, cut = found
    tags = [cut[start:end] for start, end in parts]
    if not all(forms.is_component(tag, state.closers, is_mdx=is_mdx) for tag in tags):
        return False
    if silent:
        return all(tag.startswith("</") for tag in tags)
    if not is_mdx:
        _nest(state, tags)
    return state.keep_directives(Syntax.MDX, (startLine, after), parts)


def html(state: PlacedState, startLine: int, endLine: int, silent: bool) -> bool:
    """Markdown-it's rule; in MDX a capitalized tag is a component by any name, and a fence or a heading ends HTML."""
    if state.is_mdx:
        at = state.bMarks[startLine] + state.tShift[startLine]
        if state.src[at : at + 3].lstrip("</")[:1].isupper():
            return False
        if not silent and not VERBATIM.match(state.src, at):
            endLine = _markdown_below(state, startLine, endLine)
    return html_block(state, startLine, endLine, silent)


def _markdown_below(state: PlacedState, startLine: int, endLine: int) -> int:
    """The line of the first fence or heading before an empty line, else the end."""
    for line in range(startLine + 1, endLine):
        if state.isEmpty(line):
            break
        if MARKDOWN.match(state.src, state.bMarks[line] + state.tShift[line]):
            return line
    return endLine


def _expression(state: PlacedState, startLine: int, endLine: int) -> bool:
    found = _directives(state, startLine, endLine, forms.component_end)
    if found is None:
        return False
    after, parts, cut = found
    if not state.is_mdx and not all(forms.COMMENT.fullmatch(cut, *part) for part in parts):
        return False
    return _ends_block(state, after, endLine) and state.keep_directives(Syntax.MDX, (startLine, after), parts)


def _nest(state: PlacedState, tags: list[str]) -> None:
    """Note which components open and close; generators that read MDX in `.md` indent what stands in them."""
    for tag in tags:
        name = forms.component_name(tag)
        if tag.startswith("</"):
            state.leave(name)
        elif not tag.endswith("/>") and name in state.closers:
            state.enter(name)


def _ends_block(state: PlacedState, line: int, endLine: int) -> bool:
    """Whether no text goes on in a line."""
    if line >= endLine or state.isEmpty(line) or state.sCount[line] < state.blkIndent:
        return True
    return state.src.startswith(("{", "#"), state.bMarks[line] + state.tShift[line])


def _directives(state: PlacedState, line: int, endLine: int, ends_at: Find) -> tuple[int, Parts, str] | None:
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


def _parts(text: str, ends_at: Find) -> Parts | None:
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
