"""GFM tables by markdown-it's conditions, with the place of each cell, which its own rule does not keep."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock, table

from doclint.page.blocks.rows import TRIM
from doclint.page.blocks.state import PlacedState, RowCut
from doclint.text.lazypattern import lazy

DELIMITERS = ("|", "-", ":")
"""What the line below a table's header begins with."""

DELIMITER_ROW = re.compile(r"(?!-[ \t])[-:|][-:| \t]+")
COLUMN = lazy(r":?-+:?")

MOST_MADE_UP = 0x10000
"""Cells for short rows, after which markdown-it ends a table."""


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
    _add_rows(state, startLine + 2, endLine)
    return True


def _add_rows(state: PlacedState, line: int, end: int) -> None:
    """The rows of the table whose header was just read: markdown-it's own conditions for its last one."""
    rows: list[RowCut] = state.kept[-1].meta["rows"]
    columns = len(rows[0][2])
    made_up = 0
    ends = state.md.block.ruler.getRules("blockquote")
    parent, state.parentType = state.parentType, "table"
    while line < end and state.sCount[line] >= state.blkIndent:
        if not state.src[state.bMarks[line] : state.eMarks[line]].strip(TRIM):
            break
        # no other block begins with a pipe
        is_row = state.src.startswith("|", state.bMarks[line] + state.tShift[line])
        if not is_row and any(rule(state, line, end, True) for rule in ends):
            break
        if state.is_code_block(line):
            break
        row = state.row(line)
        made_up += columns - len(row[2])
        if made_up > MOST_MADE_UP:
            break
        state.cells += 2 * columns
        rows.append(row)
        line += 1
    state.parentType = parent
    state.line = line


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
