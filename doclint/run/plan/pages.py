"""The pages that a run checks, and the source they have: of one target of a workspace, or what is named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.config import Config
from doclint.config.scopes import Scope
from doclint.layouts import Layout, Target, Tree
from doclint.layouts.coverage import missing
from doclint.layouts.discover import Skipped, discover, shown_folder
from doclint.layouts.tree import FolderTree, RevisionTree
from doclint.page.endings import is_page
from doclint.run.expectation import Expectation
from doclint.run.plan import english
from doclint.run.plan.asked import Asked
from doclint.run.plan.found import Found
from doclint.run.plan.ground import NEEDS_A_SOURCE, Ground, declared_locale, of_commit, surveyed
from doclint.run.plan.ownlocale import settled
from doclint.run.plan.samepath import from_the_top
from doclint.site import Site
from doclint.sources import FolderSource, Source
from doclint.text.errors import ConfigError
from doclint.text.files.inside import bounds_of, is_inside, top_of

if TYPE_CHECKING:
    from doclint.sources.git.commit import GitTree

SET_IT = "set layout or source in doclint.toml"
FEW = 4
"""One page in so many may lie outside a layout, as a README does, before that is said."""


def found_pages(scope: Scope, asked: Asked) -> Found:
    """The pages of one target. Raises ConfigError, SourceError."""
    config = scope.config
    paths = list(asked.paths)
    if scope.target and not (scope.top and paths):
        paths = [_place(scope)]
    commit = _commit(paths)
    source, notes = _source(config, asked, paths)
    ground = None
    if config.layout is None and isinstance(source, FolderSource) and _is_below(source.folder, paths or ["."]):
        ground = _ground(config, scope, paths, commit)
        if ground and _takes_sources_from(ground, source.folder):
            source = None  # the layout says more: which pages are translations, and of which
    unread: dict[str, OSError] = {}
    expected = _named(asked, config, is_open=source is not None)

    def skipped(error: OSError) -> None:
        unread[error.filename] = error

    if source is not None and config.layout is None:
        targets = discover(paths or ["."], skipped)
        if commit is None:
            targets = from_the_top(targets, source)
        if asked.missing or config.require_translations:
            targets += _untranslated(targets, paths or ["."], source, skipped)
        if config.locale is None and commit is None and (tag := declared_locale(paths)):
            targets = [target._replace(locale=tag) for target in targets]
        found = Found(targets, source, _top(paths, commit), notes, expected=expected, unread=unread, site=_site(source))
        return _asked_for(found, asked, None)
    ground = ground or _ground(config, scope, paths, commit)
    if ground is None or ground.layout is None:
        notes += ground.notes if ground else []
        if expected is None and notes:
            expected = Expectation(f"here ({notes[0]})", SET_IT, False, False)
        if not paths and not notes:
            notes.append("no layout is known here: name pages, or set layout or source in doclint.toml")
        places = paths if paths or ground is None else [os.path.relpath(ground.root)]
        targets = discover(places, skipped)
        found = Found(targets, source, _top(paths, commit), notes, expected=expected, unread=unread, site=_site(source))
        return _asked_for(found, asked, ground)
    layout, notes, site = ground.layout, [*notes, *ground.notes], None
    if source is None and layout.is_split:
        notes = notes if notes else [NEEDS_A_SOURCE]
    elif source is None:
        site = Site(ground.tree, ground.tree, layout)
        source = english.beside(ground.root, config) if commit is None else english.named(paths[0], config, None)
    if expected is None and source is None:
        expected = Expectation("here: it lies in another repository", "name it with --source", False, False)
    elif expected is None:
        expected = Expectation(f"where the layout {layout.name} looks for it", SET_IT, False, True)
    targets = _laid_out(ground, layout, [] if commit else paths, skipped)
    unread |= _below(ground.unread, paths)
    if asked.missing or config.require_translations:
        sources = _tree_of(source) if layout.is_split else None
        if sources is not None or not layout.is_split:
            targets += _lacking(ground, layout, sources)
            unread |= sources.unread if isinstance(sources, FolderTree) else {}
    from doclint.layouts.detect import NAMES

    name = layout.name if layout.name in NAMES else None
    notes += _part(ground, layout, [] if commit else paths, targets)
    root = None if commit else ground.root
    found = Found(targets, source, root, notes, name, expected, unread, site or _site(source, ground))
    return _asked_for(found, asked, ground)


def _below(unread: Mapping[str, OSError], paths: Sequence[str]) -> dict[str, OSError]:
    """Those of the folders that lie in one of the named ones, or all."""
    tops = [os.path.join(os.path.abspath(path), "") for path in paths] or [""]
    return {
        folder: error
        for folder, error in unread.items()
        if any(os.path.join(os.path.abspath(folder), "").startswith(top) for top in tops)
    }


def _named(asked: Asked, config: Config, *, is_open: bool) -> Expectation | None:
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


def _part(ground: Ground, layout: Layout, paths: Sequence[str], targets: Sequence[Target]) -> Iterator[str]:
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
        yield f"{inside:,} of {len(pages):,} Markdown pages are in a layout ({layout.name}): the others are not checked"


def _asked_for(found: Found, asked: Asked, ground: Ground | None) -> Found:
    """All the pages, or those that changed."""
    found = replace(found, targets=settled(found.targets))
    if asked.since is None:
        return found
    from doclint.run.plan.since import only_changed

    return only_changed(found, asked.since, ground)


def _place(scope: Scope) -> str:
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


def _is_below(folder: Path, paths: Sequence[str]) -> bool:
    """Whether a folder lies below one of the paths."""
    inner = os.path.join(os.path.abspath(folder), "")
    outer = [os.path.join(os.path.abspath(path), "") for path in paths]
    return any(inner.startswith(path) and inner != path for path in outer)


def _takes_sources_from(ground: Ground, folder: Path) -> bool:
    """Whether the layout of a tree, in one piece, pairs its pages with some of that folder."""
    if ground.layout is None or ground.layout.is_split:
        return False
    root, start = os.path.abspath(ground.root), os.path.join(os.path.abspath(folder), "")
    return any(os.path.join(root, one.path).startswith(start) for _, one in ground.layout.pages(ground.tree))


def _commit(paths: Sequence[str]) -> GitTree | None:
    """The commit, where a run is about just one."""
    if len(paths) != 1 or os.path.isfile(paths[0]):
        return None
    if os.path.isdir(paths[0]) and not (Path(paths[0], "HEAD").is_file() and Path(paths[0], "objects").is_dir()):
        return None
    from doclint.sources.git.commit import open_tree

    return open_tree(paths[0]) if "@" in paths[0] or os.path.isdir(paths[0]) else None


def _source(config: Config, asked: Asked, paths: Sequence[str]) -> tuple[Source | None, list[str]]:
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
    """Raise ConfigError for a file that is no Markdown page: a configuration lays only those beside what lies outside.

    The text of the English is in the report, and whoever writes the configuration need not be who may read the file.
    """
    other = next((path for path in paths if os.path.isfile(path) and not is_page(path)), None)
    if other is not None:
        raise ConfigError(f'"{other}" is no Markdown page, and its source lies outside: name that with --source')


def _ground(config: Config, scope: Scope, paths: Sequence[str], commit: GitTree | None) -> Ground | None:
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


def _laid_out(ground: Ground, layout: Layout, paths: Sequence[str], skipped: Skipped) -> list[Target]:
    """The translated pages of a tree, or those below the named paths, and translations of named source pages."""
    make = _Maker(ground)
    everything = {path: make.target(path, source.path, source.locale) for path, source in layout.pages(ground.tree)}
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
            is_missing=is_missing,
        )


def _up(below: str) -> str:
    """The way from a folder up to the root that it lies below."""
    return "../" * (below.count("/") + 1) if below else ""


def _lacking(ground: Ground, layout: Layout, sources: Tree | None) -> Iterator[Target]:
    """Pages that should be there: sources without a translation."""
    make = _Maker(ground)
    for source, translation in missing(layout, ground.tree, sources):
        yield make.target(translation.path, source, translation.locale, is_missing=True)


def _untranslated(targets: Sequence[Target], paths: Sequence[str], source: Source, skipped: Skipped) -> list[Target]:
    """The same where source and target have the same relative path, for one folder or commit."""
    tree = _tree_of(source)
    if tree is None or len(paths) != 1 or os.path.isfile(paths[0]):
        return []
    first = next(iter(targets))
    before = first.source.removesuffix(first.relative)
    there = {target.source for target in targets}
    lacking = sorted(path for path in tree.paths() if is_page(path) and path.startswith(before) and path not in there)
    for error in tree.unread.values() if isinstance(tree, FolderTree) else ():
        skipped(error)
    return [
        first._replace(relative=path.removeprefix(before), counterpart=path if before else "", is_missing=True)
        for path in lacking
    ]


def _tree_of(source: Source | None) -> Tree | None:
    """The files of a source, where they can be listed."""
    if isinstance(source, FolderSource):
        return FolderTree(source.folder)
    from doclint.sources.git.commit import GitTree
    from doclint.sources.git.source import GitSource

    if isinstance(source, GitSource) and source.revision:
        return RevisionTree(GitTree(source.repository, source.revision))
    return None


def _site(source: Source | None, ground: Ground | None = None) -> Site | None:
    """The pages of the site, where its English can be listed."""
    tree = _tree_of(source)
    if tree is None:
        return None
    return Site(tree, ground.tree, ground.layout) if ground else Site(tree)


def _top(paths: Sequence[str], commit: GitTree | None) -> str | None:
    """The folder that was named, the working directory for several."""
    if commit:
        return None
    return paths[0] if len(paths) == 1 and os.path.isdir(paths[0]) else "."
