"""MDN's translations: `files/ja/...` beside `files/en-us/...`, which lies in the same repository or in another."""

from __future__ import annotations

import re

from doclint.layouts.claim import Claim, Given
from doclint.layouts.listing import Listing
from doclint.layouts.routes import SLOT, FolderLayout, expand

NAME = "mdn"
FILES = "files/"
SOURCE = f"{FILES}en-us/"
SLUG = re.compile(rb"^slug:", re.MULTILINE)


def find(listing: Listing, given: Given) -> Claim | None:
    routes = expand(listing, SOURCE, f"{FILES}{SLOT}/", given.source)
    if not routes or not any(_has_slugs(listing, folder) for folder in (SOURCE, *(one.target for one in routes))):
        return None
    is_split = not listing.has_folder(SOURCE)
    layout = FolderLayout(NAME, given.source_locale or "en-US", tuple(routes), is_split)
    return Claim(layout, f"{FILES} holds locales with slugs", is_declared=is_split)


def _has_slugs(listing: Listing, folder: str) -> bool:
    """Whether the pages of a folder are all called index.md and name their addresses, by a look at the first."""
    pages = listing.below(folder)
    first = min(pages, default="")
    is_index = all(page.endswith("index.md") for page in pages)
    return is_index and bool(SLUG.search((listing.read(folder + first) or b"")[:10_000]))
