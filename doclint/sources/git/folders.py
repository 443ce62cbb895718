"""Files by commit and path, for many pages of few commits: git reads a folder of thousands of files but once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TypeVar

from doclint.sources.git.objects import Object, Objects
from doclint.sources.git.trees import id_in

K = TypeVar("K")
V = TypeVar("V")

MOST_PLACES = 500
"""Folders of one commit each that are remembered."""

MOST_FOLDERS = 64
"""Different ones that are kept: most did not change between two commits."""

LARGEST = 1_000_000
"""Bytes of a folder that is kept; 20,000 files."""

ASKED_ONCE, MISSING = "asked once", "missing"
"""In the place of a tree's id."""


class Files:
    """The files of commits; pickled without what it knows. Every thread remembers its own folders."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._local = threading.local()

    def __reduce__(self) -> tuple[type[Files], tuple[Objects]]:
        return Files, (self._objects,)

    def read(self, commit: str, path: str) -> Object | None:
        """What lies at a path of a commit, which is given in full; None when it is not here. Raises GitStoppedError."""
        folders: _Folders | None = getattr(self._local, "folders", None)
        if folders is None:
            folders = self._local.folders = _Folders()
        return folders.read(self._objects, commit, path)


class _Folders:
    """What lies in folders of commits, as far as it was asked for. Belongs to one thread."""

    def __init__(self) -> None:
        self._trees: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._data: OrderedDict[str, bytes] = OrderedDict()

    def read(self, objects: Objects, commit: str, path: str) -> Object | None:
        """What `COMMIT:PATH` names; None when it is not here. A folder is read when a second file in it is asked for.

        What is no ordinary file, or not found, git itself is asked for. Raises GitStoppedError.
        """
        folder, _, name = path.rpartition("/")
        data = self._folder(objects, commit, folder)
        blob = id_in(data, name.encode("utf-8", "surrogateescape"), len(commit) // 2)
        return objects.read(blob or f"{commit}:{path}")

    def _folder(self, objects: Objects, commit: str, folder: str) -> bytes:
        where = commit, folder
        known = self._trees.get(where)
        if known is None:
            _keep(self._trees, where, ASKED_ONCE, MOST_PLACES)
            return b""
        data = self._data.get(known)
        if data is None:
            tree = objects.read(f"{commit}:{folder}")
            known, data = (tree.id, tree.data or b"") if tree and tree.kind == "tree" else (MISSING, b"")
            _keep(self._trees, where, known, MOST_PLACES)
            data = data if len(data) <= LARGEST else b""
        _keep(self._data, known, data, MOST_FOLDERS)
        return data


def _keep(known: OrderedDict[K, V], key: K, value: V, most: int) -> None:
    """Put in as the newest; the oldest goes."""
    known[key] = value
    known.move_to_end(key)
    if len(known) > most:
        known.popitem(last=False)
