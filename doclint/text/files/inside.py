"""What lies inside a repository once links are followed: neither its configuration nor its pages lead out of it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

LINK_OUT = "is a link that leads out of the repository, which is not followed"


def top_of(path: Path) -> Path | None:
    """The top of the repository that a path lies in; None where it lies in none."""
    here = Path(os.path.abspath(path))
    return next((folder for folder in (here, *here.parents) if os.path.exists(folder / ".git")), None)


@lru_cache(1000)
def bounds_of(folder: str) -> str:
    """Where what lies in a folder may lead: the repository around it, else the folder itself."""
    return str(top_of(Path(folder)) or folder)


def is_inside(path: str, folder: str) -> bool:
    """Whether what a path leads to, which need not be there, lies in a folder; what no file can be called does not."""
    try:
        real, top = os.path.realpath(path), os.path.realpath(folder)
    except ValueError:  # half a character, or a null
        return False
    return real == top or real.startswith(os.path.join(top, ""))


@lru_cache(10_000)
def _is_folder_inside(path: str, folder: str) -> bool:
    return is_inside(path, folder)


def leads_out(path: str, bounds: str | None = None) -> bool:
    """Whether a file is, or lies behind, a link that leads out of its bounds; costs a look at the file, no more."""
    folder = os.path.dirname(path) or "."
    bounds = bounds or bounds_of(os.path.abspath(folder))
    return not _is_folder_inside(folder, bounds) or (os.path.islink(path) and not is_inside(path, bounds))
