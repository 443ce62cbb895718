"""The pages of a tree whose layout is known, and what is said of the others."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from doclint.layouts import Counterpart, Layout, Target, Tree
from doclint.layouts.discover import Skipped, discover, shown_folder
from doclint.layouts.pairs.capitals import as_written
from doclint.layouts.pairs.coverage import missing
from doclint.layouts.pairs.kept import Kept
from doclint.page.endings import is_page
from doclint.run.plan.ground import Ground
from doclint.text.jsonescape import json_line

FEW = 4
"""One page in so many may lie outside a layout, as a README does, before that is said."""
SHOWN = 4
"""Folders that are named with what a layout leaves out."""


def laid_out(ground: Ground, layout: Layout, paths: Sequence[str], skipped: Skipped) -> list[Target]:
    """The translated pages of a tree, or those below the named paths, and translations of named source pages."""
    make = _Maker(ground)
    sources: Mapping[str, Counterpart] = dict(layout.pages(ground.tree))
    if not layout.is_split:
        sources = as_written(sources, set(ground.tree.paths()))
    everything = {path: make.target(path, source.path, source.locale) for path, source in sources.items()}
    if not paths:
        return list(everything.values())
    targets = []
    for path in paths:
        relative = ground.relative(path)
        if os.path.isdir(path) and relative is not None:
            prefix = f"{relative}/" if relative else ""
            below = [target for name, target in everything.items() if name.startswith(prefix)]
            targets += below or [one for one in discover([path], skipped) if not _is_source(layout, ground, one)]
        elif relative is not None and relative in everything:
            targets.append(everything[relative])
        elif relative is not None and (translations := layout.translations(relative)):
            targets += [everything[one.path] for one in translations if one.path in everything]
        else:
            targets += discover([path])
    return targets


def _is_source(layout: Layout, ground: Ground, target: Target) -> bool:
    relative = ground.relative(f"{target.folder}/{target.relative}")
    return relative is not None and not layout.is_split and bool(layout.translations(relative))


class _Maker:
    """Makes the targets of one tree."""

    def __init__(self, ground: Ground) -> None:
        self.folder = ground.root
        self.commit = ground.commit
        self.kept = Kept(ground.tree)
        here = None if ground.commit else ground.relative(".")
        self.here = f"{here}/" if here else ""
        self.shown = "" if ground.commit else shown_folder(ground.root) if here is None else _up(here)

    def target(self, path: str, source: str, locale: str | None, *, is_missing: bool = False) -> Target:
        counterpart = "" if source == path else source
        is_below = bool(self.here) and path.startswith(self.here)
        return Target(
            self.folder,
            "" if is_below else self.shown,
            path,
            hidden=len(self.here) if is_below else 0,
            tree=self.commit,
            counterpart=counterpart,
            locale=locale,
            digest="" if is_missing else self.kept.of(path, source),
            is_missing=is_missing,
        )


def _up(below: str) -> str:
    """The way from a folder up to the root that it lies below."""
    return "../" * (below.count("/") + 1) if below else ""


def lacking(ground: Ground, layout: Layout, sources: Tree | None) -> Iterator[Target]:
    """Pages that should be there: sources without a translation."""
    make = _Maker(ground)
    for source, translation in missing(layout, ground.tree, sources):
        yield make.target(translation.path, source, translation.locale, is_missing=True)


def part_note(ground: Ground, layout: Layout, paths: Sequence[str], targets: Sequence[Target]) -> Iterator[str]:
    """A line where a good part of the Markdown pages, or of those in the named folders, is in no layout nor checked."""
    tops = [f"{ground.relative(path)}/".lstrip("/") for path in paths if ground.relative(path) is not None] or [""]
    if any(os.path.isfile(path) for path in paths):
        return
    pages = [one for one in ground.tree.paths() if is_page(one) and one.startswith(tuple(tops))]
    others = [one for one in pages if not (layout.counterpart(one) or layout.translations(one))]
    if others and paths:  # a named folder that is in no layout is checked all the same
        checked = {ground.relative(f"{target.folder}/{target.relative}") for target in targets}
        others = [one for one in others if one not in checked]
    if len(others) * FEW > len(pages):
        inside = len(pages) - len(others)
        said = f"{inside:,} of {len(pages):,} Markdown pages are in a layout ({layout.name})"
        yield f"{said}: the others are not checked ({_by_folder(others)})"


def _by_folder(pages: Sequence[str]) -> str:
    """How many pages lie in which folder, one or two levels down, the fullest first."""
    counts = Counter("/".join(page.split("/")[:-1][:2]) or "the top folder" for page in pages)
    often = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    shown = [f"{json_line(folder)[1:-1]} {count:,}" for folder, count in often[:SHOWN]]
    rest = sum(count for _, count in often[SHOWN:])
    return ", ".join([*shown, f"elsewhere {rest:,}"] if rest else shown)


def settable(layout: Layout) -> str | None:
    """The layout's name, where a configuration may set it."""
    from doclint.layouts.detect import NAMES

    return layout.name if layout.name in NAMES else None


def below(unread: Mapping[str, OSError], paths: Sequence[str]) -> dict[str, OSError]:
    """Those of the folders that lie in one of the named ones, or all."""
    tops = [os.path.join(os.path.abspath(path), "") for path in paths] or [""]
    return {
        folder: error
        for folder, error in unread.items()
        if any(os.path.join(os.path.abspath(folder), "").startswith(top) for top in tops)
    }
