"""What the vendor answered in the bug list of an audit, as a workbook or as CSV: agreed, rejected and why, fixed."""

from __future__ import annotations

import csv
import importlib.util
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from doclint.config.place import quoted, shown
from doclint.config.read import text_of
from doclint.run.filter.judgement import Judgement
from doclint.text.errors import ConfigError

CAUSE, ANSWER, REASON = COLUMNS = ("cause", "answer", "reason")
ANSWERS = {"agreed": "real", "rejected": "false", "fixed": "real"}
"""The verdict on all places of the cause; an empty cell is none yet."""
ENDINGS = (".xlsx", ".csv")

Row = tuple[int, dict[str, str]]
"""A row by the names of its columns, with its number in the file."""


def read(file: Path, reason: str) -> list[Judgement]:
    """The judgements of a bug list, one a row that is answered; `reason` is that of rows without one.

    Raises ConfigError.
    """
    rows = _of_workbook(file) if file.suffix.lower() == ".xlsx" else _of_csv(file)
    return [_judgement(row, f"{shown(file)}: row {number}", reason) for number, row in rows if row[ANSWER]]


def _judgement(row: dict[str, str], where: str, usual: str) -> Judgement:
    answer, why = row[ANSWER].casefold(), row[REASON] or usual
    if answer not in ANSWERS:
        raise ConfigError(f'{where}: "{ANSWER}" must be one of {", ".join(ANSWERS)}, not {quoted(row[ANSWER])}')
    if not row[CAUSE]:
        raise ConfigError(f'{where}: "{CAUSE}" is empty: take the cell from the bug list as the audit wrote it')
    if ANSWERS[answer] == "false" and not why:
        raise ConfigError(f'{where} is rejected without a "{REASON}": --reason gives one to all that have none')
    return Judgement(row[CAUSE], ANSWERS[answer], why, is_cause=True)


def _of_workbook(file: Path) -> list[Row]:
    if importlib.util.find_spec("openpyxl") is None:
        raise ConfigError(f'{shown(file)}: needs openpyxl: pip install "doclint[audit]", or save the sheet as CSV')
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(file.read_bytes()), read_only=True, data_only=True)
        sheets = [list(_cells(sheet)) for sheet in book.worksheets]
    except OSError as error:
        raise ConfigError(f"{shown(file)}: cannot be read: {error.strerror or error}") from None
    except Exception:  # a broken workbook ends in errors of many kinds
        raise ConfigError(f"{shown(file)}: is not a workbook that can be read: save it again as .xlsx") from None
    for cells in sheets:
        if cells and set(COLUMNS) <= set(cells[0]):
            return list(_rows(cells))
    raise _no_list(file)


def _cells(sheet: Any) -> Iterator[list[str]]:
    """The rows of a sheet as text, whatever size the workbook says it has."""
    sheet.reset_dimensions()
    for row in sheet.iter_rows(values_only=True):
        yield [_plain(value) for value in row]


def _of_csv(file: Path) -> list[Row]:
    """The rows, divided as the first one is: which sign a spreadsheet writes depends on its language."""
    text = text_of(file)
    head = text.partition("\n")[0]
    try:
        cells = [[_plain(cell) for cell in row] for row in csv.reader(io.StringIO(text), delimiter=_divider(head))]
    except csv.Error as error:
        raise ConfigError(f"{shown(file)}: is not valid CSV: {error}") from None
    if not cells or not set(COLUMNS) <= set(cells[0]):
        raise _no_list(file)
    return list(_rows(cells))


def _divider(head: str) -> str:
    return max(",;\t", key=head.count)


def _rows(cells: list[list[str]]) -> Iterator[Row]:
    head, *rest = cells
    columns = [(name, head.index(name)) for name in COLUMNS]
    for number, row in enumerate(rest, start=2):
        yield number, {name: row[at] if at < len(row) else "" for name, at in columns}


def _plain(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def _no_list(file: Path) -> ConfigError:
    return ConfigError(f"{shown(file)}: has no columns {', '.join(COLUMNS)}: give the bug list that an audit wrote")
