"""A run as tables in Parquet files, by repository and locale: for questions in SQL, and to be reported again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from doclint.text.errors import ConfigError
from doclint.text.files.scratch import scratch_folder
from doclint.workflows.parts.columns import FINDING, PAGE, PARTITIONS, finding_row, line_of, page_row
from doclint.workflows.parts.part import RUN, VERSION_OF_PARTS, End, Head, Part
from doclint.workflows.parts.record import Page, page_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TABLES = {"pages": PAGE, "findings": FINDING}
MEMORY = "400MB"
AT_ONCE = 500
"""Rows."""


class DatasetWriter:
    """Takes pages in the order of the run; they wait on disk, a line each, until all are there."""

    def __init__(self, room: Path) -> None:
        self._room = room
        self._number = 0
        self._files: dict[str, IO[str]] = {
            name: (room / f"{name}.jsonl").open("w", encoding="utf-8") for name in TABLES
        }

    def page(self, page: Page) -> None:
        """Put a page and its findings away."""
        row = page_row(page, self._number)
        self._put("pages", row)
        findings = page.result.findings
        lines = findings.lines.decode("utf-8").splitlines(keepends=True) if findings else []
        for place, (line, mark) in enumerate(zip(lines, json.loads(findings.marks) if lines else (), strict=True)):
            self._put("findings", finding_row(line, mark, row, place))
        self._number += 1

    def _put(self, table: str, row: Mapping[str, Any]) -> None:
        self._files[table].write(json.dumps(row, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Write what waits, once."""
        for file in self._files.values():
            file.close()

    def end(self, parts: Sequence[Part]) -> None:
        """Make the tables. Raises ConfigError."""
        self.close()
        with _database(self._room) as database:
            for name, columns in TABLES.items():
                kinds = ", ".join(f"{_name(column)}: '{kind}'" for column, kind in columns.items())
                source = (
                    f"read_json({_text(self._room / f'{name}.jsonl')}, format='newline_delimited', columns={{{kinds}}})"
                )
                how = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 10000, PARTITION_BY ({', '.join(PARTITIONS)})"
                folder = self._room / "dataset" / name
                folder.mkdir(parents=True)
                copy = f"COPY (SELECT * FROM {source}) TO {_text(folder)} ({how}, OVERWRITE_OR_IGNORE)"  # noqa: S608
                database.execute(copy)
        told = [{"head": part.head.as_json(), "end": asdict(part.end)} for part in parts]
        (self._room / "dataset" / RUN).write_text(json.dumps({"dataset": VERSION_OF_PARTS, "parts": told}), "utf-8")


@contextmanager
def written(out: Path) -> Iterator[DatasetWriter]:
    """What writes a dataset that is there, whole, when the block ends well; an earlier one is replaced.

    Raises ConfigError.
    """
    require_duckdb()
    if out.exists() and not (out / RUN).is_file() and (not out.is_dir() or any(out.iterdir())):
        raise ConfigError(f"{out} contains something other than a dataset: name another folder")
    try:
        with scratch_folder(out.parent, out.name) as room, closing(DatasetWriter(room)) as writer:
            yield writer
            if out.is_dir():
                out.replace(room / "old")
            (room / "dataset").replace(out)
    except OSError as error:
        raise ConfigError(f"the dataset {out} cannot be written: {error.strerror or error}") from None


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A part of a run whose pages lie in the tables together: the first one has them all."""

    name: str
    head: Head
    end: End
    folder: Path | None

    def pages(self) -> Iterator[Page]:
        """Raises ConfigError where the tables are damaged."""
        if self.folder:
            yield from _pages(self.folder)


def parts_of(folder: Path) -> list[Part]:
    """The parts whose run a dataset keeps. Raises ConfigError."""
    require_duckdb()
    try:
        told = json.loads((folder / RUN).read_text("utf-8"))["parts"]
        parts: list[Part] = []
        for one in told:
            head = {name: value for name, value in one["head"].items() if name != "doclint_part"}
            kept = KeptPart(str(folder), Head.read(head), End.read(one["end"]), None if parts else folder)
            parts.append(kept)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ConfigError(f'the dataset "{folder}" is damaged: write it again with `doclint merge --dataset`') from None
    return parts


def require_duckdb() -> None:
    """Raise ConfigError where DuckDB is not installed."""
    if not find_spec("duckdb"):
        raise ConfigError("a dataset needs DuckDB: pip install 'doclint[dataset]'")


def _pages(folder: Path) -> Iterator[Page]:
    with scratch_folder(folder.parent, f"{folder.name}-read") as room, _database(room) as database:
        findings = _rows(database, folder, "findings", ("page", "place"))
        row = next(findings, None)
        for page in _rows(database, folder, "pages", ("page",)):
            lines, marks = [], []
            while row is not None and row["page"] == page["page"]:
                lines.append(line_of(row))
                marks.append(json.loads(row["mark"]))
                row = next(findings, None)
            try:
                yield page_of(json.loads(page["head"]), "".join(lines).encode(), json.dumps(marks).encode())
            except ValueError as error:
                raise ConfigError(f'the dataset "{folder}" is damaged: {error}') from None


def _rows(database: DuckDBPyConnection, folder: Path, table: str, order: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """The rows of a table, read as they are asked for."""
    files = sorted((folder / table).rglob("*.parquet"))
    if not files:
        return
    read = f"read_parquet([{', '.join(map(_text, files))}], hive_partitioning=true, hive_types_autocast=false)"
    cursor = database.cursor()
    cursor.execute(f"SELECT * FROM {read} ORDER BY {', '.join(order)}")  # noqa: S608 (names of ours, files as texts)
    names = [one[0] for one in cursor.description or ()]
    while rows := cursor.fetchmany(AT_ONCE):
        yield from (dict(zip(names, row, strict=True)) for row in rows)


@contextmanager
def _database(room: Path) -> Iterator[DuckDBPyConnection]:
    """One in memory, which lets what it cannot hold go to disk. Raises ConfigError for what it says is wrong."""
    import duckdb

    try:
        with closing(duckdb.connect()) as database:
            database.execute(f"SET memory_limit = '{MEMORY}'; SET temp_directory = {_text(room / 'spill')}")
            database.execute(
                "SET threads = 1; SET preserve_insertion_order = false; SET autoinstall_known_extensions = false"
            )
            yield database
    except duckdb.Error as error:
        raise ConfigError(f"the dataset cannot be used: {' '.join(str(error).split())[:200]}") from None
    finally:
        with suppress(OSError):
            shutil.rmtree(room / "spill", ignore_errors=True)


def _text(value: Path) -> str:
    return "'" + str(value).replace("'", "''") + "'"


def _name(column: str) -> str:
    return f'"{column}"'
