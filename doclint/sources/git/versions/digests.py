"""Which file of a commit has a digest: an index made once for a commit, and kept."""

from __future__ import annotations

import json
from pathlib import Path

from doclint.page.endings import is_page
from doclint.pair.digest import digests_of
from doclint.sources.git.objects import GitStoppedError, Object, Objects
from doclint.sources.git.trees import walk
from doclint.text.files.whole import write_whole

VERSION = 2
"""Of the file that keeps an index."""


def digest_index(objects: Objects, commit: str, cache: Path | None) -> dict[str, str]:
    """The Markdown pages of a commit by each digest that a translation may keep; of equal pages the first.

    The index is kept in the folder `cache`. One that lacks a page which is not in this clone is not
    kept, since the page may come.
    """
    file = cache / f"git-digests-{VERSION}-{commit}.json" if cache else None
    kept = _kept(file) if file else None
    if kept is not None:
        return kept
    index, is_whole = _built(objects, commit)
    if file and is_whole:
        _keep(file, index)
    return index


def _built(objects: Objects, commit: str) -> tuple[dict[str, str], bool]:
    index: dict[str, str] = {}
    is_whole = True
    for entry in walk(objects, commit):
        if entry.is_file and is_page(entry.path):
            blob = _read(objects, entry.id)
            is_whole = is_whole and blob is not None
            for digest in digests_of(blob.data) if blob and blob.data is not None else ():
                index.setdefault(digest, entry.path)
        is_whole = is_whole and not entry.is_folder
    return index, is_whole


def _read(objects: Objects, name: str) -> Object | None:
    try:
        return objects.read(name)
    except GitStoppedError:  # a broken object
        return None


def _kept(file: Path) -> dict[str, str] | None:
    """What was kept, if it can be read. It need not be trusted: what it leads to is held against the digest."""
    try:
        index = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return index if isinstance(index, dict) and all(isinstance(path, str) for path in index.values()) else None


def _keep(file: Path, index: dict[str, str]) -> None:
    """Whole, since another run may read it now. A cache that cannot be written is none."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, json.dumps(index).encode())
    except OSError:
        return
