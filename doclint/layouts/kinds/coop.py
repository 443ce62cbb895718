"""co-op-translator: a folder once more in each `translations/LOC/` in it, or in what else holds its state files."""

from __future__ import annotations

import json

from doclint.layouts.claim import Claim, Given
from doclint.layouts.listing import Listing
from doclint.layouts.routes import SLOT, FolderLayout, expand
from doclint.text import locale

NAME = "co-op-translator"
HOLDER = "translations/"
STATE = ".co-op-translator.json"
COMMENT = b"CO_OP_TRANSLATOR_METADATA"
ASKED = 5
"""Pages of a folder that are read for the comment."""


def find(listing: Listing, given: Given) -> Claim | None:
    routes, apart, because = [], [], ""
    for folder in sorted(listing.folders):
        root, name = folder[: folder.rfind("/", 0, -1) + 1], folder[folder.rfind("/", 0, -1) + 1 :]
        signal = _state(listing, folder, root) or (_comment(listing, folder) if name == HOLDER else "")
        if signal:
            routes += expand(listing, root, f"{folder}{SLOT}/", given.source)
            apart += [folder, f"{root}translated_images/"]
            because = because or signal
    if not routes:
        return None
    return Claim(FolderLayout(NAME, given.source, tuple(routes), apart=tuple(apart)), because)


def _state(listing: Listing, folder: str, root: str) -> str:
    """The state file of a locale in a folder, whose pages were made from those of the folder around."""
    for child in listing.folders[folder]:
        path = f"{folder}{child}/{STATE}"
        if path in listing.files and locale.of_folder(child):
            return path if folder == f"{root}{HOLDER}" or _is_of(listing, path, root) else ""
    return ""


def _is_of(listing: Listing, state: str, root: str) -> bool:
    """Whether one of the pages that a state file names lies in a folder."""
    try:
        entries = json.loads(listing.read(state) or b"")
    except (ValueError, RecursionError):
        return False
    return isinstance(entries, dict) and any(f"{root}{path}" in listing.files for path in entries)


def _comment(listing: Listing, folder: str) -> str:
    for child in listing.folders[folder]:
        for page in sorted(listing.below(f"{folder}{child}/"))[:ASKED]:
            if COMMENT in (listing.read(f"{folder}{child}/{page}") or b""):
                return f"the comment in {folder}{child}/{page}"
    return ""
