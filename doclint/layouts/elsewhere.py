"""Folders of locales whose sources lie in another tree, in that folder of the source's language with the same pages.

`docs/handbook/ja` beside a repository that has `packages/handbook/copy/en`.
"""

from __future__ import annotations

from collections.abc import Iterator

from doclint.layouts.claim import Given
from doclint.layouts.kinds import folders
from doclint.layouts.listing import Listing
from doclint.layouts.routes import FolderLayout, Route
from doclint.text import locale


def layout_of(listing: Listing, sources: Listing, given: Given) -> FolderLayout | None:
    """The layout of translations beside the sources of another tree; None where these have nothing alike."""
    own = list(_of_source(sources, given))
    found: list[Route] = []
    for parent in sorted(listing.folders, key=lambda folder: (folder.count("/"), folder)) if own else ():
        if not any(parent.startswith(route.target) for route in found):
            found += _routes(listing, sources, parent, own)
    return FolderLayout(folders.NAME, given.source, tuple(found), is_split=True) if found else None


def _of_source(sources: Listing, given: Given) -> Iterator[str]:
    """The folders that are called by the source's language."""
    for parent, children in sources.folders.items():
        for child in children:
            if (tag := locale.of_folder(child)) and locale.is_source(tag, given.source):
                yield f"{parent}{child}/"


def _routes(listing: Listing, sources: Listing, parent: str, own: list[str]) -> list[Route]:
    named = dict(folders.named(listing, parent))
    total = sum(len(listing.below(child)) for child in named)
    shared = {
        source: sum(len(sources.below(source) & listing.below(child)) for child in named) for source in own if named
    }
    best = max(shared, key=lambda source: shared[source], default="")
    if not best or shared[best] < max(total * folders.ENOUGH, 1):
        return []
    return [Route(best, child, tag) for child, tag in named.items()]
