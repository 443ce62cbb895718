"""Digests of the English that co-op-translator keeps for all pages of a locale, in a file at the top of its folder.

The file maps the path of each source to `original_hash`, the MD5 of the bytes that the translation was made from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from doclint.layouts.kinds.coop import STATE
from doclint.layouts.tree import Tree

LARGEST = 20_000_000
"""Bytes; an entry has 200."""


class Kept:
    """The digests of a tree, each file read when a page below it is asked for first."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        end = f"/{STATE}"
        self._folders = {path.removesuffix(STATE) for path in tree.paths() if path.endswith(end)}
        self._known: dict[str, Mapping[str, str]] = {}

    def of(self, page: str, source: str) -> str:
        """The digest of the source that a translated page was made from; empty where none is kept.

        Sources are called by their paths from the folder that holds `translations`.
        """
        folder = page[: page.rfind("/") + 1] if self._folders else ""
        while folder and folder not in self._folders:
            folder = folder[: folder.rfind("/", 0, -1) + 1]
        if not folder:
            return ""
        if folder not in self._known:
            self._known[folder] = _digests(self._tree.read(f"{folder}{STATE}"))
        holder = folder[: folder.rfind("/", 0, -1) + 1]
        return self._known[folder].get(source.removeprefix(holder[: holder.rfind("/", 0, -1) + 1]), "")


def _digests(data: bytes | None) -> Mapping[str, str]:
    try:
        entries = json.loads(data or b"") if len(data or b"") <= LARGEST else {}
    except (ValueError, RecursionError):
        return {}
    found = {}
    for path, entry in entries.items() if isinstance(entries, dict) else ():
        digest = entry.get("original_hash") if isinstance(entry, dict) else None
        if isinstance(digest, str):
            found[path] = digest
    return found
