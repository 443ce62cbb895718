"""The vendor's bug list of each language: a row a cause, every cell text, so that `1/3` stays no date.

The vendor fills in two columns, and `doclint accept --from` reads them back.
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from doclint.engine.causes import cause_id
from doclint.run.filter.answers import ANSWER, ANSWERS, COLUMNS
from doclint.workflows.audit.spool import Entry, Rank

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

EXAMPLES = 3
EXAMPLE = ("English", "translation", "address", "page", "line", "unit", "file", "hand-off")
HEAD = ["expected", "found", "damage", "severity", "places", "pages", "message", *COLUMNS]
WIDE = {
    "expected": 28,
    "found": 28,
    "message": 40,
    "reason": 40,
    "English": 44,
    "translation": 44,
    "address": 36,
    "page": 36,
}
LONGEST = 32_000
"""A spreadsheet's cell takes 32,767 characters."""
MOST_ROWS = 1_000_000
"""A spreadsheet takes 1,048,576 rows."""
NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def can_write() -> bool:
    """Whether XlsxWriter is installed, which comes with `doclint[audit]`."""
    return importlib.util.find_spec("xlsxwriter") is not None


class Bugs:
    """bugs-LOCALE.xlsx for each locale met; rows go to disk as they come."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._books: dict[str, tuple[Workbook, Worksheet, int]] = {}

    def close(self) -> None:
        """Write what is left, once."""
        for book, sheet, rows in self._books.values():
            asked = HEAD.index(ANSWER)
            sheet.data_validation(1, asked, max(rows, 1), asked, {"validate": "list", "source": list(ANSWERS)})
            sheet.autofilter(0, 0, rows, len(headers()) - 1)
            book.close()

    def add(self, rank: Rank, examples: list[Entry]) -> None:
        """Write a cause with its first places."""
        first = examples[0].line
        locale = re.sub(r"[^\w-]", "_", first["locale"] or "unknown")
        book, sheet, row = self._books.get(locale) or self._new(locale)
        if row >= MOST_ROWS:
            return
        cells = [*(first[name] for name in HEAD[:4]), rank.places, rank.pages, first["message"]]
        cells += [cause_id(rank.key), "", ""]
        for entry in examples:
            cells += _example(entry)
        for column, cell in enumerate(cells):
            text = NO_XML.sub("\N{REPLACEMENT CHARACTER}", "" if cell is None else str(cell))
            sheet.write_string(row + 1, column, text[:LONGEST])
        self._books[locale] = book, sheet, row + 1

    def _new(self, locale: str) -> tuple[Workbook, Worksheet, int]:
        from xlsxwriter import Workbook

        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        book = Workbook(str(self._folder / f"bugs-{locale}.xlsx"), options)
        sheet = book.add_worksheet("causes")
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for column, name in enumerate(headers()):
            sheet.set_column(column, column, WIDE.get(name.rpartition(": ")[2], 12), text)
        bold = book.add_format({"num_format": "@", "bold": True})
        for column, name in enumerate(headers()):
            sheet.write_string(0, column, name, bold)
        sheet.freeze_panes(1, 2)
        return book, sheet, 0


def headers() -> list[str]:
    """The first row."""
    return HEAD + [f"example {number}: {name}" for number in range(1, EXAMPLES + 1) for name in EXAMPLE]


def _example(entry: Entry) -> list[Any]:
    line, meta = entry.line, entry.line["meta"]
    texts = [entry.source.text, entry.target.text, entry.address]
    return [*texts, line["path"], line["line"], *(meta.get(name) for name in ("unit", "file", "handoff"))]
