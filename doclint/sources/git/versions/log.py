"""The versions of all Markdown pages of a repository, out of a file that is made once and extended (`logfile`).

One walk along the first parents serves all pages: what a merge brought in counts as one step, in the order in which
the repository's readers saw it. The file lies in the cache folder; several processes read it at once.
"""

from __future__ import annotations

import sqlite3
from functools import cached_property
from posixpath import basename
from typing import NamedTuple

from doclint.sources.git.versions.walk import COMMITS

REMEMBERED = 20
"""Paths whose versions are kept in memory: those of one English page, and of its translations."""

NAMESAKES = 200
"""Paths of one file name; what more have, as `index.md`, does not tell a copy, and each would be held to each."""


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
