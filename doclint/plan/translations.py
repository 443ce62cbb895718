"""Which translated pages are made from an English page, as a change of it concerns them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from doclint.config import find
from doclint.context import Context
from doclint.discover import Target
from doclint.plan.asked import Asked
from doclint.plan.plan import make
from doclint.sources.folder import FolderSource
from doclint.sources.git import GitSource
from doclint.sources.worktree import WorkTreeSource


def translations(files: Sequence[str]) -> dict[str, list[Target]]:
    """The translations of each file that is a source page, in all targets of the configuration that holds.

    Raises ConfigError, SourceError where there is nothing to plan a run of.
    """
    config = find.nearest(find.start(files))
    plan = make(Asked(config=str(config) if config else None))
    named = {_real(Path(file)): file for file in files}
    folders = [_folder(context) for context in plan.contexts]
    found: dict[str, list[Target]] = {}
    for target in plan.targets:
        folder = folders[target.context]
        if folder is None:
            continue
        file = named.get(os.path.join(folder, target.source))
        if file is not None:
            found.setdefault(file, []).append(target)
    return found


def _folder(context: Context) -> str | None:
    """The working tree that the English lies in."""
    source = context.source
    if isinstance(source, WorkTreeSource):
        return _real(source.folder.folder)
    if isinstance(source, FolderSource):
        return _real(source.folder)
    return _real(source.repository.folder) if isinstance(source, GitSource) else None


def _real(path: Path) -> str:
    return os.path.realpath(path)
