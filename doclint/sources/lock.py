"""`.doclint/sources.lock`: which English a reviewer found pages in step with, a page a line, sorted by path.

    4b1f...09 8e7c...41 content/de/parcel.md

A line says the digest of the page, the id that git gives the English text (whether git keeps it or not), and, for
people, the page. It holds for the very page, wherever that lies, and no longer once the page is changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from doclint.text.errors import ConfigError
from doclint.text.files.inside import LINK_OUT, leads_out
from doclint.text.files.kept import write_text
from doclint.text.lazypattern import lazy

NAME = ".doclint/sources.lock"
HEAD = "# doclint sources 1: pages in step with their English, as a reviewer says (`doclint confirm --help`)"
LINE = lazy(r"([0-9a-f]{40}) ([0-9a-f]{40}|[0-9a-f]{64}) (\S.*)")
LARGEST = 100_000_000
"""Bytes."""


class Confirmed(NamedTuple):
    """One page."""

    page: str
    """Its digest."""
    english: str
    """The id of the English text."""
    path: str
    """From the folder that holds `.doclint`, with `/`."""


class Lock:
    """The confirmed pages; survives being pickled to a worker."""

    def __init__(self, confirmed: Iterable[Confirmed] = ()) -> None:
        self.by_path = {one.path: one for one in confirmed}
        self._by_page: dict[str, list[Confirmed]] = {}
        for one in self.by_path.values():
            self._by_page.setdefault(one.page, []).append(one)

    def __len__(self) -> int:
        return len(self.by_path)

    def english(self, page: bytes, path: str) -> str | None:
        """The id of the English that a page was confirmed with; None where it was not, or two such pages differ.

        `path` as reports call the page: it tells pages apart that read the same.
        """
        if not self._by_page:
            return None
        same = self._by_page.get(digest_of(page), [])
        near = [one for one in same if path.endswith(one.path) or one.path.endswith(path)] or same
        found = {one.english for one in near}
        return found.pop() if len(found) == 1 else None

    def page(self, path: str) -> str:
        """The digest that a page was confirmed with; empty where it was not."""
        return self.by_path[path].page if path in self.by_path else ""

    def adding(self, new: Iterable[Confirmed]) -> Lock:
        """The lock with more pages, which take the place of what was said of them."""
        return Lock((self.by_path | {one.path: one for one in new}).values())


def digest_of(page: bytes) -> str:
    """What a page is known by; line ends, which git may change, do not count."""
    return hashlib.sha256(_plain(page)).hexdigest()[:40]


def ids_of(text: bytes, form: str = "sha1") -> list[str]:
    """What git may call a text: as it stands, and with the line ends that git keeps."""
    return list(dict.fromkeys(_blob(data, form) for data in (text, _plain(text))))


def is_text(text: bytes, blob: str) -> bool:
    """Whether a text is the one that git calls so."""
    return blob in ids_of(text, "sha1" if len(blob) == 40 else "sha256")


def _blob(data: bytes, form: str) -> str:
    return hashlib.new(form, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _plain(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def read(file: Path) -> Lock:
    """The lock in a file; an empty one where there is no file. Raises ConfigError that names the line."""
    require_inside(file)
    try:
        if not file.is_file():
            return Lock()
        if file.stat().st_size > LARGEST:
            raise ConfigError(f"{file.as_posix()}: is larger than {LARGEST} bytes")
        text = file.read_bytes().decode("utf-8-sig", "surrogateescape")
    except OSError as error:
        raise ConfigError(f"{file.as_posix()}: cannot be read: {error.strerror}") from None
    found: dict[str, Confirmed] = {}
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        match = LINE.fullmatch(line)
        if match is None:
            raise ConfigError(f"{file.as_posix()}:{number}: is not a page digest, an English id and a path")
        one = Confirmed(*match.groups())
        if found.setdefault(one.path, one) != one:
            raise ConfigError(f"{file.as_posix()}:{number}: says something else of a page than a line above: keep one")
    return Lock(found.values())


def write(file: Path, lock: Lock) -> None:
    """Write a lock whole or not at all. Raises ConfigError."""
    require_inside(file)
    lines = [f"{one.page} {one.english} {one.path}\n" for _, one in sorted(lock.by_path.items())]
    write_text(file, "".join([f"{HEAD}\n", *lines]), named=file.as_posix())


def require_inside(file: Path) -> None:
    """Raise ConfigError where the file is a link that leads out of the repository."""
    if leads_out(str(file)):
        raise ConfigError(f"{file.as_posix()} {LINK_OUT}")
