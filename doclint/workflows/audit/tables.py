"""The findings as rows: findings.csv always, findings.parquet where DuckDB is installed (`doclint[audit]`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from doclint.reports.table import Table
from doclint.text.files import parquet
from doclint.workflows.audit.spool import Entry
from doclint.workflows.coverage import table as coverage
from doclint.workflows.coverage.table import Row

COLUMNS = (
    "fingerprint rule code severity confidence route path line column locale trust expected found damage message "
    "evidence source_path source_line source_revision source_text target_text address product translation handoff "
    "file unit verdict witnesses commit"
).split()
NUMBERS = {"line", "column", "source_line"}


class Csv:
    """For spreadsheets."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / "findings.csv").open("w", encoding="utf-8", newline="")
        self._table = Table(self._file, COLUMNS)

    def add(self, row: dict[str, Any]) -> None:
        self._table.add(row)

    def close(self) -> None:
        self._file.close()


class Parquet:
    """Every column text, but lines and columns."""

    def __init__(self, folder: Path) -> None:
        kinds = {name: "BIGINT" if name in NUMBERS else "VARCHAR" for name in COLUMNS}
        self._folder = folder
        self._waiting = folder / "findings.rows"
        self._rows = parquet.Rows(self._waiting, kinds)

    def add(self, row: dict[str, Any]) -> None:
        self._rows.add({name: parquet.clean(value) if isinstance(value, str) else value for name, value in row.items()})

    def close(self) -> None:
        """Raises ConfigError."""
        if self._waiting.exists():
            with parquet.database(self._folder) as database:
                self._rows.copy(database, self._folder / "findings.parquet")
            self._waiting.unlink()


class Tables:
    """All tables that can be written here."""

    def __init__(self, folder: Path) -> None:
        self._tables: list[Csv | Parquet] = [Csv(folder)]
        if parquet.can_be_written():
            self._tables.append(Parquet(folder))

    def close(self) -> None:
        """Write what is left, once."""
        for table in self._tables:
            table.close()

    def add(self, entry: Entry) -> None:
        """Write one finding."""
        row = as_row(entry)
        for table in self._tables:
            table.add(row)


def write_coverage(folder: Path, rows: Sequence[Row]) -> None:
    """What each locale and folder has of the English, as coverage.csv."""
    with (folder / "coverage.csv").open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        table = Table(file, coverage.COLUMNS)
        for row in rows:
            table.add(row)


def as_row(entry: Entry) -> dict[str, Any]:
    """A finding by the names of COLUMNS; None is what is not known."""
    line = entry.line
    source, meta = line["source"] or {}, line["meta"]
    more = {"route": entry.route, "address": entry.address or None}
    witnesses = line["witnesses"]
    more["witnesses"] = "; ".join(f"{one['witness']}: {one['why']}" for one in witnesses) or None
    more["commit"] = next((one["commit"] for one in witnesses if one["commit"]), None)
    more |= {f"source_{name}": source.get(name) for name in ("path", "line", "revision")}
    return {name: more.get(name, line.get(name, meta.get(name))) for name in COLUMNS}
