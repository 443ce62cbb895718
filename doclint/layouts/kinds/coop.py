"""co-op-translator: the whole repository once more in each `translations/LOC/`."""

from __future__ import annotations

from doclint.layouts.claim import Claim, Given
from doclint.layouts.listing import Listing
from doclint.layouts.routes import SLOT, FolderLayout, expand

NAME = "co-op-translator"
STATE = ".co-op-translator.json"
COMMENT = b"CO_OP_TRANSLATOR_METADATA"
ASKED = 5
"""Pages of a folder that are read for the comment."""


def find(listing: Listing, given: Given) -> Claim | None:
    routes, apart, because = [], [], ""
    for folder in sorted(listing.folders):
        root, name = folder[: folder.rfind("/", 0, -1) + 1], folder[folder.rfind("/", 0, -1) + 1 :]
        signal = _signal(listing, folder) if name == "translations/" else ""
        if signal:
            routes += expand(listing, root, f"{folder}{SLOT}/", given.source)
            apart += [folder, f"{root}translated_images/"]
            because = because or signal
    if not routes:
        return None
    return Claim(FolderLayout(NAME, given.source, tuple(routes), apart=tuple(apart)), because)


def _signal(listing: Listing, folder: str) -> str:
    for child in listing.folders[folder]:
        state = f"{folder}{child}/{STATE}"
        if state in listing.files:
            return state
        for page in sorted(listing.below(f"{folder}{child}/"))[:ASKED]:
            if COMMENT in (listing.read(f"{folder}{child}/{page}") or b""):
                return f"the comment in {folder}{child}/{page}"
    return ""
