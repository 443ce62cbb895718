"""Whose Markdown pages are, told by the settings of the generator that lie beside them or above them."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection, Iterator
from pathlib import Path

from doclint.layouts import settings
from doclint.layouts.discover import Target
from doclint.layouts.settings import SettingsError, Value
from doclint.layouts.tree import FolderTree, RevisionTree, Tree
from doclint.page.dialects.kinds import Dialect
from doclint.text.files.inside import top_of

SCRIPTS = ("js", "ts", "mjs", "mts", "cjs")
MKDOCS = ("mkdocs.yml", "mkdocs.yaml")
HUGO = ("hugo", "config/_default/hugo", "config/_default/config")
CONFIG = "config/"
SPHINX = "conf.py"
JEKYLL = ("_config.yml", "_config.yaml")
NPM = "package.json"
MARKED = "hexo-renderer-marked"
NAMED: dict[str, Dialect] = {
    **{f"{name}.{ending}": Dialect.HUGO for name in HUGO for ending in ("toml", "yaml", "yml", "json")},
    **{f"docusaurus.config.{ending}": Dialect.DOCUSAURUS for ending in SCRIPTS},
    **{f"astro.config.{ending}": Dialect.STARLIGHT for ending in SCRIPTS},
    **{f".vitepress/config.{ending}": Dialect.VITEPRESS for ending in SCRIPTS},
}
SETTINGS = (*MKDOCS, *NAMED, SPHINX, *JEKYLL)
HIGHEST = 8
"""Folders above a page that are looked into."""


class Dialects:
    """The dialects of pages: of the nearest settings above one, else above its English, else of an `mkdocs.yml` in a
    folder of settings that has its folder for pages; None where there are none.

    A repository may hold sites of several generators, so each page is asked; what was found is kept by folder.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], Dialect | None] = {}
        self._settings: dict[tuple[str, str], Dialect | None] = {}

    def of(self, target: Target) -> Dialect | None:
        """The dialect of one page."""
        commit = target.tree.revision if target.tree else ""
        pages = (target.relative, target.source)
        key = (target.folder, commit, *map(posixpath.dirname, pages))
        if key not in self._known:
            self._known[key] = self._told(target, pages)
        return self._known[key]

    def _told(self, target: Target, pages: tuple[str, str]) -> Dialect | None:
        if target.tree is not None:
            tree: Tree = RevisionTree(target.tree)
            name, below = f"{target.folder}@{target.tree.revision}", ""
        else:
            folder = Path(os.path.abspath(target.folder))
            top = _top(folder)
            below = "" if folder == top else f"{folder.relative_to(top).as_posix()}/"
            tree, name = FolderTree(top), str(top)
        for above in dict.fromkeys(above for page in pages for above in _above(below + page)):
            if (name, above) not in self._settings:
                self._settings[name, above] = _here(tree, above)
            if found := self._settings[name, above]:
                return found
        return _of_config_folder(tree, [below + page for page in pages])


def _top(folder: Path) -> Path:
    """The highest folder whose settings count: the repository, else the working directory where it lies above."""
    repository = top_of(folder)
    if repository:
        return Path(repository)
    here = Path.cwd()
    return here if folder.is_relative_to(here) else folder


def _above(page: str) -> Iterator[str]:
    """The folders that hold a page, the nearest first, each ending with `/`; the root is empty."""
    for _ in range(HIGHEST):
        page = page[: page.rstrip("/").rfind("/") + 1]
        yield page
        if not page:
            return


def _of_config_folder(tree: Tree, pages: list[str]) -> Dialect | None:
    """Of a site of MkDocs whose settings lie in a folder of their own: `config/de/mkdocs.yml` for `docs/de`."""
    named = (f"{CONFIG}{part}/" for page in pages for part in reversed(page.split("/")[:-1]))
    for folder in dict.fromkeys((*named, CONFIG)):
        for name in MKDOCS:
            if tree.read(folder + name) is None:
                continue
            try:
                written = settings.text(settings.mapping(tree, folder + name), "docs_dir") or "docs"
            except SettingsError:
                continue
            of_pages = posixpath.normpath(posixpath.join(folder, written)) + "/"
            if any(page.startswith(of_pages) for page in pages):
                return _of_mkdocs(tree, folder + name)
    return None


def _here(tree: Tree, folder: str) -> Dialect | None:
    """The dialect that the settings in one folder tell."""
    there = _there(tree, folder)
    for name in MKDOCS:
        if name in there and tree.read(folder + name) is not None:
            return _of_mkdocs(tree, folder + name)
    named = (name for name in NAMED if name in there and tree.read(folder + name) is not None)
    if found := next(named, None):
        return NAMED[found]
    if SPHINX in there and b"myst_parser" in (tree.read(folder + SPHINX) or b""):
        return Dialect.MYST
    return next((found for name in JEKYLL if name in there and (found := _of_config(tree, folder, name))), None)


def _there(tree: Tree, folder: str) -> Collection[str]:
    """The settings that may lie in a folder; of a commit git is asked once, and not for each of them."""
    inside = tree.files.names(folder) if isinstance(tree, RevisionTree) else None
    return SETTINGS if inside is None else [name for name in SETTINGS if name.partition("/")[0] in inside]


def _of_config(tree: Tree, folder: str, config: str) -> Dialect | None:
    """Whose settings a `_config.yml` has, if they leave its Markdown as it comes: those of Jekyll or of Hexo."""
    try:
        found = settings.mapping(tree, folder + config)
    except SettingsError:
        return None
    if _is_kramdown(found):
        return Dialect.KRAMDOWN
    return Dialect.HEXO if _is_marked(found) and _has_marked(tree, folder) else None


def _is_kramdown(found: dict[str, Value]) -> bool:
    """Whether settings are those of Jekyll, and leave its Markdown as it comes."""
    named = settings.text(found, "markdown")
    plugins = [settings.value(found, key) for key in ("plugins", "gems")]
    is_jekyll = any(str(one).startswith("jekyll") for some in plugins if isinstance(some, list) for one in some)
    return named.casefold() == "kramdown" or (not named and (is_jekyll or "kramdown" in found))


def _is_marked(found: dict[str, Value]) -> bool:
    """Whether settings of Hexo leave the ids of headings as they come."""
    return settings.text(settings.part(found, "marked"), "modifyAnchors") in ("", "0")


def _has_marked(tree: Tree, folder: str) -> bool:
    """Whether a site has Hexo and its own reader of Markdown, and no other."""
    try:
        packages = settings.value(settings.mapping(tree, folder + NPM), "dependencies")
    except SettingsError:
        return False
    return isinstance(packages, dict) and "hexo" in packages and MARKED in packages


def _of_mkdocs(tree: Tree, config: str) -> Dialect:
    """Python-Markdown, with `pymdownx.betterem` or without; what a config inherits is read, once."""
    try:
        found = settings.mapping(tree, config)
        parent = settings.text(found, "INHERIT")
        if parent and settings.value(found, "markdown_extensions") is None:
            above = posixpath.normpath(posixpath.join(posixpath.dirname(config), parent))
            found = {} if above.startswith("../") else settings.mapping(tree, above)
    except SettingsError:
        return Dialect.PYTHON_MARKDOWN
    extensions = settings.value(found, "markdown_extensions")
    named: list[Value] = [*extensions] if isinstance(extensions, dict) else []
    for one in extensions if isinstance(extensions, list) else []:
        named += [*one] if isinstance(one, dict) else [one]
    has_betterem = any(name in ("pymdownx.betterem", "pymdownx.extra") for name in named)
    return Dialect.BETTEREM if has_betterem else Dialect.PYTHON_MARKDOWN
