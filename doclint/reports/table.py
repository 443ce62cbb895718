"""A table for spreadsheets: a row a finding, and no cell that a spreadsheet calculates, dates or rounds."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from typing import TextIO

from doclint.reports.cells import shown

WORDS = frozenset(
    (
        "expected found then now words source_text target_text fingerprint source_revision product translation "
        "handoff file unit"
    ).split()
)
"""Columns of what a page or its metadata says, and of digests."""
FORMULA = ("=", "+", "-", "@")


class Table:
    """CSV with the mark by which spreadsheets know UTF-8; `out` must be open as UTF-8 and translate no line ends."""

    def __init__(self, out: TextIO, columns: Sequence[str]) -> None:
        out.write("\ufeff")
        self._columns = columns
        self._rows = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        self._rows.writerow(columns)

    def add(self, row: Mapping[str, str | int | None]) -> None:
        """Write a row, given by the names of the columns; None is an empty cell."""
        self._rows.writerow(_cell(name, row[name]) for name in self._columns)


def _cell(name: str, value: str | int | None) -> str | int:
    """Words are always behind an apostrophe: `1/3` is a date to a spreadsheet, `true` a truth value, `1E5` a number,
    each in its own language; what is always there is taken off again without guessing. A text that reads as one is
    only where it begins as a formula does."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = shown(value)
    return f"'{text}" if text and (name in WORDS or text.lstrip().startswith(FORMULA)) else text
