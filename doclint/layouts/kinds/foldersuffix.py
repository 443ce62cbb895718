"""Folders beside their sources, told by the end of the name: `pages.ja` beside `pages`, `docs-ja` beside `docs`."""

from __future__ import annotations

from doclint.layouts.claim import Claim, Given
from doclint.layouts.kinds.folders import ENOUGH
from doclint.layouts.listing import Listing
from doclint.layouts.routes import FolderLayout, Route
from doclint.text import locale

NAME = "folder-suffix"


def find(listing: Listing, given: Given) -> Claim | None:
    routes = [route for parent in listing.folders for route in _routes(listing, parent, given)]
    shared = sum(listing.shared(route.source, route.target) for route in routes)
    if not routes or shared < ENOUGH * sum(len(listing.below(route.target)) for route in routes):
        return None
    layout = FolderLayout(NAME, given.source, tuple(routes))
    return Claim(layout, layout.because)


def _routes(listing: Listing, parent: str, given: Given) -> list[Route]:
    """The folders of a folder that end in a locale, beside the one of the same name without or in the source's."""
    sources = {child: child for child in listing.folders[parent]}
    others = []
    for child in listing.folders[parent]:
        stem, tag = _parts(child)
        if tag and locale.is_source(tag, given.source):
            sources[stem] = child
        elif tag:
            others.append((child, stem, tag))
    found = [
        Route(f"{parent}{sources[stem]}/", f"{parent}{child}/", tag) for child, stem, tag in others if stem in sources
    ]
    return [route for route in found if listing.shared(route.source, route.target)]


def _parts(name: str) -> tuple[str, str | None]:
    """A name without the locale at its end, and that locale; a name that is all locale has none at its end."""
    tag = None if locale.of_folder(name) else locale.at_end(name)
    for match in locale.SEPARATOR.finditer(name) if tag else ():
        if match.start() and locale.of_folder(name[match.end() :]) == tag:
            return name[: match.start()], tag
    return name, None
