"""The lines of commits that pages and their English lie on, each opened when it is first asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from doclint.layouts import Target
from doclint.run.context import Context
from doclint.text.files.cachefolder import location
from doclint.text.files.inside import top_of
from doclint.text.files.state import state_of

if TYPE_CHECKING:
    from doclint.sources.git.repository import Repository
    from doclint.sources.git.versions.log import Log
    from doclint.sources.git.versions.recent import Recent

CONTEXT, OWN = "context", "own"
"""The lines that a page's context and its own place name; any other is named by a folder of its repository."""


class Line(NamedTuple):
    """A commit of a repository, and all before it."""

    repository: Repository
    revision: str
    log: Log | Recent

    def is_same(self, other: Line | None) -> bool:
        """Whether another line is this one."""
        if other is None:
            return False
        return self.repository.objects.folder == other.repository.objects.folder and self.revision == other.revision

    @property
    def name(self) -> str:
        """What tells all versions on this line, as far as they are known, from any others."""
        from doclint.sources.git.versions.logfile import name_of

        return f"{name_of(self.repository)} {self.revision} {self.log.first} {self.log.last} {self.log.is_bounded}"

    def state(self, path: str) -> int:
        """A number that tells the versions of a path, as far as they are known, from any others."""
        versions = self.log.versions(path)
        is_cut = self.log.is_bounded and bool(versions) and versions[-1].number == self.log.first
        what = "\n".join([f"{is_cut} {self.log.is_bounded}", *(f"{one.commit} {one.blob}" for one in versions)])
        return state_of(what)


class Lines:
    """All of a run. Belongs to one process."""

    def __init__(self, contexts: Sequence[Context], *, since: str | None = None) -> None:
        """`since`: only this revision and the newest are looked at, and no log is read."""
        self._contexts = contexts
        self._since = since
        self._known: dict[str, Line | None] = {}
        self._tops: dict[Path, Path | None] = {}
        """Of the folders that pages lie in."""

    def named(self, target: Target, name: str) -> Line | None:
        """The line of that name for a page; None where no repository has it. Raises ConfigError, SourceError."""
        if name == OWN:
            return self.of_translation(target)[0]
        return self.of_context(target) if name == CONTEXT else self.of_folder(name)

    def of_translation(self, target: Target) -> tuple[Line | None, str]:
        """The line that a page lies on, and its path there."""
        if target.tree:
            tree = target.tree
            return self._line(tree.repository, tree.revision), tree.repository.prefix + target.relative
        return self.at(target.file)

    def of_english(self, target: Target) -> tuple[Line | None, str]:
        """The line where the English of a page lies, there or not, and its path. Raises ConfigError, SourceError."""
        from doclint.sources.folder import FolderSource
        from doclint.sources.git.source import GitSource

        source = self._contexts[target.context].source
        if isinstance(source, FolderSource):
            return self.at(source.folder / target.source)
        prefix = source.repository.prefix if isinstance(source, GitSource) else ""
        return self.of_context(target), prefix + target.source

    def at(self, file: Path) -> tuple[Line | None, str]:
        """The line of the repository whose working tree holds a file, and its path there."""
        folder = file.parent
        if folder not in self._tops:
            self._tops[folder] = top_of(folder)
        top = self._tops[folder]
        if top is None:
            return None, ""
        return self.of_folder(str(top)), os.path.relpath(file, top).replace(os.sep, "/")

    def of_folder(self, key: str) -> Line | None:
        """The line that is checked out where a folder lies."""
        if key not in self._known:
            from doclint.sources.git.repository import open_repository

            self._known[key] = None
            opened = open_repository(key)
            if opened and opened.revision:
                self._known[key] = self._line(opened.repository, opened.revision)
        return self._known[key]

    def of_context(self, target: Target) -> Line | None:
        """The line of the repository that is the source of a target."""
        from doclint.sources.git.source import GitSource
        from doclint.sources.worktree import WorkTreeSource

        source = self._contexts[target.context].source
        git = source.history if isinstance(source, WorkTreeSource) else source
        if isinstance(git, GitSource) and git.revision:
            return self._line(git.repository, git.revision)
        return None

    def _line(self, repository: Repository, revision: str) -> Line | None:
        key = f"{repository.objects.folder}@{revision}"
        if key not in self._known:
            from doclint.sources.git.versions.logfile import open_log

            if self._since:
                log: Log | Recent | None = self._recent(repository, revision)
            else:
                log = open_log(repository, revision, location())
            self._known[key] = Line(repository, revision, log) if log else None
        return self._known[key]

    def dated(self, line: Line) -> Line:
        """The line of another repository, whose few versions are told by when their pages last changed."""
        if not self._since:
            return line
        return line._replace(log=self._recent(line.repository, line.revision, is_dated=True))

    def _recent(self, repository: Repository, revision: str, *, is_dated: bool = False) -> Recent:
        from doclint.sources.git.repository import commit_of
        from doclint.sources.git.versions.recent import Recent

        since = commit_of(repository.folder, self._since or "")
        return Recent(repository, [since, revision] if since else [revision], is_dated=is_dated)
