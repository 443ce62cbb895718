"""The versions of all Markdown pages of a repository, as a file that is made once and extended.

One walk along the first parents serves all pages: what a merge brought in counts as one step, in the order in which
the repository's readers saw it. The file lies in the cache folder; several processes read it at once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import cached_property
from pathlib import Path
from posixpath import basename
from typing import NamedTuple

from doclint.page.endings import ENDINGS
from doclint.sources.git.process import run
from doclint.sources.git.repository import Repository
from doclint.sources.git.trees import FILES
from doclint.text.files.once import only_one

COMMITS = 50_000
"""The newest of them are walked: a bound that gives the same answer on every machine, as a time would not."""

PAGES = tuple(map(str.encode, ENDINGS))

NAME = "git-log-1"
"""Another layout of the tables is another name."""

KEPT = 4
"""Files of one repository that are kept, for work on branches."""

REMEMBERED = 20
"""Paths whose versions are kept in memory: those of one English page, and of its translations."""

NAMESAKES = 200
"""Paths of one file name; what more have, as `index.md`, does not tell a copy, and each would be held to each."""

MEMORY = ":memory:"

TABLES = (
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL)",
    "CREATE TABLE step (number INTEGER PRIMARY KEY, id BLOB NOT NULL, time INTEGER NOT NULL)",
    "CREATE TABLE page (number INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE)",
    "CREATE TABLE version (page INTEGER, step INTEGER, blob BLOB, PRIMARY KEY (page, step)) WITHOUT ROWID",
    "CREATE INDEX ending ON version (step) WHERE blob IS NULL",
)


class Version(NamedTuple):
    """What a path held from a commit on."""

    number: int
    """Of the commit on the line of first parents, counted from the oldest known."""
    commit: str
    time: int
    """When it was committed, in seconds since 1970."""
    blob: str
    """Empty: the file ended there."""
    path: str


class Step(NamedTuple):
    """A commit on the line, as git told it, with the files that it changed: path, blob or none where it ended."""

    commit: str
    parent: str
    time: int
    files: list[tuple[bytes, bytes | None]]


class Log:
    """The log as of one commit. Belongs to the process that opened it."""

    def __init__(self, database: sqlite3.Connection, last: int) -> None:
        self._database = database
        self._ended: dict[int, dict[str, str]] = {}
        self._newest: dict[str, list[Version]] = {}
        """All versions of the paths that were asked about last, for each is asked about again."""
        self.last = last
        """The number of the commit that is asked about; later ones are not seen."""
        facts = dict(database.execute("SELECT name, value FROM fact"))
        first = self.last - COMMITS + 1
        self.is_bounded = bool(facts["is_cut"]) or first > 1
        """Whether there are older commits that are not known."""
        self.first = max(first, 1)

    def versions(self, path: str, before: int | None = None) -> list[Version]:
        """What a path held at the commits that changed it, the newest first; `before` leaves out what came later."""
        if before is not None:
            return self._read(path, before - 1)
        if path not in self._newest:
            if len(self._newest) == REMEMBERED:
                del self._newest[next(iter(self._newest))]
            self._newest[path] = self._read(path, self.last)
        return self._newest[path]

    def _read(self, path: str, last: int) -> list[Version]:
        rows = self._database.execute(
            "SELECT step.number, hex(id), time, hex(blob) FROM page"
            " JOIN version ON version.page = page.number JOIN step ON step.number = version.step"
            " WHERE path = ? AND step BETWEEN ? AND ? ORDER BY step DESC",
            (path.encode("utf-8", "surrogateescape"), self.first, last),
        )
        return [Version(number, commit.lower(), time, blob.lower(), path) for number, commit, time, blob in rows]

    def ended(self, number: int) -> dict[str, str]:
        """The paths that ended with a commit, and what they held before."""
        if number not in self._ended:
            rows = self._database.execute(
                "SELECT path, (SELECT hex(blob) FROM version AS other WHERE other.page = version.page"
                " AND other.step < version.step ORDER BY other.step DESC LIMIT 1) AS before"
                " FROM version JOIN page ON page.number = version.page"
                " WHERE blob IS NULL AND step = ? AND before > ''",
                (number,),
            )
            self._ended[number] = {path.decode("utf-8", "surrogateescape"): blob.lower() for path, blob in rows}
        return self._ended[number]

    def namesakes(self, path: str, number: int) -> dict[str, list[str]]:
        """The other paths of the same file name that stood before a commit and after it, with what they held at both.

        Empty where so many have that name that it tells nothing.
        """
        found = {}
        named = self._by_name.get(basename(path), [])
        for page, other in named if len(named) <= NAMESAKES else ():
            if other == path:
                continue
            rows = self._database.execute(
                "SELECT step, lower(hex(blob)) FROM version WHERE page = ? AND step <= ? ORDER BY step DESC LIMIT 2",
                (page, number),
            ).fetchall()
            held = [blob for _, blob in rows]
            if held and held[0] and (rows[0][0] < number or (len(held) > 1 and held[1])):
                found[other] = held[: 1 + (rows[0][0] == number)]
        return found

    def begun(self, number: int, most: int) -> int:
        """How many pages began with a commit, counted up to `most`."""
        return min(self._began.get(number, 0), most)

    @cached_property
    def _began(self) -> dict[int, int]:
        """How many pages began with each commit, counted at once: commits that are asked about are not looked up by."""
        rows = self._database.execute(
            "SELECT step, count(*) FROM (SELECT min(step) AS step, blob FROM version GROUP BY page)"
            " WHERE blob IS NOT NULL GROUP BY step"
        )
        return dict(rows)

    @cached_property
    def _by_name(self) -> dict[str, list[tuple[int, str]]]:
        """The numbers and paths of all pages by their file names."""
        found: dict[str, list[tuple[int, str]]] = {}
        for number, path in self._database.execute("SELECT number, path FROM page"):
            text = path.decode("utf-8", "surrogateescape")
            found.setdefault(basename(text), []).append((number, text))
        return found

    def time(self) -> int:
        """When the commit that is asked about was made."""
        return int(self._database.execute("SELECT time FROM step WHERE number = ?", (self.last,)).fetchone()[0])


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
    steps, is_whole = _walked(repository, revision)
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
        steps, is_whole = _walked(repository, revision, head)
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


def _walked(repository: Repository, revision: str, known: str | None = None) -> tuple[list[Step], bool]:
    """The commits of the line down to the known one, newest first, and whether git came to the end of it.

    Where the walk comes upon a missing folder it ends, and what it had found is used.
    """
    answer = run(
        repository.folder,
        *("-c", "log.diffMerges=first-parent"),  # what -m means, from git 2.33 on
        *("log", f"--max-count={COMMITS}", "--format=%H %P %ct", "-m", "--first-parent", "--raw", "-z", "--no-abbrev"),
        *("--no-renames", "--no-color", "--no-notes", "--no-show-signature", "-O/dev/null", revision),
        *([f"^{known}"] if known else []),
    )
    steps = list(_steps(answer.stdout))
    return (steps, True) if answer.returncode == 0 else (steps[:-1], False)


def _steps(output: bytes) -> Iterator[Step]:
    """Tokens are `COMMIT PARENTS TIME`, then for each file `:MODE MODE ID ID STATUS` and a path (git-diff, raw)."""
    step: Step | None = None
    tokens = _tokens(output)
    for token in tokens:
        words = token.split()
        if words and words[0].startswith(b":"):
            path = next(tokens, b"")
            if step and len(words) == 5 and path.lower().endswith(PAGES):
                is_file = words[1].decode("ascii", "replace") in FILES
                step.files.append((path, bytes.fromhex(words[3].decode("ascii")) if is_file else None))
        elif len(words) > 1:
            if step:
                yield step
            commit, *parents, time = words
            step = Step(commit.decode(), parents[0].decode() if parents else "", int(time), [])
    if step:
        yield step


def _tokens(output: bytes) -> Iterator[bytes]:
    """What NUL ends; not all at once, since there are millions."""
    start = 0
    while (end := output.find(b"\0", start)) >= 0:
        yield output[start:end]
        start = end + 1
    if start < len(output):
        yield output[start:]
