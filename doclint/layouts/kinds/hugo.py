"""Hugo: a content folder for each language, as its settings say, or languages told by file names."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from doclint.layouts import settings
from doclint.layouts.claim import Claim, Given
from doclint.layouts.kinds.folders import routes_in
from doclint.layouts.kinds.suffix import find_within
from doclint.layouts.layout import Layout
from doclint.layouts.listing import Listing
from doclint.layouts.routes import FolderLayout, Route
from doclint.layouts.settings import SettingsError, Value
from doclint.text import locale

NAME = "hugo"
ENDINGS = ("toml", "yaml", "yml", "json")
OWN = tuple(f"hugo.{ending}" for ending in ENDINGS)
SHARED = tuple(f"config.{ending}" for ending in ENDINGS)
"""Names that other programs have too: they count beside a `content` folder."""
PARTS = tuple(f"languages.{ending}" for ending in ENDINGS)
FOLDER = "config/_default/"


class Site(NamedTuple):
    """The settings of one site."""

    root: str
    config: str
    settings: dict[str, Value]


def find(listing: Listing, given: Given) -> Claim | None:
    notes: list[str] = []
    claims = [_claim(listing, site, given) for site in _sites(listing, notes)]
    notes += [note for claim in claims for note in claim.notes]
    found = [claim for claim in claims if claim.layout]
    if not found:
        return Claim(None, "", tuple(notes)) if notes else None
    if len(found) > 1:
        others = ", ".join(claim.because for claim in found[1:])
        notes.append(f"several Hugo sites: the one of {found[0].because} is taken, not {others}; check them one by one")
    return found[0]._replace(notes=tuple(notes))


def _sites(listing: Listing, notes: list[str]) -> list[Site]:
    """The sites of a tree by their roots, settings in several files as one."""
    sites: dict[str, Site] = {}
    for config in listing.named(*OWN, *SHARED, *PARTS):
        folder, name = config[: config.rfind("/") + 1], config[config.rfind("/") + 1 :]
        root = folder.removesuffix(FOLDER)
        is_part = folder.endswith(FOLDER)
        if (name in SHARED and not listing.has_folder(f"{root}content/")) or (name in PARTS and not is_part):
            continue
        try:
            found = settings.mapping(listing, config)
        except SettingsError as error:
            notes.append(str(error))
            continue
        if name in PARTS:
            found = {"languages": found}
        known = sites.get(root)
        sites[root] = Site(root, known.config if known else config, {**known.settings, **found} if known else found)
    return list(sites.values())


def _claim(listing: Listing, site: Site, given: Given) -> Claim:
    default = settings.text(site.settings, "defaultContentLanguage") or "en"
    source_locale = given.source_locale or _tag(site, default) or "en"
    folders = _folders(site)
    source = folders.get(default) or _inside(site.root, settings.text(site.settings, "contentDir") or "content")
    notes = [
        f'{site.config} names contentDir "{folder.removeprefix(site.root).rstrip("/")}", which does not exist'
        for folder in folders.values()
        if folder and not listing.has_folder(folder)
    ]
    others = {language: folder for language, folder in folders.items() if folder and folder != source}
    routes = [
        Route(source or "", folder, _tag(site, language))
        for language, folder in others.items()
        if language != default and listing.has_folder(folder)
    ]
    here = Given(source_locale, given.locale)
    layout: Layout | None = None
    if routes and source:
        layout = FolderLayout(NAME, source_locale, tuple(routes))
    elif source and listing.has_folder(source):
        by_folder = routes_in(listing, source, here)
        by_name = find_within(listing, here, source, NAME)
        layout = FolderLayout(NAME, source_locale, tuple(by_folder)) if by_folder else by_name and by_name.layout
    return Claim(layout, site.config, tuple(notes))


def _folders(site: Site) -> dict[str, str | None]:
    """The content folder of each language that has one of its own."""
    folders: dict[str, str | None] = {}
    mounts = settings.value(settings.part(site.settings, "module"), "mounts")
    for mount in mounts if isinstance(mounts, list) else []:
        if settings.text(mount, "target").strip("/") == "content":
            language = settings.text(mount, "lang") or settings.text(site.settings, "defaultContentLanguage") or "en"
            folders.setdefault(language, _inside(site.root, settings.text(mount, "source")))
    for language, own in settings.part(site.settings, "languages").items():
        if settings.text(own, "contentDir"):
            folders[language] = _inside(site.root, settings.text(own, "contentDir"))
    return folders


def _tag(site: Site, language: str) -> str | None:
    """The tag of a language, whose name in the settings is free."""
    own = settings.part(site.settings, "languages", language)
    written = settings.text(own, "languageCode") or settings.text(own, "locale")
    return locale.of_folder(language) or locale.normalize(written) or locale.normalize(language)


def _inside(root: str, folder: str) -> str | None:
    """A folder of the settings, relative to the tree; None where it leads out of it."""
    path = posixpath.normpath(posixpath.join(root, folder)) if folder else ".."
    return None if path.startswith(("..", "/")) else "" if path == "." else f"{path}/"
