"""A table of few rows, for a terminal, a spreadsheet, a program or a page of Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TextIO

from doclint.reports.cells import shown, width
from doclint.reports.formats.markdown import plain
from doclint.reports.jsontext import json_text
from doclint.reports.table import Table

Row = Mapping[str, str | int | None]


def write(form: str, out: TextIO, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write the rows in one of FORMATS; `out` must be open as UTF-8 and translate no line ends."""
    FORMATS[form](out, columns, rows)


def _text(out: TextIO, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Columns side by side, numbers to the right."""
    lines = [[name.replace("_", " ") for name in columns]]
    body = list(rows)
    lines += [[shown(str("" if row[name] is None else row[name])) for name in columns] for row in body]
    widths = [max(width(line[at]) for line in lines) for at in range(len(columns))]
    numbers = [bool(body) and all(isinstance(row[name], int) for row in body) for name in columns]
    for line in lines:
        room = [" " * (widths[at] - width(cell)) for at, cell in enumerate(line)]
        cells = [room[at] + cell if numbers[at] else cell + room[at] for at, cell in enumerate(line)]
        out.write("  ".join(cells).rstrip() + "\n")


def _csv(out: TextIO, columns: Sequence[str], rows: Iterable[Row]) -> None:
    table = Table(out, columns)
    for row in rows:
        table.add(row)


def _json(out: TextIO, columns: Sequence[str], rows: Iterable[Row]) -> None:
    lines = ",\n".join(json_text({name: row[name] for name in columns}) for row in rows)
    out.write(f"[\n{lines}\n]\n" if lines else "[]\n")


def _markdown(out: TextIO, columns: Sequence[str], rows: Iterable[Row]) -> None:
    body = list(rows)
    sides = ["---:" if body and all(isinstance(row[name], int) for row in body) else "---" for name in columns]
    lines = [[name.replace("_", " ") for name in columns], sides]
    lines += [[plain(str("" if row[name] is None else row[name])) for name in columns] for row in body]
    out.writelines(f"| {' | '.join(line)} |\n" for line in lines)


FORMATS: Mapping[str, Callable[[TextIO, Sequence[str], Iterable[Row]], None]] = {
    "text": _text,
    "csv": _csv,
    "json": _json,
    "markdown": _markdown,
}
