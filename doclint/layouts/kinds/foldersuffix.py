"""Folders beside their sources, told by the end of the name: `pages.ja` beside `pages`, `docs-ja` beside `docs`."""

from __future__ import annotations

from doclint.layouts.claim import Claim, Given
from doclint.layouts.foreign import is_foreign
from doclint.layouts.kinds.folders import ASKED, ENOUGH, INDEX
from doclint.layouts.listing import Listing
from doclint.layouts.routes import FolderLayout, Route
from doclint.text import locale

NAME = "folder-suffix"


def find(listing: Listing, given: Given) -> Claim | None:
    routes = [route for parent in listing.folders for route in _routes(listing, parent, given)]
    shared = sum(listing.shared(route.source, route.target) for route in routes)
    if not routes or shared < ENOUGH * sum(len(listing.below(route.target)) for route in routes):
        return None
    if not _is_meant(listing, routes):
        return None
    layout = FolderLayout(NAME, given.source, tuple(routes))
    return Claim(layout, layout.because)


def _is_meant(listing: Listing, routes: list[Route]) -> bool:
    """Whether the ends are locales and not, as `-ts` beside a folder of JavaScript, of another kind: the folders share
    more than each one's index, or that is in another language."""
    pages = [(route, page) for route in routes for page in listing.below(route.source) & listing.below(route.target)]
    if any(not INDEX.fullmatch(page.rpartition("/")[2]) for _, page in pages):
        return True
    read = (listing.read(route.target + page) or b"" for route, page in sorted(pages)[:ASKED])
    return any(map(is_foreign, read))


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
