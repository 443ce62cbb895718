"""The database file of the result cache: read, write, keep it within its limit.

SQLite, since many processes may write at once, a killed one leaves it whole, and 30,000 results are one file:
as a file each they took seven times as long to write, twice as long to read, and eight times the space.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

TABLE = "CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, day INTEGER NOT NULL, value BLOB NOT NULL)"

PATIENCE = 5.0
"""Seconds that another run may keep the file from us before we go on without."""

LONGEST_LOG = 4_000_000
"""Bytes that the write-ahead log keeps after a large write."""


def connect(file: Path) -> sqlite3.Connection:
    """The file opened, made where there is none. Raises sqlite3.Error."""
    database = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    _patiently(database, "PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    database.execute(f"PRAGMA journal_size_limit = {LONGEST_LOG}")
    _patiently(database, TABLE)
    return database


def _patiently(database: sqlite3.Connection, statement: str) -> None:
    """Run what SQLite's own time-out does not wait for: two that make the file WAL at once, one is told "locked"."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            database.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)
        else:
            return


def read(database: sqlite3.Connection, keys: Sequence[bytes]) -> list[tuple[bytes, bytes, int]]:
    """What stands under some keys, each with the day it was last used; in any order."""
    marks = ",".join("?" * len(keys))
    query = f"SELECT key, value, day FROM result WHERE key IN ({marks})"  # noqa: S608 (question marks only)
    return database.execute(query, keys).fetchall()


def write(
    database: sqlite3.Connection, new: Mapping[bytes, bytes], used: Iterable[bytes], *, day: int, limit: int
) -> None:
    """Put in the new values and mark the used ones with the day, all or nothing; drop the oldest beyond the limit."""
    with database:
        database.execute("BEGIN IMMEDIATE")
        rows = [(key, day, value) for key, value in new.items()]
        database.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", rows)
        database.executemany("UPDATE result SET day = ? WHERE key = ?", [(day, key) for key in used])
        if _size(database) > limit:
            _drop_oldest(database)


def _size(database: sqlite3.Connection) -> int:
    """Bytes in use; what was dropped stays in the file and is filled again."""
    count, free, size = (
        database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int((count - free) * size)


def _drop_oldest(database: sqlite3.Connection) -> None:
    """Drop the quarter that was not used for longest; of one day, what was written first."""
    database.execute(
        "DELETE FROM result WHERE rowid IN"
        " (SELECT rowid FROM result ORDER BY day, rowid LIMIT (SELECT count(*) / 4 + 1 FROM result))"
    )


def remove(file: Path) -> None:
    """Take a damaged file away, with its log."""
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        with suppress(OSError):
            file.with_name(name).unlink()
