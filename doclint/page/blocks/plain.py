"""The blocks that most pages are made of, read straight from the lines: headings, fences, paragraphs of one line.

Markdown-it's own rules look at each character in Python. These say the same about the forms that are nearly all there
is, and leave the rest to them.
"""

from __future__ import annotations

from bisect import bisect_right

from markdown_it.rules_block import StateBlock, fence, heading

from doclint.page.blocks.rows import TRIM
from doclint.page.blocks.state import PlacedState

SPACES = " \t"
DEEPEST_HEADING = 6
SHORTEST_FENCE = 3


def plain_heading(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """`## Text ##`."""
    if not isinstance(state, PlacedState):
        return heading(state, startLine, endLine, silent)
    if state.is_code_block(startLine):
        return False
    line = state.src[state.bMarks[startLine] + state.tShift[startLine] : state.eMarks[startLine]]
    text = line.lstrip("#")
    level = len(line) - len(text)
    if not 0 < level <= DEEPEST_HEADING or (text and text[0] not in SPACES):
        return False
    if silent:
        return True
    text = text.rstrip(SPACES)
    bare = text.rstrip("#")
    if bare and bare[-1] in SPACES:
        text = bare
    state.line = startLine + 1
    token = state.keep("heading_open", f"h{level}")
    token.markup = "#" * level
    token.meta["at"] = state.bMarks[startLine] + state.tShift[startLine]
    state.keep("inline").content = text.strip(TRIM)
    return True


def plain_fence(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """A fenced block that stands in no list or quote."""
    if silent or state.level or state.blkIndent or not isinstance(state, PlacedState):
        return fence(state, startLine, endLine, silent)
    if state.is_code_block(startLine):
        return False
    line = state.src[state.bMarks[startLine] + state.tShift[startLine] : state.eMarks[startLine]]
    marker = line[:1]
    info = line.lstrip(marker)
    markup = line[: len(line) - len(info)]
    if marker not in ("`", "~") or len(markup) < SHORTEST_FENCE or (marker == "`" and "`" in info):
        return False
    last = _closing(state, markup, startLine, endLine)
    state.line = min(last + 1, endLine)
    token = state.keep("fence", "code")
    token.info, token.markup, token.map = info, markup, [startLine, state.line]
    token.content = state.getLines(startLine + 1, last, state.sCount[startLine], True)
    return True


def _closing(state: PlacedState, markup: str, line: int, end: int) -> int:
    """The line that closes a fence; the end where none does."""
    src, begins, ends = state.src, state.bMarks, state.eMarks
    while True:
        at = src.find(markup, ends[line])
        if at < 0:
            return end
        line = bisect_right(begins, at, line) - 1
        if line >= end:
            return end
        is_first = at == begins[line] + state.tShift[line]
        if is_first and not state.is_code_block(line) and not src[at : ends[line]].lstrip(markup[0]).strip(SPACES):
            return line


def line_of_text(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """A paragraph of one line; asked only where no other block can begin."""
    after = startLine + 1
    if silent or not isinstance(state, PlacedState) or state.is_code_block(startLine):
        return False
    if after < state.lineMax and not state.isEmpty(after):
        return False
    content = state.getLines(startLine, after, state.blkIndent, False).strip(TRIM)
    state.line = after
    token = state.keep("inline")
    token.content, token.meta["cut"] = content, state.cut
    return True
