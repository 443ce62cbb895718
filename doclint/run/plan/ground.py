"""The tree that a run's pages lie in, and how it is laid out."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.config import Config
from doclint.layouts import Layout, Tree
from doclint.layouts.claim import Given
from doclint.layouts.kinds import split
from doclint.layouts.listing import Listing
from doclint.layouts.routes import FolderLayout
from doclint.layouts.tree import FolderTree, RevisionTree, root_of
from doclint.text import locale
from doclint.text.errors import ConfigError

if TYPE_CHECKING:
    from doclint.sources.git.commit import GitTree

NEEDS_A_SOURCE = (
    "the English of these pages lies in another repository: name it with --source, or as source in doclint.toml"
)


@dataclass(frozen=True, slots=True)
class Ground:
    """A tree with its layout."""

    root: str
    """The folder, absolute; of a commit what reports call it, empty."""
    tree: Tree
    layout: Layout | None
    notes: list[str] = field(default_factory=list)
    commit: GitTree | None = None
    unread: Mapping[str, OSError] = field(default_factory=dict)
    """Folders of the tree that could not be read."""

    def names(self) -> tuple[str, str]:
        """What the tree's folder is called, and its origin."""
        return self.tree.name, self.tree.origin

    def called(self) -> str | None:
        """The locale that one of these names ends in."""
        return next((tag for name in self.names() if (tag := locale.at_end(name))), None)

    def relative(self, path: str) -> str | None:
        """A path of the working directory as the layout counts it; None where it lies elsewhere."""
        absolute = os.path.abspath(path)
        if absolute == self.root:
            return ""
        prefix = self.root.rstrip(os.sep) + os.sep
        return absolute[len(prefix) :].replace(os.sep, "/") if absolute.startswith(prefix) else None


def surveyed(root: str, config: Config) -> Ground:
    """A folder, looked through for its layout. Raises ConfigError where the configured layout is not there."""
    tree = FolderTree(Path(root))
    return replace(_with_layout(os.path.abspath(root), tree, config, None), unread=tree.unread)


def of_commit(commit: GitTree, config: Config) -> Ground:
    """The files of a commit, looked through for their layout."""
    return _with_layout("", RevisionTree(commit), config, commit)


def of_source(tree: Tree, config: Config) -> Ground:
    """The files of a source, which may hold the translations too, looked through for their layout."""
    return _with_layout("", tree, config, None)


def _with_layout(root: str, tree: Tree, config: Config, commit: GitTree | None) -> Ground:
    from doclint.layouts.detect import by_name, detect

    given = config.layout
    tree = Listing(tree)  # looked through once, for the layout and for its pages
    if given is None:
        found = detect(tree, source_locale=config.source_locale, locale=config.locale)
    else:
        options = dict(given.options)
        patterns = options.pop("patterns", ())
        is_split = bool(options.pop("split", False))
        if options:
            raise ConfigError(f'{config.file}: unknown layout option "{min(options)}": there are patterns and split')
        found = by_name(
            given.name,
            tree,
            source_locale=config.source_locale,
            locale=config.locale,
            patterns=_pairs(patterns, config),
            is_split=is_split,
        )
    return Ground(root, tree, found.layout, list(found.notes), commit)


def _pairs(patterns: object, config: Config) -> list[tuple[str, str]]:
    """`source -> target` patterns of the configuration. Raises ConfigError."""
    pairs = []
    for pattern in patterns if isinstance(patterns, tuple) else ():
        source, arrow, target = str(pattern).partition("->")
        if not arrow:
            raise ConfigError(f'{config.file}: the pattern "{pattern}" is not "SOURCE -> TARGET"')
        pairs.append((source.strip(), target.strip()))
    return pairs


class _Top(FolderTree):
    """Only what lies at the top of a folder: that is where a repository declares what it is."""

    def paths(self) -> list[str]:
        try:
            return os.listdir(self.folder)
        except OSError:
            return []


def declared_locale(paths: Sequence[str]) -> str | None:
    """The locale that the repository of the named pages, or the named folder, says it is in."""
    here = paths[0] if paths else "."
    found = split.find(Listing(_Top(root_of(Path(here)))), Given(None, None))
    return found.layout.routes[0].locale if found and isinstance(found.layout, FolderLayout) else None
