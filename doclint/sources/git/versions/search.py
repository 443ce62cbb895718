"""Finding an English page whose commit is not known: by its digest, or by the time its translation was touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from doclint.pair.digest import matches
from doclint.sources.git.objects import GitStoppedError
from doclint.sources.git.repository import Opened, Repository
from doclint.sources.git.versions.digests import digest_index
from doclint.sources.git.versions.history import Version, history
from doclint.sources.source import Loaded
from doclint.text import Trust

NEIGHBOURS = 2
"""Versions before and after the likeliest that are offered too."""


class Search:
    """What is known of a repository beyond single pages, each part made when it is first needed; pickled without it."""

    def __init__(self, repository: Repository, revision: str, cache: Path | None, targets: Opened | None) -> None:
        self.repository = repository
        self.revision = revision
        self.cache = cache
        self.targets = targets

    def __reduce__(self) -> tuple[type[Search], tuple[Repository, str, Path | None, Opened | None]]:
        return Search, (self.repository, self.revision, self.cache, self.targets)

    @cached_property
    def _versions(self) -> dict[str, list[Version]]:
        return history(self.repository, self.revision)

    @cached_property
    def _index(self) -> dict[str, str]:
        return digest_index(self.repository.objects, self.revision, self.cache)

    @cached_property
    def _touched(self) -> dict[str, int]:
        """When the pages of the targets' folder were last touched, by their paths in it."""
        if self.targets is None or self.targets.revision is None:
            return {}
        prefix = self.targets.repository.prefix
        pages = history(self.targets.repository, self.targets.revision)
        return {path.removeprefix(prefix): pages[path][0].time for path in pages if path.startswith(prefix)}

    def by_digest(self, path: str, digests: tuple[str, ...]) -> Loaded | None:
        """The page that has one of the digests.

        Any would do, since equal digests are equal pages, so the cheap places come first: the path
        itself, then an older version of it, then any page of the revision.
        """
        for found in self._likely(path, digests):
            if matches(digests, found.data):
                return found
        return None

    def _likely(self, path: str, digests: tuple[str, ...]) -> Iterator[Loaded]:
        yield from self._read(path, self.revision, f"{self.revision}:{path}")
        other = next((self._index[digest] for digest in digests if digest in self._index), None)
        if other is not None:
            yield from self._read(other, self.revision, f"{self.revision}:{other}")
        for version in self._versions.get(path, ()):
            yield from self._read(path, version.commit, version.blob)

    def versions(self, path: str) -> list[Version]:
        """All versions of a page that are known, the newest first."""
        return self._versions.get(path, [])

    def lacking(self, versions: Iterable[Version]) -> list[str]:
        """The contents of versions that are not in this clone."""
        return [one.blob for one in versions if self.repository.objects.read(one.blob) is None]

    def by_time(self, path: str, target: str) -> list[Version]:
        """The likeliest version and its neighbours, the likeliest first, the others newest first."""
        time = self._touched.get(target)
        versions = self._versions.get(path)
        if time is None or not versions:
            return []
        at = next((place for place, version in enumerate(versions) if version.time <= time), len(versions) - 1)
        around = range(max(0, at - NEIGHBOURS), min(len(versions), at + NEIGHBOURS + 1))
        return [versions[at], *(versions[place] for place in around if place != at)]

    def load(self, path: str, version: Version) -> Loaded | None:
        """A version of a page, if its content is here."""
        return next(self._read(path, version.commit, version.blob, Trust.PAIRED), None)

    def _read(self, path: str, commit: str, name: str, trust: Trust = Trust.PROVEN) -> Iterator[Loaded]:
        try:
            blob = self.repository.objects.read(name)
        except GitStoppedError:  # a broken object; another may do
            return
        if blob and blob.kind == "blob" and blob.data is not None:
            yield Loaded(path, blob.data, trust, commit)
