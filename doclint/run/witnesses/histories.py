"""Which repositories have the versions of a page and of its English: what the history witness is made of."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from doclint.checks import Problem
from doclint.engine import Says, Testimony
from doclint.layouts import Target
from doclint.pair import Pair
from doclint.run.context import Context
from doclint.sources import Loaded
from doclint.text.errors import ConfigError, SourceError
from doclint.text.files.cachefolder import location
from doclint.text.files.inside import top_of

if TYPE_CHECKING:
    from doclint.run.witnesses.history import Sides
    from doclint.run.witnesses.trail import Reader
    from doclint.sources.git.repository import Repository
    from doclint.sources.git.versions.lineage import Lineage
    from doclint.sources.git.versions.log import Log


class Line(NamedTuple):
    """A commit of a repository, and all before it."""

    repository: Repository
    revision: str
    log: Log


class PageHistory:
    """The witness for one page; it opens nothing until it is asked."""

    def __init__(self, histories: Histories, target: Target, loaded: Loaded) -> None:
        self._histories = histories
        self._target = target
        self._loaded = loaded
        self._known: tuple[Sides, Reader] | None = None

    def testify(self, problem: Problem, pair: Pair) -> Testimony:
        """What the versions of both pages say of a problem; where git does not tell, it is unknown why."""
        from doclint.run.witnesses import history

        try:
            self._known = self._known or self._histories.sides(self._target, self._loaded)
            return history.testify(problem, pair, *self._known)
        except (ConfigError, SourceError) as error:
            return Testimony(history.WITNESS, Says.UNKNOWN, str(error))


class Histories:
    """The repositories of a run, each opened when it is first asked for. Belongs to one process."""

    def __init__(self, contexts: Sequence[Context]) -> None:
        self._contexts = contexts
        self._lines: dict[str, Line | None] = {}
        self._last: tuple[tuple[Path, str, str], Lineage, Reader] | None = None

    def of(self, target: Target, loaded: Loaded) -> PageHistory:
        """The witness for a page."""
        return PageHistory(self, target, loaded)

    def prepare(self, targets: Iterable[Target]) -> None:
        """Make the logs that some pages may ask for, before many processes ask for them at once."""
        for target in {(one.context, one.folder): one for one in targets}.values():
            for line in (self._of_context, self._translation):
                with suppress(ConfigError, SourceError):
                    line(target)

    def sides(self, target: Target, loaded: Loaded) -> tuple[Sides, Reader]:
        """The versions of both pages. Raises ConfigError, SourceError."""
        from doclint.run.witnesses.history import Sides
        from doclint.run.witnesses.trail import Reader
        from doclint.sources.git.versions.lineage import Lineage

        source, path = self._english(target, loaded)
        own, place = self._translation(target)
        is_one = _same(source, own)
        if source is None:
            return Sides(None, None, False), Reader()
        key = source.repository.objects.folder, source.revision, path
        if self._last is None or self._last[0] != key:
            self._last = key, Lineage(source.log, source.repository.objects, path), Reader()
        lineage = Lineage(own.log, own.repository.objects, place) if own else None
        return Sides(self._last[1], lineage, is_one), self._last[2]

    def _english(self, target: Target, loaded: Loaded) -> tuple[Line | None, str]:
        """The line that the English lies on, and its path there."""
        if loaded.revision is not None:
            return self._of_context(target), loaded.path
        return self._at(Path(loaded.path))

    def _translation(self, target: Target) -> tuple[Line | None, str]:
        if target.tree:
            tree = target.tree
            return self._line(tree.repository, tree.revision), tree.repository.prefix + target.relative
        return self._at(target.file)

    def _at(self, file: Path) -> tuple[Line | None, str]:
        """The line of the repository whose working tree holds a file, and its path there."""
        top = top_of(file.parent)
        if top is None:
            return None, ""
        return self._of_folder(top), os.path.relpath(file, top).replace(os.sep, "/")

    def _of_folder(self, top: Path) -> Line | None:
        key = str(top)
        if key not in self._lines:
            from doclint.sources.git.repository import open_repository

            self._lines[key] = None
            opened = open_repository(key)
            if opened and opened.revision:
                self._lines[key] = self._line(opened.repository, opened.revision)
        return self._lines[key]

    def _of_context(self, target: Target) -> Line | None:
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
        if key not in self._lines:
            from doclint.sources.git.versions.log import open_log

            log = open_log(repository, revision, location())
            self._lines[key] = Line(repository, revision, log) if log else None
        return self._lines[key]


def _same(one: Line | None, other: Line | None) -> bool:
    if one is None or other is None:
        return False
    return one.repository.objects.folder == other.repository.objects.folder and one.revision == other.revision
