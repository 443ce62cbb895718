"""Folders named as locales that hold the same pages: `docs/en` and `docs/ja`, or `docs` and `docs/ja`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from doclint.layouts.claim import Claim, Doubt, Given
from doclint.layouts.foreign import is_foreign
from doclint.layouts.listing import Listing
from doclint.layouts.routes import FolderLayout, Route
from doclint.text import locale

NAME = "folders"
ENOUGH = 0.25
"""The part of the translated pages that must have a source, so that names alone (`id`, `is`, `no`) prove nothing."""
HOLDERS = frozenset(
    "i18n l10n lang langs language languages locale locales localization localizations localized translated "
    "translation translations".split()
)
"""What folders of translations are called."""
INDEX = re.compile(r"(?i:_?index|readme)(?:\.\w+)?")
"""A page that every folder may have."""
ASKED = 20
"""Pages that are read to see whether they are translations."""
DEEPEST = 12
"""Levels of folders above those of locales; a deeper tree was made to be deep."""


def find(listing: Listing, given: Given) -> Claim | None:
    routes: list[Route] = []
    doubts: list[Doubt] = []
    done: set[str] = set()
    parents = (folder for folder in listing.folders if folder.count("/") <= DEEPEST)
    for parent in sorted(parents, key=lambda folder: (folder.count("/"), folder)):
        if parent in done or parent[: parent.rfind("/", 0, -1) + 1] in done:
            done.add(parent)
            continue
        found = routes_in(listing, parent, given)
        routes += found
        done |= {folder for route in found for folder in (route.source, route.target) if folder != parent}
        if not found:
            doubts += ((parent, note) for note in _orphans(listing, parent, given))
    if not routes:
        return Claim(None, "", doubts=tuple(doubts)) if doubts else None
    layout = FolderLayout(NAME, given.source, tuple(routes))
    return Claim(layout, layout.because, doubts=tuple(doubts))


TagOf = Callable[[str], str | None]


def routes_in(listing: Listing, parent: str, given: Given, tag_of: TagOf = locale.of_folder) -> list[Route]:
    """The routes among the folders of one folder; none where too few pages are the same.

    The source is the folder of its locale, else a folder around, or the same one without what holds the translations
    (`i18n/content/ja/docs` and `content/docs`). `tag_of` reads the names of folders.
    """
    children = dict(named(listing, parent, tag_of))
    own = [child for child, tag in children.items() if locale.is_source(tag, given.source)]
    others = {child: tag for child, tag in children.items() if child not in own}
    if not others:
        return []
    best: list[Route] = []
    most = 0
    for source in _sources(listing, parent, own, children, given):
        routes = [Route(source, child, tag) for child, tag in others.items()]
        routes = [route for route in routes if listing.shared(route.source, route.target)]
        shared = sum(listing.shared(route.source, route.target) for route in routes)
        total = sum(len(listing.below(route.target)) for route in routes)
        if shared > most and shared >= total * ENOUGH and (source in own or _is_meant(listing, parent, routes)):
            best, most = routes, shared
    return best


def _is_meant(listing: Listing, parent: str, routes: Sequence[Route]) -> bool:
    """Whether folders without one of the source's language beside them are locales: `br`, `hr` and `tr` may be HTML.

    By what the folder around is called, or by pages that are more than each folder's index, or by what stands there.
    """
    if not HOLDERS.isdisjoint(parent.lower().split("/")):
        return True
    shared = {(route, page) for route in routes for page in listing.below(route.source) & listing.below(route.target)}
    if len(shared) > 1 and any(not INDEX.fullmatch(page.rpartition("/")[2]) for _, page in shared):
        return True
    return any(is_foreign(listing.read(route.target + page) or b"") for route, page in sorted(shared)[:ASKED])


def named(listing: Listing, parent: str, tag_of: TagOf = locale.of_folder) -> Iterator[tuple[str, str]]:
    """The folders of a folder that are named as locales and hold pages, with their tags."""
    for child in listing.folders[parent]:
        tag = tag_of(child)
        if tag and listing.below(f"{parent}{child}/"):
            yield f"{parent}{child}/", tag


def _sources(listing: Listing, parent: str, own: list[str], named: dict[str, str], given: Given) -> list[str]:
    """Where the source may lie, the likeliest first: where two are as good, the first is taken."""
    if own:
        return sorted(own, key=lambda child: (named[child] != given.source, len(child), child))
    parts = parent.split("/")[:-1]
    around = ["/".join([*parts[:number], *parts[number + 1 :], ""]) for number in reversed(range(len(parts)))]
    above = ["/".join([*parts[:-2], ""])] if len(parts) > 1 else []
    return [folder for folder in dict.fromkeys([parent, *around, *above]) if listing.has_folder(folder)]


def _orphans(listing: Listing, parent: str, given: Given) -> list[str]:
    """A note on locales that go with each other, while no source lies beside them."""
    children = [child for child, tag in named(listing, parent) if not locale.is_source(tag, given.source)]
    one, other, *_ = [*sorted(children, key=lambda child: (-len(listing.below(child)), child)), "", ""]
    enough = max(3, len(listing.below(one)) * ENOUGH)
    if not other or listing.shared(one, other) < enough:
        return []
    others = (f"{parent}{child}/" for child in listing.folders[parent] if not locale.of_folder(child))
    if any(listing.shared(one, child) >= enough for child in others):  # `cs` and `ts` beside `java`
        return []
    which = f'"{one}" and "{other}" hold the same pages, and no source lies beside them'
    slot = f"{parent}{{locale}}"
    layout = f'layout = {{ name = "patterns", patterns = ["FOLDER OF THE SOURCE -> {slot}"] }}'
    return [f"{which}: name the repository of the source with --source, or set {layout}"]
