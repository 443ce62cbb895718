"""A tree looked through once, so that every kind of layout can ask many questions of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from doclint.layouts.tree import Tree
from doclint.page.endings import is_page

DEEPEST = 4
"""Folders above a file of settings."""
MOST = 50
"""Files of one name: a bound on the work that a strange tree makes."""


class Listing:
    """What lies where in a tree. A folder's path ends with `/`; the root's is empty."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.files = set(tree.paths())
        self.pages = sorted(filter(is_page, self.files))
        self._below: dict[str, frozenset[str]] = {}

    @property
    def name(self) -> str:
        return self.tree.name

    @property
    def origin(self) -> str:
        return self.tree.origin

    def paths(self) -> set[str]:
        """The files: a listing is a tree, which need not be walked again."""
        return self.files

    @cached_property
    def folders(self) -> dict[str, list[str]]:
        """The folders in each folder, by name; the root is the empty path."""
        found: dict[str, list[str]] = {"": []}
        for path in sorted(self.files):
            folder = path[: path.rfind("/") + 1]
            missing = []
            while folder not in found:
                missing.append(folder)
                found[folder] = []
                folder = folder[: folder.rfind("/", 0, -1) + 1]
            for one in missing:
                parent = one[: one.rfind("/", 0, -1) + 1]
                found[parent].append(one[len(parent) : -1])
        return found

    def has_folder(self, folder: str) -> bool:
        return folder in self.folders

    def below(self, folder: str) -> frozenset[str]:
        """The pages in a folder and its folders, relative to it."""
        known = self._below.get(folder)
        if known is None:
            first = bisect_left(self.pages, folder)
            last = bisect_left(self.pages, f"{folder}\U0010ffff") if folder else len(self.pages)
            known = self._below[folder] = frozenset(page[len(folder) :] for page in self.pages[first:last])
        return known

    def shared(self, one: str, other: str) -> int:
        """How many pages two folders both have at the same relative path."""
        return len(self.below(one) & self.below(other))

    def named(self, *names: str) -> list[str]:
        """The files of these names, the nearest to the root first; a site deep in a theme or a test is left out."""
        wanted = frozenset(names)
        found = [path for path in self.files if path.rpartition("/")[2] in wanted and path.count("/") <= DEEPEST]
        return sorted(found, key=lambda path: (path.count("/"), path))[:MOST]

    def read(self, path: str) -> bytes | None:
        return self.tree.read(path) if path in self.files else None

    def marks(self, paths: Sequence[str]) -> list[str]:
        return self.tree.marks(paths)
