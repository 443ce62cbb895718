"""MDN's translations: `files/ja/...` beside `files/en-us/...`, which lies in the same repository or in another."""

from __future__ import annotations

import re

from doclint.layouts.claim import Claim, Given
from doclint.layouts.listing import Listing
from doclint.layouts.routes import SLOT, FolderLayout, expand
from doclint.text import locale

NAME = "mdn"
FILES = "files/"
SOURCE = f"{FILES}en-us/"
SLUG = re.compile(rb"^slug:", re.MULTILINE)


def find(listing: Listing, given: Given) -> Claim | None:
    routes = expand(listing, SOURCE, f"{FILES}{SLOT}/", given.source)
    page = next((page for page in listing.pages if page.startswith(FILES)), None)
    if not routes or page is None or not all(map(locale.of_folder, listing.folders[FILES])):
        return None
    if not page.endswith("/index.md") or not SLUG.search((listing.read(page) or b"")[:10_000]):
        return None
    is_split = not listing.has_folder(SOURCE)
    layout = FolderLayout(NAME, given.source_locale or "en-US", tuple(routes), is_split)
    return Claim(layout, f"{FILES} holds locales with slugs", is_declared=is_split)
