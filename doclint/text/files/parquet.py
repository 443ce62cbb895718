"""Rows as Parquet, written and read by DuckDB (`doclint[audit]`, `doclint[dataset]`), which is loaded when used."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from glob import escape
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from doclint.text.errors import ConfigError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "400MB"
AT_ONCE = 500
"""Rows."""
ROWS_A_GROUP = 10_000
"""What readers and writers hold at once."""


class Rows:
    """Rows that wait on disk, a line of JSON each, until all are there."""

    def __init__(self, file: Path, columns: Mapping[str, str]) -> None:
        """`columns` are the names and DuckDB's types."""
        self._file = file
        self._columns = columns
        self._stream = file.open("w", encoding="utf-8")

    def add(self, row: Mapping[str, Any]) -> None:
        self._stream.write(json.dumps(row, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Write what waits, once."""
        self._stream.close()

    def copy(self, database: DuckDBPyConnection, to: Path, **options: str) -> None:
        """Write all rows as Parquet to a file, or a folder where `PARTITION_BY` is among the options of COPY."""
        self.close()
        kinds = ", ".join(f"\"{name}\": '{kind}'" for name, kind in self._columns.items())
        told = f"format='newline_delimited', hive_partitioning=false, columns={{{kinds}}}"
        source = f"read_json({quoted(escape(str(self._file)))}, {told})"
        how = {"FORMAT": "parquet", "COMPRESSION": "zstd", "ROW_GROUP_SIZE": str(ROWS_A_GROUP), **options}
        named = ", ".join(f"{name} {value}" for name, value in how.items())
        database.execute(f"COPY (SELECT * FROM {source}) TO {quoted(to)} ({named})")  # noqa: S608 (names of ours)


def rows_of(database: DuckDBPyConnection, folder: Path, order: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """The rows of the Parquet files below a folder, whose own folders name columns, in an order, read as asked for."""
    files = {str(file): _named(file.relative_to(folder)) for file in sorted(folder.rglob("*.parquet"))}
    if not files:
        return
    listed = ", ".join(quoted(escape(file)) for file in files)
    # DuckDB would read a column from any folder above, too (`locale=ja/found`)
    read = f"read_parquet([{listed}], hive_partitioning=false, filename=true)"
    cursor = database.cursor()
    cursor.execute(f"SELECT * FROM {read} ORDER BY {', '.join(order)}")  # noqa: S608 (names of ours, files as texts)
    names = [one[0] for one in cursor.description or ()]
    while rows := cursor.fetchmany(AT_ONCE):
        for row in rows:
            values = dict(zip(names, row, strict=True))
            yield values | files[values["filename"]]


def _named(file: Path) -> dict[str, str]:
    """The columns that the folders of a file name."""
    parts = (part.partition("=") for part in file.parts[:-1])
    return {name: unquote(value) for name, _, value in parts}


@contextmanager
def database(room: Path) -> Iterator[DuckDBPyConnection]:
    """One in memory, which lets what it cannot hold go to the folder. Raises ConfigError for what it says is wrong."""
    import duckdb

    spill = room / "spill"
    try:
        with closing(duckdb.connect()) as opened:
            opened.execute(f"SET memory_limit = '{MEMORY}'; SET temp_directory = {quoted(spill)}")
            opened.execute(
                "SET threads = 1; SET preserve_insertion_order = false; SET autoinstall_known_extensions = false"
            )
            yield opened
    except duckdb.Error as error:
        raise ConfigError(f"the Parquet files cannot be used: {' '.join(str(error).split())[:200]}") from None
    finally:
        shutil.rmtree(spill, ignore_errors=True)


def can_be_written() -> bool:
    """Whether DuckDB is here."""
    return find_spec("duckdb") is not None


def clean(text: str | None) -> str | None:
    """What a column of text holds: no half characters, and no NUL."""
    return None if text is None else text.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")


def quoted(value: Path | str) -> str:
    """A path, or a pattern of paths, as a text of SQL."""
    return "'" + str(value).replace("'", "''") + "'"
