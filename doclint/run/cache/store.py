"""What was found on a page the last time: a small database in the user's cache folder, shared by all runs.

A damaged one is removed and made anew. A cache that cannot be used is no error: nothing is found in it from then on.
Either is said in one line.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self, TypeVar

from doclint.run.cache import resultfile
from doclint.run.cache.pack import pack, unpack
from doclint.run.summary import PageResult

T = TypeVar("T")

LIMIT = 200_000_000
"""Bytes; 30,000 pages of API documentation take 16 million."""

NAME = "results-2.sqlite3"
"""Another layout of the table is another file; what the values hold is told apart by the keys."""

BATCH = 200
"""Results written at once; as many a killed worker loses."""

CHECK = 4
"""Bytes of the checksum before each value: the database would not notice a flipped bit."""

DAY = 86_400

FAULTS = (sqlite3.Error, OSError, UnicodeDecodeError)
"""What a step may raise; SQLite's words on a damaged file need not be UTF-8."""


class Cache:
    """Results by page, source and all that judges. Survives being pickled or forked: each process opens its own."""

    def __init__(self, folder: Path, salt: bytes, limit: int = LIMIT) -> None:
        self.folder = folder
        self.salt = salt
        self.limit = limit
        self.trouble: str | None = None
        """What went wrong with it, once that is known: one line."""
        self.say: Callable[[str], None] | None = None
        """Who is told what goes wrong after `open`."""
        self._is_off = False
        self._database: sqlite3.Connection | None = None
        self._left: sqlite3.Connection | None = None
        self._owner = os.getpid()
        self._salted = hashlib.blake2b(b"%d:%b" % (len(salt), salt), digest_size=16)
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()

    @classmethod
    def open(cls, folder: Path, salt: bytes, limit: int = LIMIT) -> Self:
        """The cache in that folder, made where there is none; look at `trouble` once.

        `salt` is what every result depends on: `judges.digest_of_rules`.
        """
        opened = cls(folder, salt, limit)
        opened._guarded(opened._connected)
        return opened

    def __reduce__(self) -> tuple[type[Self], tuple[Path, bytes, int]]:
        return type(self), (self.folder, self.salt, self.limit)

    def key(self, target: bytes, source_id: str, *, locale: str | None, path: str) -> bytes:
        """Where a result stands: all that it may depend on, digested.

        `source_id` tells one source from every other (commit and path, blob id, digest of the bytes), and none
        from some. The target's `path` counts because findings carry it.
        """
        texts = (source_id, "" if locale is None else f"={locale}", path)
        first, second, third = (text.encode("utf-8", "surrogatepass") for text in texts)
        digest = self._salted.copy()
        digest.update(b"%d:%b%d:%b%d:%b" % (len(first), first, len(second), second, len(third), third))
        digest.update(target)
        return digest.digest()

    def get(self, keys: Sequence[bytes]) -> dict[bytes, PageResult]:
        """What was found then, as far as it is known. Raises nothing, whatever stands in the file."""
        results = {}
        today = _today()
        for key, value, day in self._guarded(lambda: resultfile.read(self._connected(), keys)) or ():
            try:
                results[key] = unpack(_verified(key, value))
            except (ValueError, TypeError):
                continue
            if day != today:
                self._used.add(key)
        return results

    def put(self, key: bytes, result: PageResult) -> None:
        """Remember a result, unless the next run may have more luck: source trouble, a broken rule, a page given up."""
        if self._is_off or not result.is_lasting or result.broken or result.unfinished:
            return
        try:
            value = pack(result)
        except TypeError:
            # a rule put in what is no text: not our business to break the run for it
            return
        self._own()
        self._new[key] = _check(key, value) + value
        if len(self._new) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is to be remembered. A worker does this after each piece of work, since it may never end well."""
        self._own()
        if self._new or self._used:
            self._guarded(self._write)
        self._new.clear()
        self._used.clear()

    def close(self) -> None:
        """Write what is left and let go of the file."""
        self.flush()
        if self._database is not None:
            self._guarded(self._database.close)
            self._database = None

    def _write(self) -> None:
        resultfile.write(self._connected(), self._new, self._used, day=_today(), limit=self.limit)

    def _own(self) -> None:
        """Leave to a parent process what it had open and unwritten before the fork that made us."""
        if self._owner != os.getpid():
            self._owner = os.getpid()
            # kept alive and never closed: SQLite asks that a child does nothing at all with its parent's connection
            self._left, self._database = self._database, None
            self._new, self._used = {}, set()

    def _connected(self) -> sqlite3.Connection:
        self._own()
        if self._database is None:
            if not self.folder.is_absolute():
                # "~/.cache" of a user without a home must not become a folder "~" here
                raise OSError("not an absolute path")
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._database = resultfile.connect(self.folder / NAME)
        return self._database

    def _guarded(self, step: Callable[[], T]) -> T | None:
        """The step's value, in a new file if the old one is damaged; None, and no cache from then on, without one."""
        if self._is_off:
            return None
        try:
            return step()
        except FAULTS as error:
            fault: Exception = error
        try:
            if self.trouble is None and resultfile.is_damage(fault, self.folder / NAME):
                self._remove()
                self._tell(f"the result cache in {self.folder} was damaged; a new one was made")
                return step()
        except FAULTS as error:
            fault = error
        self._is_off = True
        self._tell(f"no result cache in {self.folder}: {fault}")
        return None

    def _remove(self) -> None:
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None
        resultfile.remove(self.folder / NAME)

    def _tell(self, trouble: str) -> None:
        self.trouble = trouble
        if self.say:
            self.say(trouble)


def _verified(key: bytes, stored: bytes) -> bytes:
    """The packed result. Raises ValueError when it is damaged, or stands under another page's key."""
    check, value = stored[:CHECK], stored[CHECK:]
    if check != _check(key, value):
        raise ValueError("a damaged result")
    return value


def _check(key: bytes, value: bytes) -> bytes:
    return zlib.crc32(value, zlib.crc32(key)).to_bytes(CHECK, "big")


def _today() -> int:
    return int(time.time() // DAY)
