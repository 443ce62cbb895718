"""Folders beside folders: a page lies in the folder of its locale where its source lies in the source's folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from doclint.layouts.layout import Counterpart, Translation
from doclint.layouts.listing import Listing
from doclint.layouts.tree import Tree
from doclint.page.endings import is_page
from doclint.text import locale

SLOT = "{locale}"


class Route(NamedTuple):
    """One folder of sources and its translation into one locale; both are empty or end with `/`."""

    source: str
    target: str
    locale: str | None


@dataclass(frozen=True)
class FolderLayout:
    """A layout that pairs folders; of folders in each other, the innermost says whose a page is."""

    name: str
    source_locale: str
    routes: tuple[Route, ...]
    is_split: bool = False
    apart: tuple[str, ...] = ()
    """Folders whose pages are neither sources nor translations, though they lie in one of either."""

    @property
    def because(self) -> str:
        """The signal for it, by its first route."""
        first = self.routes[0]
        return f"{first.target} has the pages of {first.source or 'the root'}"

    @cached_property
    def _targets(self) -> dict[str, Route]:
        return {route.target: route for route in reversed(self.routes)}

    @cached_property
    def _sources(self) -> dict[str, list[Route]]:
        sources: dict[str, list[Route]] = {}
        for route in self.routes:
            sources.setdefault(route.source, []).append(route)
        return sources

    @cached_property
    def _of_targets(self) -> frozenset[str]:
        """The folders that say that a page is a translation or is not."""
        return frozenset(self._targets) | frozenset(self.apart) | frozenset([] if self.is_split else self._sources)

    @cached_property
    def _of_sources(self) -> frozenset[str]:
        return frozenset(self._sources) | frozenset(self.apart) | frozenset([] if self.is_split else self._targets)

    def counterpart(self, path: str) -> Counterpart | None:
        route = self._targets.get(_innermost(path, self._of_targets)) if is_page(path) else None
        return Counterpart(route.source + path[len(route.target) :], route.locale) if route else None

    def translations(self, source_path: str) -> list[Translation]:
        folder = _innermost(source_path, self._of_sources) if is_page(source_path) else "/"
        rest = source_path[len(folder) :]
        return [Translation(route.locale, route.target + rest) for route in self._sources.get(folder, ())]

    def without(self, pages: Iterable[str]) -> FolderLayout:
        """The same but for the folders that these translated pages lie in, which are neither source nor translation."""
        gone = {_innermost(page, self._of_targets) for page in pages}
        routes = tuple(route for route in self.routes if route.target not in gone)
        return replace(self, routes=routes, apart=(*self.apart, *sorted(gone)))

    def pages(self, tree: Tree) -> Iterator[tuple[str, Counterpart]]:
        for path in tree.paths():
            found = self.counterpart(path)
            if found:
                yield path, found


def _innermost(path: str, folders: frozenset[str]) -> str:
    """The innermost of the folders that a path lies in; `/`, which is none, where it lies in none."""
    end = path.rfind("/")
    while end >= 0:
        folder = path[: end + 1]
        if folder in folders:
            return folder
        end = path.rfind("/", 0, end)
    return "" if "" in folders else "/"


def expand(listing: Listing, source: str, target: str, source_locale: str) -> list[Route]:
    """The routes of a pattern: `{locale}` in the target stands for the folders of the tree that name a locale there.

    `docs/{locale}/guide/`, `pages.{locale}/`; the folder of the source and those of its language are left out.
    """
    before, _, after = target.partition(SLOT)
    parent, start = before[: before.rfind("/") + 1], before[before.rfind("/") + 1 :]
    end, _, rest = after.partition("/")
    name = re.compile(f"{re.escape(start)}(.+){re.escape(end)}")
    routes = []
    for child in listing.folders.get(parent, ()):
        match = name.fullmatch(child)
        tag = locale.of_folder(match[1]) if match else None
        folder = f"{parent}{child}/{rest}"
        if tag and folder != source and tag != source_locale and listing.has_folder(folder):
            routes.append(Route(source, folder, tag))
    return routes
