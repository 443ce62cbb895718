"""Files that a repository leaves out on purpose: those that a build makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from doclint.sources.git.repository import Repository

if TYPE_CHECKING:
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

IGNORE = ".gitignore"

STARS = 8
"""More than anybody writes into a pattern, which take long to match."""

LONGEST = 200
"""Characters of a pattern."""


def is_ignored(repository: Repository, revision: str, path: str) -> bool:
    """Whether the last pattern that fits a path, in the `.gitignore` of a folder above it, leaves it out.

    Raises GitStoppedError.
    """
    from pathspec import GitIgnoreSpec

    fits = False
    for folder in reversed(PurePosixPath(path).parents):
        found = repository.files.read(revision, (folder / IGNORE).as_posix())
        if found is None or found.data is None:
            continue
        spec = GitIgnoreSpec(_patterns(found.data.decode("utf-8", "replace")), backend="simple")
        verdict = spec.check_file(PurePosixPath(path).relative_to(folder).as_posix()).include
        fits = fits if verdict is None else verdict
    return fits


def _patterns(text: str) -> Iterator[GitIgnoreSpecPattern]:
    """The patterns of a file, without those that are none, which git passes over."""
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    for line in text.splitlines():
        if line.count("*") <= STARS and len(line) <= LONGEST:
            try:
                yield GitIgnoreSpecPattern(line)
            except (ValueError, re.error):
                continue
