"""Pages below the top of a split repository, named by themselves: their English lies at the same path from the top."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from doclint.layouts import Target
from doclint.run.plan.beside import look
from doclint.sources import Source
from doclint.text import locale
from doclint.text.files.inside import top_of


def from_the_top(targets: Iterable[Target], source: Source) -> list[Target]:
    """The targets; those of another repository than the source's with their path from its top, if English lies there.

    What their path in the named folder leads to may be any page of that name: `index.md` is everywhere.
    """
    targets = list(targets)
    moved: dict[int, Target] = {}
    for top, group in _below_tops(targets):
        few = look.sample(group)
        there = sum(look.has(source, path, target) for target, path in few)
        as_named = sum(look.has(source, target.relative, target) for target, _ in few)
        if there and there >= as_named and not look.is_own(source, top):
            moved |= {id(target): target._replace(counterpart=path) for target, path in group}
    return [moved.get(id(target), target) for target in targets]


def _below_tops(targets: Iterable[Target]) -> Iterator[tuple[Path, list[tuple[Target, str]]]]:
    """By the folder that was named, or that holds a named file: the top of its repository, its pages' paths from there.

    Only where that is another path. One that names a language is no path of an English page.
    """
    tops: dict[str, tuple[Path, str] | None] = {}
    groups: dict[str, list[tuple[Target, str]]] = defaultdict(list)
    for target in targets:
        folder, name = os.path.split(target.file) if target.name else (target.folder, target.relative)
        if folder not in tops:
            tops[folder] = _way(folder)
        if (known := tops[folder]) and (path := known[1] + name) != target.relative:
            groups[folder].append((target, path))
    return ((known[0], group) for folder, group in groups.items() if (known := tops[folder]))


def _way(folder: str) -> tuple[Path, str] | None:
    """The top of a folder's repository, and the way from there to the folder."""
    top = top_of(Path(folder))
    if top is None:
        return None
    below = os.path.relpath(folder or ".", top).replace(os.sep, "/")
    before = "" if below == "." else f"{below}/"
    return None if locale.in_path(f"{before}_") else (top, before)
