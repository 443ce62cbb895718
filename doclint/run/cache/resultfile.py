"""The database file of the result cache: read, write, keep it within its limit.

SQLite, since many processes may write at once, a killed one leaves it whole, and 30,000 results are one file:
as a file each they took seven times as long to write, twice as long to read, and eight times the space.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

TABLE = "result (key BLOB PRIMARY KEY, day INTEGER NOT NULL, value BLOB NOT NULL)"

PATIENCE = 5.0
"""Seconds that another run may keep the file from us before we go on without."""

LONGEST_LOG = 4_000_000
"""Bytes that the write-ahead log keeps after a large write."""


PASSING = frozenset(
    (
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    )
)
"""Why a whole file cannot be used now; whatever else SQLite says is a word about the file."""


def connect(file: Path) -> sqlite3.Connection:
    """The file opened, made where there is none.

    Raises sqlite3.Error, or UnicodeDecodeError where what SQLite says of the file is not UTF-8.
    """
    database = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    _patiently(database, "PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    database.execute(f"PRAGMA journal_size_limit = {LONGEST_LOG}")
    _patiently(database, f"CREATE TABLE IF NOT EXISTS {TABLE}")
    if database.execute("SELECT sql FROM sqlite_schema WHERE sql NOT NULL").fetchall() != [(f"CREATE TABLE {TABLE}",)]:
        raise sqlite3.DatabaseError("it holds something else")
    return database


def is_damage(error: Exception, file: Path) -> bool:
    """Whether what was raised means that the file will never be of use: damaged, of another make, no file at all."""
    if isinstance(error, OSError | sqlite3.ProgrammingError):
        return False
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code not in PASSING or any(map(_is_odd, _files(file)))


def _is_odd(file: Path) -> bool:
    return os.path.lexists(file) and not (file.is_file() and os.access(file, os.R_OK))


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
    """Take a damaged file away, with its logs, or what stands in their places. Raises OSError."""
    for one in _files(file):
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one)
        else:
            one.unlink(missing_ok=True)


def _files(file: Path) -> list[Path]:
    return [file, *(file.with_name(file.name + end) for end in ("-wal", "-shm", "-journal"))]
