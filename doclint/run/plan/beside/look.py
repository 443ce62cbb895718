"""A look at a source: whether it has a page, and whether that is but a copy of the page itself."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from doclint.layouts import Target
from doclint.sources import FolderSource, Source
from doclint.text.errors import UnreadableError
from doclint.text.files.page import read_page

SAMPLE = 8
"""Pages of a folder that are looked for in the source."""
T = TypeVar("T")


def sample(pages: Sequence[T]) -> Sequence[T]:
    """A few of many, from everywhere."""
    return pages[:: max(len(pages) // SAMPLE, 1)]


def read(source: Source, path: str) -> bytes | None:
    """What stands on a page of a source, as far as can be told without looking for versions; None where it has none.

    Nothing stands on one whose text a partial clone lacks.
    """
    if isinstance(source, FolderSource):
        file = source.folder / path
        try:
            return read_page(file) if os.path.isfile(file) else None
        except UnreadableError:
            return b""
    from doclint.sources.git.source import GitSource
    from doclint.sources.git.trees import NotHere, find

    if not isinstance(source, GitSource) or source.revision is None:
        return None
    objects = source.repository.objects
    try:
        entry = find(objects, source.revision, source.repository.prefix + path)
    except NotHere:
        return None
    blob = objects.read(entry.id) if entry else None
    return (blob and blob.data) or b"" if entry else None


def has(source: Source, path: str, target: Target) -> bool:
    """Whether a source has a page at a path, and not the very text of the target."""
    english = read(source, path)
    try:
        return english is not None and (english == b"" or english != target.read())
    except UnreadableError:
        return english is not None


def is_own(source: Source, top: Path) -> bool:
    """Whether what a source has at a page's path is the page itself: it is the repository, or its last commit.

    Another commit of it may be another branch, and have the English there.
    """
    if isinstance(source, FolderSource):
        return source.folder.resolve() == top.resolve()
    from doclint.sources.git.repository import commit_of
    from doclint.sources.git.source import GitSource

    return isinstance(source, GitSource) and source.revision is not None and source.revision == commit_of(top, "HEAD")
