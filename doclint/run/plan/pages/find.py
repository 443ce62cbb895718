"""The pages that a run checks, and the source they have: of one target of a workspace, or what is named."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from doclint.config.scopes import Scope
from doclint.layouts import Layout, Target
from doclint.layouts.discover import Skipped, discover
from doclint.layouts.tree import FolderTree
from doclint.page.endings import is_page
from doclint.run.expectation import Expectation
from doclint.run.plan import english
from doclint.run.plan.asked import Asked
from doclint.run.plan.beside.layoutpath import is_lacking
from doclint.run.plan.beside.neighbours import neighbour
from doclint.run.plan.beside.samepath import from_the_top
from doclint.run.plan.found import Found
from doclint.run.plan.ground import NEEDS_A_SOURCE, Ground, declared_locale
from doclint.run.plan.ownlocale import settled
from doclint.run.plan.pages.bylayout import by_layout
from doclint.run.plan.pages.laidout import below, lacking, laid_out, part_note, settable
from doclint.run.plan.pages.search import Search
from doclint.run.plan.pages.source import expected_at, named_source, site_of, tree_of
from doclint.run.plan.pages.where import commit_of, ground_of, is_below, place_of, takes_sources_from
from doclint.sources import FolderSource, Source

SET_IT = "set layout or source in doclint.toml"
TAKEN = 'the English is taken from "{where}", which has the same pages: set source in doclint.toml to confirm that'
LACKING = (
    '"{where}" has less than half of these pages: name it with --source, at another commit if need be ("{where}@REV")'
)


def found_pages(scope: Scope, asked: Asked) -> Found:
    """The pages of one target. Raises ConfigError, SourceError."""
    config = scope.config
    paths = list(asked.paths)
    if scope.target and not (scope.top and paths):
        paths = [place_of(scope)]
    search = Search(scope, paths, commit_of(paths), bool(asked.missing or config.require_translations), {})
    source, notes = named_source(config, asked, paths)
    ground = None
    if config.layout is None and isinstance(source, FolderSource) and is_below(source.folder, paths or ["."]):
        ground = ground_of(config, scope, paths, search.commit)
        if ground and takes_sources_from(ground, source.folder):
            source = None  # the layout says more: which pages are translations, and of which
    expected = expected_at(asked, config, is_open=source is not None)
    if source is not None and config.layout is None:
        found, ground = _beside_a_source(search, source, notes)
        return _asked_for(replace(found, expected=expected), asked, ground)
    ground = ground or ground_of(config, scope, paths, search.commit)
    if ground is None or ground.layout is None:
        found = _without_layout(search, source, notes, ground, expected)
    else:
        found = _with_layout(search, source, notes, ground, ground.layout, expected)
    return _asked_for(found, asked, ground)


def _asked_for(found: Found, asked: Asked, ground: Ground | None) -> Found:
    """All the pages, or those that changed."""
    found = replace(found, targets=settled(found.targets))
    if asked.since is None:
        return found
    from doclint.run.plan.since import only_changed

    return only_changed(found, asked.since, ground)


def _beside_a_source(search: Search, source: Source, notes: list[str]) -> tuple[Found, Ground | None]:
    """Pages whose English has the same relative path; where it has not, their layout, if that tells, with its tree."""
    targets = discover(search.paths or ["."], search.skipped)
    if search.commit is None:
        targets = from_the_top(targets, source)
        is_asked = tree_of(source) is not None and is_lacking(targets, source)
        ground = ground_of(search.config, search.scope, search.paths, None) if is_asked else None
        if ground and (found := by_layout(search, ground, targets, source)):
            return replace(found, notes=[*notes, *found.notes]), ground
    return _of_same_paths(search, targets, source, notes), None


def _of_same_paths(search: Search, targets: list[Target], source: Source, notes: list[str]) -> Found:
    """Pages whose English has the same relative path."""
    paths = search.paths
    if search.needs_all:
        targets += _untranslated(targets, paths or ["."], source, search.skipped)
    if search.config.locale is None and search.commit is None and (tag := declared_locale(paths)):
        targets = [target._replace(locale=tag) for target in targets]
    return search.found(targets, source, notes, site_of(source, search.paths))


def _untranslated(targets: Sequence[Target], paths: Sequence[str], source: Source, skipped: Skipped) -> list[Target]:
    """The sources without a translation, for one folder or commit."""
    tree = tree_of(source)
    if tree is None or len(paths) != 1 or os.path.isfile(paths[0]):
        return []
    first = next(iter(targets))
    before = first.source.removesuffix(first.relative)
    there = {target.source for target in targets}
    gone = sorted(path for path in tree.paths() if is_page(path) and path.startswith(before) and path not in there)
    for error in tree.unread.values() if isinstance(tree, FolderTree) else ():
        skipped(error)
    return [
        first._replace(relative=path.removeprefix(before), counterpart=path if before else "", is_missing=True)
        for path in gone
    ]


def _without_layout(
    search: Search, source: Source | None, notes: list[str], ground: Ground | None, expected: Expectation | None
) -> Found:
    """The named pages, or all below the tree that no layout is known of."""
    notes = [*notes, *(ground.notes if ground else ())]
    if expected is None and notes:
        expected = Expectation(f"here ({notes[0]})", SET_IT, False, False)
    if not search.paths and not notes:
        notes.append("no layout is recognized here: name pages, or set layout or source in doclint.toml")
    places = search.paths if search.paths or ground is None else [os.path.relpath(ground.root)]
    targets = discover(places, search.skipped)
    if source is None and ground and search.config.layout is None and (beside := neighbour(ground, targets)):
        where = beside.where
        if beside.is_english:
            source, notes = english.named(where, search.config, None), [TAKEN.format(where=where)]
            expected = Expectation(f'in "{where}"', SET_IT, False, True)
            targets = [target._replace(locale=ground.called()) for target in targets]
        else:
            notes.append(LACKING.format(where=where))
    return replace(search.found(targets, source, notes, site_of(source, search.paths)), expected=expected)


def _with_layout(
    search: Search,
    source: Source | None,
    notes: list[str],
    ground: Ground,
    layout: Layout,
    expected: Expectation | None,
) -> Found:
    """The translated pages of a tree whose layout is known."""
    notes, site = [*notes, *ground.notes], None
    targets = laid_out(ground, layout, search.folders, search.skipped)
    if source is None and layout.is_split and (beside := neighbour(ground, targets)) and beside.is_english:
        where = beside.where
        source, notes = english.named(where, search.config, None), [*notes, TAKEN.format(where=where)]
    elif source is None and layout.is_split:
        notes = notes if notes else [NEEDS_A_SOURCE]
    elif source is None:
        from doclint.site import Site

        site = Site(ground.tree, ground.tree, layout)
        source = _beside(search, ground)
    if expected is None and source is None:
        expected = Expectation("here: it lies in another repository", "name it with --source", False, False)
    elif expected is None:
        expected = Expectation(f"where the layout {layout.name} looks for it", SET_IT, False, True)
    unread = search.unread | below(ground.unread, search.paths)
    if search.needs_all:
        sources = tree_of(source) if layout.is_split else None
        if sources is not None or not layout.is_split:
            targets += lacking(ground, layout, sources)
            unread |= sources.unread if isinstance(sources, FolderTree) else {}
    notes += part_note(ground, layout, search.folders, targets)
    root = None if search.commit else ground.root
    site = site or site_of(source, search.paths, ground)
    return Found(targets, source, root, notes, settable(layout), expected, unread, site)


def _beside(search: Search, ground: Ground) -> Source:
    """The English in the tree of the translations itself."""
    if search.commit is None:
        return english.beside(ground.root, search.config)
    return english.named(search.paths[0], search.config, None)
