"""Only the pages that somebody changed, and the lines of them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.changes import changed_lines, changed_since
from doclint.discover import Target
from doclint.layouts.affected import affected
from doclint.plan.asked import Asked
from doclint.plan.ground import Ground

if TYPE_CHECKING:
    from doclint.plan.pages import Found


def only_changed(found: Found, asked: Asked, ground: Ground | None) -> Found:
    """The pages that changed since `--since`; with a layout in one tree also translations of changed sources."""
    if asked.since is None:
        return found
    root = ground.root if ground and ground.root else os.path.abspath(found.top or ".")
    layout = ground.layout if ground else None
    changes = changed_since(Path(root), asked.since)
    by_path = {_from(root, target): target for target in found.targets}
    kept = affected(changes, layout if layout and not layout.is_split else None, by_path)
    return replace(found, targets=[by_path[path] for path in kept if path in by_path])


def lines_changed(targets: Sequence[Target], revision: str) -> Mapping[str, Sequence[range]]:
    """The changed lines of each target, by the path that reports call it. Raises ConfigError."""
    lines: dict[str, Sequence[range]] = {}
    for folder in dict.fromkeys(target.folder for target in targets if target.tree is None):
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
