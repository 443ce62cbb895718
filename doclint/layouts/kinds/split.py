"""The same path in another repository: Microsoft's and Adobe's localized repositories, forks that are translated."""

from __future__ import annotations

import re

from doclint.layouts import settings
from doclint.layouts.claim import Claim, Given
from doclint.layouts.listing import Listing
from doclint.layouts.routes import FolderLayout, Route
from doclint.layouts.settings import SettingsError
from doclint.text import locale
from doclint.text.jsonescape import json_line
from doclint.text.lazypattern import lazy

NAME = "split"
PUBLISHING = ".openpublishing.publish.config.json"
METADATA = "metadata.md"
REPOSITORY = lazy(r"^git-repo:[ \t]*(\S+)", re.MULTILINE)
REGIONAL = lazy(r".+[._]([A-Za-z]{2,3}(?:-[A-Za-z]{4})?-[A-Za-z]{2,4})")
"""`docs.ru-ru`, `docs_fr-FR`, `docs.zh-hans`: an end without a region is too often a word."""
DOMAIN = lazy(r"([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)\.[\w-]+\.[\w.-]+")
"""`ja.example.dev`, as forks of websites are called."""


def find(listing: Listing, given: Given) -> Claim | None:
    declared, notes = _declared(listing)
    named = of_name(listing.name)
    called = listing.name if named or declared or given.locale else listing.origin
    named = named or of_name(called)
    tag = given.locale or (declared[0] if declared else named)
    because = f"the locale in {PUBLISHING if PUBLISHING in listing.files else METADATA}" if declared else ""
    if tag is None or locale.is_source(tag, given.source):
        return Claim(None, "", tuple(notes)) if notes else None
    if declared and named and named.lower() != tag.lower():
        notes.append(f"{because} is {tag}, the repository's name says {named}: {tag} is taken; set locale to change it")
    layout = FolderLayout(NAME, given.source, (Route("", "", tag),), is_split=True)
    return Claim(layout, because or f'the repository\'s name "{called}"', tuple(notes), is_declared=bool(declared))


def of_name(name: str) -> str | None:
    """The locale that a repository's name tells."""
    match = REGIONAL.fullmatch(name) or DOMAIN.fullmatch(name)
    return locale.of_folder(match[1]) if match else None


def _declared(listing: Listing) -> tuple[list[str], list[str]]:
    """The locales that the tree's own settings name, and notes."""
    try:
        if PUBLISHING in listing.files:
            return _published(listing)
        if METADATA in listing.files:
            match = REPOSITORY.search(settings.source_text(listing, METADATA)[:10_000])
            tag = of_name(match[1].rpartition("/")[2]) if match else None
            return [tag] if tag else [], []
    except SettingsError as error:
        return [], [str(error)]
    return [], []


def _published(listing: Listing) -> tuple[list[str], list[str]]:
    sets = settings.value(settings.mapping(listing, PUBLISHING), "docsets_to_publish")
    written = [settings.text(one, "locale") for one in sets] if isinstance(sets, list) else []
    tags = list(dict.fromkeys(tag for one in written if (tag := locale.normalize(one))))
    notes = [
        f"{PUBLISHING} names {json_line(one)}, which is not a locale"
        for one in written
        if one and not locale.normalize(one)
    ]
    if len(tags) > 1:
        notes.append(
            f"{PUBLISHING} names several locales ({', '.join(tags)}): {tags[0]} is taken; set locale to change it"
        )
    return tags, notes
