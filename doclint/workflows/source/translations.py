"""Which translated pages are made from an English page, as a change of it concerns them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from doclint.config import find
from doclint.layouts import Target
from doclint.run import Asked, Context
from doclint.run.plan.plan import Plan, make
from doclint.sources import FolderSource
from doclint.sources.git.source import GitSource
from doclint.sources.worktree import WorkTreeSource


@dataclass(frozen=True, slots=True)
class Translations:
    """The source pages among some files, each with its translations; a page that no language has yet has none."""

    plan: Plan
    """Of a run over all translations."""
    of: Mapping[str, Sequence[Target]]


def asked_of(files: Sequence[str]) -> Asked:
    """A run over everything in the configuration that holds for the files."""
    config = find.nearest(find.start(files))
    return Asked(config=str(config) if config else None, missing=True)


def translations(files: Sequence[str]) -> Translations:
    """The translations of each file that is a source page, in all targets of the configuration that holds.

    Raises ConfigError, SourceError where there is nothing to plan a run of.
    """
    plan = make(asked_of(files))
    named = {_real(Path(file)): file for file in files}
    folders = [_folder(context) for context in plan.contexts]
    found: dict[str, list[Target]] = {}
    for target in plan.targets:
        folder = folders[target.context]
        if folder is None:
            continue
        file = named.get(os.path.join(folder, target.source))
        if file is not None:
            found.setdefault(file, []).extend([] if target.is_missing else [target])
    return Translations(plan, found)


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
