"""One page through the versions and names that it had, with its text at each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from posixpath import basename

from doclint.sources.git.objects import GitStoppedError, Objects
from doclint.sources.git.versions.backwards import Backwards
from doclint.sources.git.versions.log import Log, Version
from doclint.sources.git.versions.recent import Recent
from doclint.text.errors import UnreadableError
from doclint.text.spans import decode

VERSIONS = 200
"""The newest of a page that are looked at."""

CANDIDATES = 10
"""Files that ended when a page began, of which each may be what it was called before."""

SHARED = 0.5
"""So many of its lines a page has in common with the file that it was made from."""

COPIED = 0.8
"""The same for a copy of a file that is still there, which may be but alike."""

MANY = 20
"""Pages that began with one commit, not the repository's first: they may have stood elsewhere before."""


class Lineage(Backwards[Version]):
    """The versions of a page under whatever name, the newest first; those in which there was no file are left out."""

    def __init__(self, log: Log | Recent, objects: Objects, path: str) -> None:
        super().__init__(self._versions(path))
        self.log = log
        self.objects = objects
        self._texts: dict[str, str | None] = {}
        self.is_complete = False
        """Whether all versions were looked at and no older ones can be; known when they were all taken."""
        self.is_brought = False
        """Whether the oldest of them came with many other pages, so that they may have stood elsewhere before."""

    @cached_property
    def blobs(self) -> frozenset[str]:
        """What all the versions hold."""
        return frozenset(version.blob for version in self)

    @property
    def paths(self) -> frozenset[str]:
        """What the page was called in the versions that were looked at."""
        return frozenset(version.path for version in self._found)

    @property
    def is_lacking(self) -> bool:
        """Whether a text that was asked for is not here."""
        return None in self._texts.values()

    def is_newest(self, text: str) -> bool:
        """Whether the newest version holds a text."""
        newest = next(iter(self), None)
        return newest is not None and self.text(newest) == text

    def text(self, version: Version) -> str | None:
        """What stood on the page; None where it is not here or no text."""
        if version.blob not in self._texts:
            self._texts[version.blob] = self._read(version.blob)
        return self._texts[version.blob]

    def _read(self, blob: str) -> str | None:
        try:
            found = self.objects.read(blob)
            return decode(found.data) if found and found.data is not None else None
        except (GitStoppedError, UnreadableError):
            return None

    def _versions(self, path: str) -> Iterator[Version]:
        before: int | None = None
        count = 0
        while True:
            versions = [version for version in self.log.versions(path, before) if version.blob]
            for version in versions:
                if count == VERSIONS:
                    return
                count += 1
                yield version
            if not versions:
                return
            first = versions[-1]
            if first.number == self.log.first and self.log.is_bounded:
                return
            older = self._renamed(first) or self._copied(first)
            if older is None:
                self.is_complete = True
                self.is_brought = first.number > self.log.first and self.log.begun(first.number, MANY) == MANY
                return
            path, before = older, first.number

    def _renamed(self, first: Version) -> str | None:
        """What a page was called before the commit in which it began."""
        ended = {path: blob for path, blob in self.log.ended(first.number).items() if path != first.path}
        if not ended:
            return None
        same = [path for path, blob in ended.items() if blob == first.blob]
        if same:
            return min(same, key=lambda path: _nearness(path, first.path))
        near = sorted(ended, key=lambda path: _nearness(path, first.path))[:CANDIDATES]
        lines = _lines(self.text(first))
        shares = {path: _shared(lines, _lines(self._read(ended[path]))) for path in near}
        best = max(near, key=shares.__getitem__)
        return best if shares[best] > SHARED else None

    def _copied(self, first: Version) -> str | None:
        """The page of the same file name that the commit in which a page began copied, and left where it was."""
        others = self.log.namesakes(first.path, first.number)
        same = [path for path, blobs in others.items() if first.blob in blobs]
        if same:
            return min(same, key=lambda path: _nearness(path, first.path))
        near = sorted(others, key=lambda path: _nearness(path, first.path))[:CANDIDATES]
        lines = _lines(self.text(first) if near else "")
        shares = {path: max(_shared(lines, _lines(self._read(blob))) for blob in others[path]) for path in near}
        best = max(near, key=shares.__getitem__, default=None)
        return best if best and shares[best] > COPIED else None


class Later(Lineage):
    """The versions of a page after the newest one with a text, the oldest first; none where no version has it."""

    def __init__(self, whole: Lineage, text: str) -> None:
        super().__init__(whole.log, whole.objects, "")
        self._whole = whole
        self._rest = self._after(text)

    def text(self, version: Version) -> str | None:
        return self._whole.text(version)

    def _after(self, text: str) -> Iterator[Version]:
        newer: list[Version] = []
        for version in self._whole:
            if self._whole.text(version) == text:
                yield from reversed(newer)
                return
            newer.append(version)


def _nearness(path: str, other: str) -> tuple[bool, int, str]:
    """The nearest path first: the same name, then the fewest folders that differ."""
    differing = set(path.split("/")) ^ set(other.split("/"))
    return basename(path) != basename(other), len(differing), path


def _lines(text: str | None) -> Counter[str]:
    """How often each line stands in a file, without empty ones."""
    return Counter(filter(str.strip, (text or "").splitlines()))


def _shared(lines: Counter[str], others: Counter[str]) -> float:
    """The share of the longer file's lines that both have."""
    common = sum(min(lines[line], others[line]) for line in lines.keys() & others.keys())
    return common / max(lines.total(), others.total(), 1)
