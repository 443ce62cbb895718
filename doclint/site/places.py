"""Which page of a tree an address leads to, as far as the names of files tell; and which sections that page has."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from functools import cached_property
from urllib.parse import unquote

from doclint.checks.addresses import address
from doclint.layouts import Tree
from doclint.layouts.tree import FolderTree
from doclint.page import Page
from doclint.page.dialects import ids
from doclint.page.endings import ENDINGS, is_page
from doclint.text.errors import UnreadableError
from doclint.text.lazypattern import lazy
from doclint.text.spans import decode

INDEX = ("index", "_index", "readme")
"""Files that are the page of their folder."""
HTML = lazy(r"\.html?\Z", re.IGNORECASE)
REDIRECTS = lazy(r"(?i:_redirects|redirects?\.[a-z]+|netlify\.toml|vercel\.json|mkdocs\.yml)\Z")
"""Files that say where old addresses lead."""
MOST_REDIRECTS = 10
NUMBER = lazy(r"\d+[-_.]\s*(?=\D)")
"""Before a name, to sort files by."""


class Sections:
    """The ids of one page; its headings are read only where no id that is written on it answers."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._written = frozenset(map(ids.folded, ids.written(text)))

    @cached_property
    def page(self) -> Page:
        from doclint.page.markdown import parse

        return parse(self._text, self._path)

    @cached_property
    def _all(self) -> frozenset[str]:
        return ids.ids(self.page)

    def is_written(self, fragment: str) -> bool:
        """Whether the id itself stands on the page."""
        return ids.has(fragment, self._written)

    def has(self, fragment: str) -> bool:
        """Whether a link to a section leads anywhere, whichever generator makes the ids."""
        return self.is_written(fragment) or ids.has(fragment, self._all)


class Places:
    """The pages of one tree, by the addresses that lead to them. Paths are relative to the tree's root."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._known: dict[str, Sections | None] = {}

    @cached_property
    def files(self) -> frozenset[str]:
        return frozenset(self.tree.paths())

    @cached_property
    def _by_end(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        # an address from the site's root may name folders that the tree lies in
        above = _names(self.tree.folder.absolute().as_posix()) if isinstance(self.tree, FolderTree) else ()
        for path in filter(is_page, self.files):
            names = (*above, *_names(path))
            found.setdefault(names[-1] if names else "", []).append((names, path))
        return found

    def beside(self, page: str, path: str) -> str | None:
        """The file that a relative path on a page leads to: from its folder, or from the folder that it becomes."""
        stem = page.rpartition(".")[0]
        folder = posixpath.dirname(page)
        bases = [folder] if posixpath.basename(stem).lower() in INDEX else [folder, stem]
        for base in bases:
            place = posixpath.normpath(posixpath.join(base, unquote(path)))
            if not place.startswith("../"):
                found = next((one for one in _files("" if place == "." else place) if one in self.files), None)
                if found:
                    return found
        return None

    def below(self, path: str) -> list[str]:
        """The pages that an address from the site's root may lead to; where the root lies is not asked."""
        wanted = tuple(_plain(name) for name in address(path).path)
        if not wanted or len(self.files) == 0:
            return []
        if wanted[-1] in INDEX:
            wanted = wanted[:-1]
        around = self._by_end.get(wanted[-1], []) if wanted else []
        return [page for names, page in around if names[-len(wanted) :] == wanted]

    @cached_property
    def is_ascii(self) -> bool:
        """Whether no path of a page has a letter beyond ASCII."""
        return all(path.isascii() for path in self.files if is_page(path))

    @cached_property
    def _folders(self) -> frozenset[str]:
        return frozenset(name for pages in self._by_end.values() for names, _ in pages for name in names)

    def nearest(self, path: str) -> str | None:
        """The address of the page to which a path leads but for one of its folders, which is none of any page."""
        pieces = [piece for piece in path.split("/") if piece]
        names = address(path).path
        wanted = tuple(_plain(name) for name in names)
        found = set()
        for have, _ in self._by_end.get(wanted[-1], []) if len(wanted) > 2 else ():
            odd = [
                at for at, (one, other) in enumerate(zip(have[-len(wanted) :], wanted, strict=False)) if one != other
            ]
            if len(have) >= len(wanted) and len(odd) == 1 and wanted[odd[0]] not in self._folders:
                found.add((names[odd[0]], have[odd[0] - len(wanted)]))
        (wrong, right), *more = found or {("", "")}
        at = [number for number, piece in enumerate(pieces) if unquote(piece).casefold() == wrong]
        return path.replace(pieces[at[0]], right, 1) if len(at) == 1 and not more else None

    @cached_property
    def _redirects(self) -> str:
        files = [path for path in sorted(self.files) if REDIRECTS.search(path)][:MOST_REDIRECTS]
        return "\n".join((self.tree.read(path) or b"").decode("utf-8", "replace") for path in files)

    def is_redirected(self, path: str) -> bool:
        """Whether a file that says where old addresses lead names this one."""
        return path.strip("/") in self._redirects

    def sections(self, path: str) -> Sections | None:
        """The sections of a page; None where it cannot be read."""
        if path not in self._known:
            data = self.tree.read(path)
            try:
                self._known[path] = None if data is None else Sections(decode(data), path)
            except UnreadableError:
                self._known[path] = None
        return self._known[path]


def _files(place: str) -> Sequence[str]:
    """The files that may be meant by a path, the likeliest first."""
    stem = HTML.sub("", place)
    folder = f"{stem}/" if stem else ""
    inside = [f"{folder}{name}{end}" for name in ("index", "_index", "README") for end in ENDINGS]
    return [place, *(f"{stem}{end}" for end in ENDINGS if stem), *inside]


def _names(path: str) -> tuple[str, ...]:
    """The names in a path as an address has them: no ending, no index, no locale, no capitals."""
    names = list(address(f"/{path}").path)
    if names and names[-1] in INDEX:
        names.pop()
    return tuple(map(_plain, names))


def _plain(name: str) -> str:
    return NUMBER.sub("", name, count=1) or name
