"""The English of a run's pages that somebody names, and its files where they can be listed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.config import Config
from doclint.layouts import Tree
from doclint.layouts.discover import discover
from doclint.layouts.tree import FolderTree, RevisionTree
from doclint.page.endings import is_page
from doclint.run.expectation import Expectation
from doclint.run.plan import english
from doclint.run.plan.asked import Asked
from doclint.run.plan.ground import Ground
from doclint.sources import FolderSource, Source
from doclint.sources.folder import FileSource
from doclint.text.errors import ConfigError
from doclint.text.files.inside import bounds_of, is_inside

if TYPE_CHECKING:
    from doclint.site import Site


def named_source(config: Config, asked: Asked, paths: Sequence[str]) -> tuple[Source | None, list[str]]:
    """The source that the command line or the configuration names, and a line where it is not to be had."""
    targets = paths[0] if paths else "."
    if os.path.isfile(targets):
        targets = discover([targets])[0].folder
    if asked.source:
        return english.named(asked.source, config, targets), []
    if config.source is None:
        return None, []
    if config.source.path and config.file and not is_inside(config.source.path, bounds_of(str(config.file.parent))):
        _require_pages(paths)
    source, note = english.configured(config.source, config, targets)
    return source, [note] if note else []


def _require_pages(paths: Sequence[str]) -> None:
    """Raise ConfigError for a file that is not a Markdown page: only pages are laid beside what lies outside.

    The text of the English is in the report, and whoever writes the configuration need not be who may read the file.
    """
    other = next((path for path in paths if os.path.isfile(path) and not is_page(path)), None)
    if other is not None:
        raise ConfigError(f'"{other}" is not a Markdown page, and its English is outside: name that with --source')


def expected_at(asked: Asked, config: Config, *, is_open: bool) -> Expectation | None:
    """The English that the command line or the configuration names."""
    if asked.source:
        return Expectation(f'in "{asked.source}"', "correct --source", True, is_open)
    if config.source is None:
        return None
    if is_open:
        where = config.source.url or os.path.relpath(config.source.path or "")
        return Expectation(f'in "{where}"', "correct source in doclint.toml", True, True)
    return Expectation(
        f'from "{config.source.url}", which is not here yet', "`doclint source sync` gets it", True, False
    )


def tree_of(source: Source | None) -> Tree | None:
    """The files of a source, where they can be listed."""
    if isinstance(source, FolderSource):
        return FolderTree(source.folder)
    if isinstance(source, FileSource):
        return None  # as in a hook, which need not load git
    from doclint.sources.git.commit import GitTree
    from doclint.sources.git.source import GitSource

    if isinstance(source, GitSource) and source.revision:
        return RevisionTree(GitTree(source.repository, source.revision))
    return None


def site_of(source: Source | None, paths: Sequence[str], ground: Ground | None = None) -> Site | None:
    """The pages of the site, where its English can be listed; its translations are those of a layout or of a folder."""
    tree = tree_of(source)
    if tree is None:
        return None
    from doclint.site import Site

    if ground:
        return Site(tree, ground.tree, ground.layout)
    folder = (paths or ["."])[0]
    return Site(tree, FolderTree(Path(folder))) if len(paths) < 2 and os.path.isdir(folder) else Site(tree)
