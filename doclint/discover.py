"""Arguments -> target pages: step 1 of a run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from doclint.errors import ConfigError

ENDINGS = (".md", ".markdown", ".mdx")


class Target(NamedTuple):
    """A page to check."""

    file: Path
    path: str
    """For reports: relative to the working directory where it lies below it, with `/`."""
    relative: str
    """Where its source lies in a source folder, with `/`."""


def discover(arguments: Iterable[str]) -> list[Target]:
    """The pages that files and folders name, each once, folders in the order of their paths.

    A file is taken whatever its ending. Raises ConfigError when an argument does not exist or
    there is no page at all.
    """
    arguments = list(arguments)
    found: dict[Path, Target] = {}
    for argument in arguments:
        path = Path(argument)
        if path.is_dir():
            for file in _pages(path):
                found.setdefault(file.absolute(), _target(file, file.relative_to(path)))
        elif path.exists():
            found.setdefault(path.absolute(), _target(path, _below(path, Path.cwd()) or Path(path.name)))
        else:
            raise ConfigError(f'no file or folder "{argument}"')
    if not found:
        raise ConfigError(f"no Markdown page in {', '.join(arguments)}")
    return list(found.values())


def _pages(folder: Path) -> Iterator[Path]:
    """Markdown files below a folder; hidden folders and symbolic links to folders are passed over."""
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDINGS):
                yield Path(where, name)


def _target(file: Path, relative: Path) -> Target:
    shown = _below(file, Path.cwd()) or file
    return Target(file, shown.as_posix(), relative.as_posix())


def _below(path: Path, folder: Path) -> Path | None:
    """The path relative to the folder, where it lies below it."""
    whole = Path(os.path.normpath(path.absolute()))
    return whole.relative_to(folder) if whole.is_relative_to(folder) else None
