"""What a page said before a change: a finding that stood there then is no part of the change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from doclint.layouts import Target
from doclint.sources.git.changes import changed_since
from doclint.sources.git.process import is_installed
from doclint.sources.git.repository import Repository, commit_of, open_repository
from doclint.text.errors import ConfigError, SourceError

MERGED = "MERGE_HEAD"
"""What is being merged, while a merge is under way: its findings are not of this change either."""


class Before:
    """The commits before a change, asked for a page at a time. Survives being pickled to a worker."""

    def __init__(self, revision: str) -> None:
        self.revision = revision
        """HEAD, or where the change begins."""
        self._opened: dict[str, tuple[Repository, list[str]] | None] = {}

    def __reduce__(self) -> tuple[type[Before], tuple[str]]:
        return Before, (self.revision,)

    def versions(self, target: Target) -> Iterator[bytes]:
        """What stood on the page at each of the commits that had it, under its old name where it was renamed."""
        found = None if target.tree or target.is_missing else self._at(target.folder)
        if found is None:
            return
        repository, commits = found
        try:
            datas = list(_read(repository, commits, target.relative))
            if not datas and (old := self._old_name(target)):
                datas = list(_read(repository, commits, old))
        except SourceError:
            return
        yield from datas

    def _at(self, folder: str) -> tuple[Repository, list[str]] | None:
        """The repository of a folder, and the commits; None where there is none, so that all is new."""
        if folder not in self._opened:
            self._opened[folder] = None
            opened = open_repository(folder) if is_installed() else None
            if opened and opened.revision:
                merged = [commit_of(opened.repository.folder, one) for one in (self.revision, MERGED)]
                self._opened[folder] = opened.repository, [one for one in merged if one]
        return self._opened[folder]

    def _old_name(self, target: Target) -> str | None:
        try:
            return changed_since(Path(target.folder), self.revision).renamed.get(target.relative)
        except ConfigError:
            return None


def _read(repository: Repository, commits: Sequence[str], path: str) -> Iterator[bytes]:
    for commit in commits:
        found = repository.files.read(commit, repository.prefix + path)
        if found and found.kind == "blob" and found.data is not None:
            yield found.data
