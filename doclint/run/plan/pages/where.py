"""Where the pages of a run lie: the paths that are meant, the tree around them, or one commit."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.config import Config
from doclint.config.scopes import Scope
from doclint.run.plan.ground import Ground, of_commit, surveyed
from doclint.text.errors import ConfigError
from doclint.text.files.inside import top_of

if TYPE_CHECKING:
    from doclint.sources.git.commit import GitTree


def place_of(scope: Scope) -> str:
    """Where the pages of a workspace's target lie: a folder, or `REPO[@REV]`."""
    target = scope.target
    assert target is not None
    if target.path:
        return os.path.relpath(target.path)
    where = target.repository or ""
    if "://" in where:
        from doclint.sources.mirror import Mirror
        from doclint.text.files.cachefolder import location

        mirror = Mirror.of(where, location())
        if not mirror.is_there:
            raise ConfigError(f'the pages at "{where}" are not here yet: `doclint source sync` gets them')
        where = str(mirror.folder)
    return f"{where}@{target.rev or 'HEAD'}"


def commit_of(paths: Sequence[str]) -> GitTree | None:
    """The commit, where a run is about just one."""
    if len(paths) != 1 or os.path.isfile(paths[0]):
        return None
    if os.path.isdir(paths[0]) and not (Path(paths[0], "HEAD").is_file() and Path(paths[0], "objects").is_dir()):
        return None
    from doclint.sources.git.commit import open_tree

    return open_tree(paths[0]) if "@" in paths[0] or os.path.isdir(paths[0]) else None


def ground_of(config: Config, scope: Scope, paths: Sequence[str], commit: GitTree | None) -> Ground | None:
    """The tree to look through for a layout; None where the pages lie in none that is bounded."""
    if commit:
        return of_commit(commit, config)
    if scope.top:
        return surveyed(scope.top, config)
    top = str(config.file.parent) if config.file else None
    named = [os.path.abspath(path) for path in paths] or [os.getcwd()]
    if top is None or not all(f"{path}{os.sep}".startswith(top.rstrip(os.sep) + os.sep) for path in named):
        repository = top_of(Path(named[0]))
        top = str(repository) if repository else None
    if top is None and len(named) == 1 and os.path.isdir(named[0]):
        top = named[0]
    return surveyed(os.path.relpath(top), config) if top else None


def top_folder(paths: Sequence[str], commit: GitTree | None) -> str | None:
    """The folder that was named, the working directory for several."""
    if commit:
        return None
    return paths[0] if len(paths) == 1 and os.path.isdir(paths[0]) else "."


def is_below(folder: Path, paths: Sequence[str]) -> bool:
    """Whether a folder lies below one of the paths."""
    inner = os.path.join(os.path.abspath(folder), "")
    outer = [os.path.join(os.path.abspath(path), "") for path in paths]
    return any(inner.startswith(path) and inner != path for path in outer)


def takes_sources_from(ground: Ground, folder: Path) -> bool:
    """Whether the layout of a tree, in one piece, pairs its pages with some of that folder."""
    if ground.layout is None or ground.layout.is_split:
        return False
    root, start = os.path.abspath(ground.root), os.path.join(os.path.abspath(folder), "")
    return any(os.path.join(root, one.path).startswith(start) for _, one in ground.layout.pages(ground.tree))
