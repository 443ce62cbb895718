"""Jekyll's collections in folders of locales: `_ja/tour/a.md` beside `_tour/a.md`, `_ja/index.md` beside `index.md`."""

from __future__ import annotations

from doclint.layouts.claim import Claim, Given
from doclint.layouts.listing import Listing
from doclint.layouts.routes import FolderLayout, Route
from doclint.text import locale

NAME = "jekyll"
CONFIGS = ("_config.yml", "_config.yaml")


def find(listing: Listing, given: Given) -> Claim | None:
    """Translations are collections themselves, so that the others' names stand in them without the sign before."""
    for config in listing.named(*CONFIGS):
        site = config[: config.rfind("/") + 1]
        routes = _routes(listing, site, given)
        if routes:
            kept = {route.source for route in routes} | {route.target for route in routes}
            others = (f"{site}{child}/" for child in listing.folders[site])
            apart = tuple(folder for folder in others if folder not in kept)
            layout = FolderLayout(NAME, given.source, tuple(routes), apart=apart)
            return Claim(layout, layout.because)
    return None


def _routes(listing: Listing, site: str, given: Given) -> list[Route]:
    """The collections of each locale, and what lies beside them; only where a page is there on both sides."""
    found = []
    for child in listing.folders[site]:
        tag = locale.of_folder(child[1:]) if child.startswith("_") else None
        if tag is None or locale.is_source(tag, given.source):
            continue
        folder = f"{site}{child}/"
        routes = [Route(f"{site}_{one}/", f"{folder}{one}/", tag) for one in listing.folders[folder]]
        found += [route for route in routes if listing.shared(route.source, route.target)]
        if any("/" not in page and page in listing.below(site) for page in listing.below(folder)):
            found.append(Route(site, folder, tag))
    return found if any(route.source != site for route in found) else []
