"""Arguments that lie in several repositories: each is laid out in its own way."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from doclint.text.files.inside import top_of


def by_repository(paths: Iterable[str]) -> list[tuple[str, ...]]:
    """The paths by the repositories that they lie in, in the order of the first of each; those in none together."""
    groups: dict[Path | None, list[str]] = {}
    tops: dict[str, Path | None] = {}
    for path in paths:
        folder = path if os.path.isdir(path) else os.path.dirname(path) or "."
        if folder not in tops:
            tops[folder] = top_of(Path(folder))
        groups.setdefault(tops[folder], []).append(path)
    return [tuple(group) for group in groups.values()]
