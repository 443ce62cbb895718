"""Docusaurus: `docs/P` and `i18n/LOC/docusaurus-plugin-content-docs/current/P`; versions, blogs, more plugins."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from doclint.layouts import settings
from doclint.layouts.claim import Claim, Given
from doclint.layouts.listing import Listing
from doclint.layouts.routes import FolderLayout, Route
from doclint.text import locale

NAME = "docusaurus"
CONFIGS = tuple(f"docusaurus.config.{ending}" for ending in ("js", "ts", "mjs", "cjs", "mts"))
PLUGIN = re.compile(r"docusaurus-plugin-content-(docs|blog|pages)(?:-(.+))?")
PATHS = re.compile(r"\bpath\s*:\s*(?:require\.resolve\(\s*)?[\"'`]([^\"'`\n]{1,200})[\"'`]")
"""The folders that the config names: its JavaScript is not run, so which plugin one belongs to is told by the pages."""
LOCALES = re.compile(r"\blocales\s*:\s*\[[^\]]{0,2000}?[\"'`]\s*,\s*[\"'`]")
"""More than one, as every site that is translated has; a new site's config names the one that it is in."""
USUAL = {"docs": "docs", "blog": "blog", "pages": "src/pages"}


def find(listing: Listing, given: Given) -> Claim | None:
    routes: list[Route] = []
    notes: list[str] = []
    source = because = ""
    for config, script in settings.each(settings.source_text, listing, listing.named(*CONFIGS), notes):
        site = config[: config.rfind("/") + 1]
        named = locale.normalize(settings.in_script(script, "defaultLocale"))
        found = list(_routes(listing, site, script, given.source_locale or named or "en", notes))
        if found:
            routes += found
            source, because = source or given.source_locale or named or "en", because or config
        elif LOCALES.search(script) and not listing.has_folder(f"{site}i18n/"):
            notes.append(f'{config} names locales, and there is no folder "{site}i18n"')
    if not routes:
        return Claim(None, "", tuple(notes)) if notes else None
    return Claim(FolderLayout(NAME, source, tuple(routes)), because, tuple(notes))


def _routes(listing: Listing, site: str, script: str, source_locale: str, notes: list[str]) -> Iterator[Route]:
    named = [_resolve(site, path) for path in PATHS.findall(script)]
    for child in listing.folders.get(f"{site}i18n/", ()):
        tag = locale.normalize(child)
        if tag is None or tag == source_locale:
            continue
        folder = f"{site}i18n/{child}/"
        for plugin in listing.folders[folder]:
            match = PLUGIN.fullmatch(plugin)
            if match:
                yield from _of_plugin(listing, site, f"{folder}{plugin}/", match, tag, named, notes)


def _of_plugin(
    listing: Listing,
    site: str,
    folder: str,
    plugin: re.Match[str],
    tag: str,
    named: list[str | None],
    notes: list[str],
) -> Iterator[Route]:
    kind, own = plugin[1], plugin[2] or ""
    if kind != "docs":
        yield from _likeliest(listing, site, folder, own or USUAL[kind], tag, named, notes)
        return
    versions = f"{site}{own}_versioned_docs/" if own else f"{site}versioned_docs/"
    for version in listing.folders[folder]:
        target = f"{folder}{version}/"
        if version == "current":
            yield from _likeliest(listing, site, target, own or USUAL[kind], tag, named, notes)
        elif version.startswith("version-") and listing.has_folder(f"{versions}{version}/"):
            yield Route(f"{versions}{version}/", target, tag)


def _likeliest(
    listing: Listing, site: str, target: str, usual: str, tag: str, named: list[str | None], notes: list[str]
) -> Iterator[Route]:
    """The route from the folder that has most of the target's pages, among the usual one and those of the config."""
    around = site[: site.rfind("/", 0, -1) + 1]
    candidates = dict.fromkeys([f"{site}{usual}/", *named, f"{around}{usual}/"])
    there = [folder for folder in candidates if folder is not None and listing.has_folder(folder)]
    there = [folder for folder in there if folder and not target.startswith(folder)]
    if there:
        yield Route(max(there, key=lambda folder: listing.shared(folder, target)), target, tag)
    elif listing.below(target):
        notes.append(f'"{target}" has pages, and its source is not found: no folder "{site}{usual}"')


def _resolve(site: str, path: str) -> str | None:
    folder = posixpath.normpath(posixpath.join(site, path))
    return None if folder.startswith(("..", "/")) or folder == "." else f"{folder}/"
