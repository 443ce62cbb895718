"""Astro and Starlight: `src/content/docs/LOC/P`, the source in a folder of its own or at the root of the collection."""

from __future__ import annotations

import re

from doclint.layouts import settings
from doclint.layouts.claim import Claim, Given
from doclint.layouts.kinds.folders import routes_in
from doclint.layouts.listing import Listing
from doclint.layouts.routes import FolderLayout, Route
from doclint.text import locale

NAME = "astro"
CONFIGS = tuple(f"astro.config.{ending}" for ending in ("mjs", "ts", "js", "mts", "cjs"))
ROOT = re.compile(r"\broot\s*:\s*\{[^{}]{0,200}?\blang\s*:\s*[\"'`]([\w-]{2,20})")


def find(listing: Listing, given: Given) -> Claim | None:
    routes: list[Route] = []
    notes: list[str] = []
    source = because = ""
    for config, script in settings.each(settings.source_text, listing, listing.named(*CONFIGS), notes):
        site = config[: config.rfind("/") + 1]
        root = ROOT.search(script)
        named = settings.in_script(script, "defaultLocale")
        default = locale.normalize(root[1] if named in ("", "root") and root else named)
        here = Given(given.source_locale or default, given.locale)
        collections = [f"{site}src/content/{name}/" for name in listing.folders.get(f"{site}src/content/", ())]
        found = [route for folder in [*collections, f"{site}src/pages/"] for route in _routes(listing, folder, here)]
        if found:
            routes += found
            source, because = source or here.source, because or config
        elif default and "locales" in script:
            notes.append(f"{config} names locales, and no folder of src/content has pages of any")
    if not routes:
        return Claim(None, "", tuple(notes)) if notes else None
    return Claim(FolderLayout(NAME, source, tuple(routes)), because, tuple(notes))


def _routes(listing: Listing, folder: str, given: Given) -> list[Route]:
    return routes_in(listing, folder, given) if listing.has_folder(folder) else []
