"""What `--source` names: a file, a folder, or a git repository with or without a revision."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from doclint.page.endings import is_page
from doclint.sources.folder import FileSource, FolderSource
from doclint.sources.source import Source
from doclint.text.errors import ConfigError
from doclint.text.files.inside import LINK_OUT, leads_out

Pin = Literal["metadata", "last-touch"]


def open_source(
    where: str,
    *,
    pin_keys: Sequence[str] = (),
    pin: Pin = "metadata",
    targets: str | None = None,
    digest_keys: Sequence[str] = (),
    cache: Path | None = None,
) -> Source:
    """The source that is named. Raises ConfigError when there is none.

    A folder is a repository when it is the top of one, or when a revision is asked for; a folder inside
    a repository is just a folder, read as it lies there. `targets` is where the translations lie, for `last-touch`,
    `cache` a folder for indexes.
    """
    path = Path(where)
    if path.is_file():
        if leads_out(where) and not is_page(str(path.resolve())):
            raise ConfigError(f'the source "{where}" {LINK_OUT}: name its real place')
        return FileSource(path)
    if path.is_dir() and not is_repository(path):
        return FolderSource(path)
    from doclint.sources.git.pins import PIN_KEYS
    from doclint.sources.git.source import open_git

    source = open_git(
        where,
        pin_keys=tuple(pin_keys) or PIN_KEYS,
        pin=pin,
        targets=Path(targets) if targets else None,
        digest_keys=tuple(digest_keys),
        cache=cache,
    )
    if source is None:
        raise ConfigError(f'no source at "{where}": it is not a file, a folder or a git repository')
    return source


def is_repository(folder: Path) -> bool:
    """Whether a folder is the top of a git repository, bare or with a work tree."""
    return os.path.exists(folder / ".git") or is_bare(folder)  # noqa: PTH110 (pathlib raises where it may not look)


def is_bare(folder: Path) -> bool:
    """Whether a folder is a repository without a work tree."""
    return os.path.isfile(folder / "HEAD") and os.path.isdir(folder / "objects")  # noqa: PTH112, PTH113 (as above)
