"""The file that a log lies in: looked for in the cache folder, made by one process of several, extended, forgotten."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from doclint.sources.git.repository import Repository
from doclint.sources.git.versions.log import Log
from doclint.sources.git.versions.walk import Step, walked
from doclint.text.files.once import only_one

NAME = "git-log-1"
"""Another layout of the tables is another name."""

KEPT = 4
"""Files of one repository that are kept, for work on branches."""

MEMORY = ":memory:"

TABLES = (
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL)",
    "CREATE TABLE step (number INTEGER PRIMARY KEY, id BLOB NOT NULL, time INTEGER NOT NULL)",
    "CREATE TABLE page (number INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE)",
    "CREATE TABLE version (page INTEGER, step INTEGER, blob BLOB, PRIMARY KEY (page, step)) WITHOUT ROWID",
    "CREATE INDEX ending ON version (step) WHERE blob IS NULL",
)


def open_log(repository: Repository, revision: str, cache: Path) -> Log | None:
    """The log of a repository as of a commit, made or extended where need be; None where git does not tell one.

    It is made in memory where no file can be kept, and where the walk came upon a missing folder, which may come.
    Raises SourceError when git cannot be run.
    """
    key = name_of(repository)
    found = _kept(cache, key, revision)
    if found:
        return found
    with only_one(cache / "git-log.lock", int(key[-7:], 16)) if cache.is_absolute() else nullcontext():
        return _kept(cache, key, revision) or _new(repository, revision, cache, key)


def log_file(repository: Repository, revision: str, cache: Path) -> Path:
    """Where the log as of a commit is kept; what it holds is the same for every clone that has all folders."""
    return cache / f"{name_of(repository)}-{revision[:16]}.sqlite3"


def _new(repository: Repository, revision: str, cache: Path, key: str) -> Log | None:
    """The log made or extended; of several processes one does it, and the others find it done."""
    older = _files(cache, key)
    with suppress(OSError, sqlite3.Error), _new_file(cache) as new:
        base = next((file for file in older if _extended(repository, revision, file, new)), None)
        if base or _made(repository, revision, str(new), is_lasting=True):
            new.replace(log_file(repository, revision, cache))
            _forget(older[KEPT - 1 :] if base is None else [base])
            return _kept(cache, key, revision)
    return _made(repository, revision, MEMORY, is_lasting=False)


@contextmanager
def _new_file(folder: Path) -> Iterator[Path]:
    """A file to fill and rename; what is left of it is taken away. Raises OSError."""
    if not folder.is_absolute():
        raise OSError("not an absolute path")  # "~/.cache" of a user without a home
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{NAME}-", dir=folder)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        _forget([Path(name)])


def _forget(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(OSError):
            file.unlink()


def name_of(repository: Repository) -> str:
    """The beginning of the names of a repository's files; a shallow one that is deepened becomes another."""
    objects = repository.objects.folder
    digest = hashlib.sha256(os.fsencode(objects))
    with suppress(OSError):
        digest.update((objects.parent / "shallow").read_bytes())
    return f"{NAME}-{digest.hexdigest()[:16]}"


def _files(cache: Path, key: str) -> list[Path]:
    """The files of a repository, the newest first."""
    with suppress(OSError):
        return sorted(cache.glob(f"{key}-*.sqlite3"), key=lambda file: file.stat().st_mtime, reverse=True)
    return []


def _kept(cache: Path, key: str, revision: str) -> Log | None:
    """A file that knows the commit; a damaged one is taken away."""
    for file in _files(cache, key):
        try:
            log = _opened(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True), revision)
        except (sqlite3.Error, KeyError, TypeError):
            _forget([file])
            continue
        if log:
            return log
    return None


def _opened(database: sqlite3.Connection, revision: str) -> Log | None:
    row = database.execute("SELECT number FROM step WHERE id = ?", (bytes.fromhex(revision),)).fetchone()
    return Log(database, row[0]) if row else None


def _made(repository: Repository, revision: str, name: str, *, is_lasting: bool) -> Log | None:
    """A new log; None where git tells nothing, or less than is to last. Raises sqlite3.Error."""
    steps, is_whole = walked(repository, revision)
    if not steps or (is_lasting and not is_whole):
        return None
    database = _begun(name)
    for statement in TABLES:
        database.execute(statement)
    is_cut = not is_whole or bool(steps[-1].parent) or repository.is_shallow
    database.execute("INSERT INTO fact VALUES ('is_cut', ?)", (is_cut,))
    _add(database, steps, 0)
    database.execute("COMMIT")
    log = _opened(database, revision)
    if is_lasting:
        database.close()
    return log


def _extended(repository: Repository, revision: str, file: Path, new: Path) -> bool:
    """Whether a file's newest commit lies on the line of another one, up to which a copy of it was extended."""
    try:
        shutil.copyfile(file, new)
        database = _begun(str(new))
        last, head = database.execute("SELECT number, lower(hex(id)) FROM step ORDER BY number DESC LIMIT 1").fetchone()
        steps, is_whole = walked(repository, revision, head)
        is_next = is_whole and bool(steps) and steps[-1].parent == head
        _add(database, steps if is_next else [], last)
        database.execute("COMMIT")
        database.close()
    except (sqlite3.Error, OSError, TypeError):
        is_next = False
    if not is_next:
        new.write_bytes(b"")
    return is_next


def _begun(name: str) -> sqlite3.Connection:
    """A database in a transaction; a file that is renamed when it is whole needs no journal."""
    database = sqlite3.connect(name, isolation_level=None)
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute("BEGIN")
    return database


def _add(database: sqlite3.Connection, steps: list[Step], last: int) -> None:
    """Put commits behind the last one; they come newest first."""
    pages: dict[bytes, int] = dict(database.execute("SELECT path, number FROM page"))
    for number, step in enumerate(reversed(steps), last + 1):
        database.execute("INSERT INTO step VALUES (?, ?, ?)", (number, bytes.fromhex(step.commit), step.time))
        for path, blob in step.files:
            if path not in pages:
                pages[path] = len(pages) + 1
                database.execute("INSERT INTO page VALUES (?, ?)", (pages[path], path))
            database.execute("INSERT OR REPLACE INTO version VALUES (?, ?, ?)", (pages[path], number, blob))
