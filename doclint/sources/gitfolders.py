"""Files by commit and path, for many pages of few commits: git reads a folder of thousands of files but once."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from doclint.sources.gitobjects import Object, Objects

K = TypeVar("K")
V = TypeVar("V")

SHA1 = 40
"""Hex digits."""

MOST_PLACES = 500
"""Folders of one commit each that are remembered."""

MOST_FOLDERS = 32
"""Different ones whose files are kept: most did not change between two commits."""

FILE = re.compile(rb"(\d+) ([^\0]+)\0(.{20})", re.DOTALL)
LONG_FILE = re.compile(rb"(\d+) ([^\0]+)\0(.{32})", re.DOTALL)
"""An entry of a tree object: mode, name, and the id's bytes, of SHA-1 or SHA-256."""

Files = Mapping[bytes, bytes]
"""Ids of the ordinary files of a folder, by name."""


class Folders:
    """What lies in folders of commits, as far as it was asked for. Belongs to one thread."""

    def __init__(self) -> None:
        self._trees: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._files: OrderedDict[str, Files] = OrderedDict()

    def read(self, objects: Objects, commit: str, path: str) -> Object | None:
        """What `COMMIT:PATH` names; None when it is not here. A folder is read when a second file in it is asked for.

        What is no ordinary file, or not found, git itself is asked for. Raises GitStoppedError.
        """
        folder, _, name = path.rpartition("/")
        blob = self._listed(objects, commit, folder).get(name.encode("utf-8", "surrogateescape"))
        return objects.read(blob.hex() if blob else f"{commit}:{path}")

    def _listed(self, objects: Objects, commit: str, folder: str) -> Files:
        tree_id = self._trees.get((commit, folder))
        files = self._files.get(tree_id or "")
        if files is not None:
            return files
        _keep(self._trees, (commit, folder), tree_id or "", MOST_PLACES)
        tree = objects.read(f"{commit}:{folder}") if tree_id is not None else None
        if tree is None or tree.kind != "tree" or tree.data is None:
            return {}
        self._trees[commit, folder] = tree.id
        files = self._files.get(tree.id)
        if files is None:
            entries = (FILE if len(tree.id) == SHA1 else LONG_FILE).findall(tree.data)
            files = {name: blob for mode, name, blob in entries if mode.startswith(b"100")}
        _keep(self._files, tree.id, files, MOST_FOLDERS)
        return files


def _keep(known: OrderedDict[K, V], key: K, value: V, most: int) -> None:
    """Put in as the newest; the oldest goes."""
    known[key] = value
    known.move_to_end(key)
    if len(known) > most:
        known.popitem(last=False)
