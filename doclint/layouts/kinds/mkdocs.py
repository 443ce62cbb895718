"""MkDocs: a folder for each language (FastAPI's way, `docs_dir` of several configs, the i18n plugin), or suffixes."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from doclint.layouts import settings
from doclint.layouts.claim import Claim, Given
from doclint.layouts.kinds.folders import routes_in
from doclint.layouts.kinds.suffix import find_within
from doclint.layouts.layout import Layout
from doclint.layouts.listing import Listing
from doclint.layouts.routes import SLOT, FolderLayout, Route, expand
from doclint.layouts.settings import Value
from doclint.text import locale

NAME = "mkdocs"
CONFIGS = ("mkdocs.yml", "mkdocs.yaml")
NAMES = "language_names.yml"


class Book(NamedTuple):
    """One mkdocs.yml."""

    config: str
    folder: str
    """Of its pages."""
    locale: str | None
    settings: dict[str, Value]


def find(listing: Listing, given: Given) -> Claim | None:
    notes: list[str] = []
    books = _books(listing, notes)
    layout, because = _of_names(listing, given)
    if not layout:
        layout, because = _of_books(books, given)
    for book in books:
        if not layout:
            layout, because = _of_plugin(listing, book, given), book.config
    if layout:
        return Claim(layout, because, tuple(notes))
    return Claim(None, "", tuple(notes)) if notes else None


def _books(listing: Listing, notes: list[str]) -> list[Book]:
    """Every `mkdocs.yml` whose pages are there; what is wrong with one is noted."""
    books = []
    for config, found in settings.each(settings.mapping, listing, listing.named(*CONFIGS), notes):
        written = settings.text(found, "docs_dir") or "docs"
        folder = posixpath.normpath(posixpath.join(config[: config.rfind("/") + 1], written))
        parts = reversed([*folder.split("/"), *config.split("/")[:-1]])
        tag = next((tag for one in parts if (tag := locale.of_folder(one))), None)
        if listing.has_folder(f"{folder}/"):
            theme = settings.text(settings.part(found, "theme"), "language")
            books.append(Book(config, f"{folder}/", tag or locale.normalize(theme), found))
        elif tag:  # of a site in one language it is no matter
            notes.append(f'{config} names docs_dir "{written}", which does not exist')
    return books


def _of_names(listing: Listing, given: Given) -> tuple[Layout | None, str]:
    """One config and a file of the languages' names: `docs/en/docs`, `docs/ja/docs`."""
    for names in listing.named(NAMES):
        folder = names[: -len(NAMES)]
        rest = "docs/" if listing.has_folder(f"{folder}{given.source}/docs/") else ""
        source = f"{folder}{given.source}/{rest}"
        routes = expand(listing, source, f"{folder}{SLOT}/{rest}", given.source)
        if routes and listing.has_folder(source):
            return FolderLayout(NAME, given.source, tuple(routes)), names
    return None, ""


def _of_books(books: list[Book], given: Given) -> tuple[Layout | None, str]:
    """A config for each language, told by its `docs_dir`, its own folder or its theme."""
    sources = [book for book in books if book.locale and locale.is_source(book.locale, given.source)]
    if not sources:
        return None, ""
    source = min(sources, key=lambda book: book.locale != given.source)
    routes = [
        Route(source.folder, book.folder, book.locale)
        for book in books
        if book.locale and book not in sources and book.folder != source.folder
    ]
    return FolderLayout(NAME, given.source, tuple(routes)) if routes else None, source.config


def _of_plugin(listing: Listing, book: Book, given: Given) -> Layout | None:
    """mkdocs-static-i18n and the like: folders or suffixes in one folder."""
    plugins = settings.value(book.settings, "plugins")
    own = [settings.part(plugins, "i18n")] if isinstance(plugins, dict) else []
    own += [settings.part(one, "i18n") for one in plugins if isinstance(one, dict)] if isinstance(plugins, list) else []
    default = next((tag for one in own if (tag := _default(one))), None)
    here = Given(given.source_locale or default, given.locale)
    routes = routes_in(listing, book.folder, here)
    if routes:
        return FolderLayout(NAME, here.source, tuple(routes))
    claim = find_within(listing, here, book.folder, NAME)
    return claim.layout if claim else None


def _default(plugin: dict[str, Value]) -> str | None:
    languages = settings.value(plugin, "languages")
    for language in languages if isinstance(languages, list) else []:
        if settings.text(language, "default").lower() == "true":
            return locale.normalize(settings.text(language, "locale"))
    return locale.normalize(settings.text(plugin, "default_language"))
