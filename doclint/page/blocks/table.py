"""GFM tables by markdown-it's conditions, with the place of each cell, which its own rule does not keep."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock, table

from doclint.page.blocks.rows import TRIM
from doclint.page.blocks.state import PlacedState
from doclint.text.lazypattern import lazy

DELIMITERS = ("|", "-", ":")
"""What the line below a table's header begins with."""

DELIMITER_ROW = re.compile(r"(?!-[ \t])[-:|][-:| \t]+")
COLUMN = lazy(r":?-+:?")


def plain_table(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """A header, the row of dashes below it, and the rows.

    Refuses once more cells were made up for short rows than the page has characters.
    """
    below = startLine + 1
    if below + 1 > endLine:
        return False
    at = state.bMarks[below] + state.tShift[below]
    if not state.src.startswith(DELIMITERS, at):
        return False
    if silent or not isinstance(state, PlacedState):
        return table(state, startLine, endLine, silent)
    if state.sCount[below] < state.blkIndent or state.is_code_block(below) or state.is_code_block(startLine):
        return False
    count = _columns(state.src[at : state.eMarks[below]])
    if not count or state.cells > 2 * len(state.src) + 1000:
        return False
    header = state.row(startLine)
    text = state.src[header[0] : header[1]].strip(TRIM)
    if "|" not in text or text == "|" or len(header[2]) != count:
        return False
    state.cells += 2 * count
    token = state.keep("table_close")
    token.meta["rows"] = [header]
    state.add_rows(startLine + 2, endLine)
    return True


def _columns(delimiters: str) -> int:
    """How many columns a row of dashes announces; 0 where it is none."""
    if not DELIMITER_ROW.fullmatch(delimiters):
        return 0
    cells = [cell.strip(TRIM) for cell in delimiters.split("|")]
    if not cells[-1]:
        cells.pop()
    if cells and not cells[0]:
        cells.pop(0)
    return len(cells) if all(map(COLUMN.fullmatch, cells)) else 0
