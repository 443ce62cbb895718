"""Only the pages that somebody changed, and the lines of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from doclint.layouts import Target
from doclint.layouts.pairs.affected import affected
from doclint.run.plan.found import Found
from doclint.run.plan.ground import Ground
from doclint.sources import FolderSource, Source
from doclint.sources.git.changes import changed_lines, changed_since
from doclint.text.errors import ConfigError
from doclint.text.files.inside import top_of


def _refuse_commits(targets: Iterable[Target], option: str) -> None:
    """Raise ConfigError where pages of a commit are asked for: what changed is told of a working tree."""
    where = next((target.folder for target in targets if target.tree), None)
    if where is not None:
        raise ConfigError(f'{option} is for files in a working tree, not for "{where}"')


def only_changed(found: Found, since: str, ground: Ground | None) -> Found:
    """The pages that changed since a revision; with a layout in one tree also translations of changed sources."""
    _refuse_commits(found.targets, "--since")
    root = ground.root if ground and ground.root else os.path.abspath(found.top or ".")
    layout = ground.layout if ground else None
    changes = changed_since(Path(root), since)
    by_path = {_from(root, target): target for target in found.targets}
    kept = set(affected(changes, layout if layout and not layout.is_split else None, by_path))
    sources = _changed_sources(found.source, root, since)
    return replace(found, targets=[one for path, one in by_path.items() if path in kept or one.source in sources])


def _changed_sources(source: Source | None, root: str, revision: str) -> frozenset[str]:
    """The pages of a source folder that changed, where it lies in the repository of the targets."""
    top = top_of(Path(root))
    if not isinstance(source, FolderSource) or top is None or top_of(source.folder) != top:
        return frozenset()
    changes = changed_since(source.folder, revision)
    return changes.present | changes.gone


def lines_changed(targets: Sequence[Target], revision: str) -> Mapping[str, Sequence[range]]:
    """The changed lines of each target, by the path that reports call it. Raises ConfigError."""
    _refuse_commits(targets, "--changed-lines")
    lines: dict[str, Sequence[range]] = {}
    for folder in dict.fromkeys(target.folder for target in targets):
        changed = changed_lines(Path(folder), revision)
        lines |= {
            target.path: changed[target.relative]
            for target in targets
            if target.folder == folder and target.relative in changed
        }
    return lines


def _from(root: str, target: Target) -> str:
    """The target's path relative to a folder."""
    return os.path.relpath(f"{target.folder}/{target.relative}", root).replace(os.sep, "/")
