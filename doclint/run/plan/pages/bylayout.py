"""Pages beside a named source that has them at other paths, as the layout of their tree, or of the source's, says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from doclint.config import Config
from doclint.layouts import Layout, Target, elsewhere
from doclint.layouts.claim import Given
from doclint.layouts.listing import Listing
from doclint.run.plan.beside import layoutpath
from doclint.run.plan.found import Found
from doclint.run.plan.ground import Ground, of_source
from doclint.run.plan.pages.laidout import lacking, laid_out, part_note, settable
from doclint.run.plan.pages.search import Search
from doclint.run.plan.pages.source import site_of, tree_of
from doclint.sources import Source


def by_layout(search: Search, ground: Ground, targets: Sequence[Target], source: Source) -> Found | None:
    """The pages with the places of their English; None where no layout tells, or the source has nothing there.

    Where the source is a folder of the translations, its whole repository is asked as well.
    """
    layout = ground.layout
    if layout:
        everything = laid_out(ground, layout, search.paths, search.skipped)
        known = [one for one in everything if layout.counterpart(one.relative)]
    elif tree := tree_of(source):
        sources = Listing(tree)  # looked through once, for both
        if layout := _elsewhere(ground, sources, search.config):
            known = laid_out(ground, layout, search.paths, search.skipped)
        elif layout := of_source(sources, search.config).layout:
            known = list(layoutpath.by_their_paths(targets, layout))
    if layout is None:
        return None
    for one in layoutpath.wider(source, search.config):
        if found := layoutpath.found_in(one, targets, known):
            return _found(search, replace(ground, layout=layout), layout, one, found)
    return None


def _elsewhere(ground: Ground, sources: Listing, config: Config) -> Layout | None:
    """The folders of locales beside those of the source's language in a tree that is laid out otherwise."""
    return elsewhere.layout_of(Listing(ground.tree), sources, Given(config.source_locale, config.locale))


def _found(search: Search, ground: Ground, layout: Layout, source: Source, found: layoutpath.Found) -> Found:
    """With what is missing where that is asked for, and the site where the source has its paths."""
    targets = found.targets
    if search.needs_all:
        gone = lacking(ground, layout, tree_of(source) if layout.is_split else None)
        targets = [*targets, *layoutpath.below(found.dropped, gone)]
    is_tree = not found.dropped and not layout.is_split
    site = site_of(source, search.paths, ground if is_tree else None)
    notes = list(part_note(ground, layout, search.paths, targets))
    return Found(targets, source, ground.root, notes, settable(layout), unread=search.unread, site=site)
