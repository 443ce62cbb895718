"""Table rows that a line break has cut in two."""

from __future__ import annotations

from itertools import islice

from doclint.page import Page, Table
from doclint.page.model import Row


def split_rows(table: Table, page: Page) -> list[tuple[list[Row], bool]]:
    """Neighbouring rows that are one, and whether together they are whole."""
    header = page.text[table.header.span.start : table.header.span.end].strip()
    if not (header.startswith("|") and header.endswith("|")):
        return []
    found = []
    rows = [(row, row.span.of(page.text).strip()) for row in table.rows]
    at = 0
    while at < len(rows):
        parts, is_whole = gathered(rows, at, width=len(table.header.cells)) if opens(rows[at][1]) else ([], False)
        if len(parts) > 1:
            found.append((parts, is_whole))
        at += max(len(parts), 1)
    return found


def opens(text: str) -> bool:
    """Whether a row begins with a pipe and does not end with one of its own."""
    return text.startswith("|") and (text == "|" or not ends(text))


def ends(text: str) -> bool:
    return text.endswith("|") and not text.endswith("\\|")


def gathered(rows: list[tuple[Row, str]], at: int, *, width: int) -> tuple[list[Row], bool]:
    """A row and those that go on with it, up to where the row is whole."""
    parts, bars = [rows[at][0]], pipes(rows[at][1])
    for row, text in islice(rows, at + 1, None):
        if text.startswith("|") and text != "|":
            break
        parts.append(row)
        bars += pipes(text)
        if bars > width:
            return parts, bars == width + 1 and ends(text)
    return parts, False


def pipes(text: str) -> int:
    return text.count("|") - text.count("\\|")
