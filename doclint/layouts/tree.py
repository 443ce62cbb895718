"""The files of a repository as layouts see them: a working tree, or a commit."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from doclint.sources.choose import is_repository
from doclint.text.errors import UnreadableError
from doclint.text.files.inside import bounds_of, leads_out, top_of
from doclint.text.files.page import read_page

if TYPE_CHECKING:
    from doclint.sources.git.commit import GitTree


class Tree(Protocol):
    """Files below a root, by paths relative to it with `/`; what lies in hidden folders is left out."""

    @property
    def name(self) -> str:
        """What the root folder is called, which may tell a locale."""
        ...

    @property
    def origin(self) -> str:
        """What the repository is called where it was cloned from; empty where nothing says."""
        ...

    def paths(self) -> Iterable[str]: ...

    def read(self, path: str) -> bytes | None:
        """None where it cannot be read."""
        ...

    def marks(self, paths: Sequence[str]) -> list[str]:
        """For each file what changes when it does, without reading it."""
        ...


@dataclass(frozen=True, slots=True)
class FolderTree:
    """A working tree; symbolic links to folders are not followed, nor those that lead out of the repository."""

    folder: Path
    unread: dict[str, OSError] = field(default_factory=dict, compare=False)
    """Folders that could not be read when the paths were asked for."""

    @property
    def name(self) -> str:
        return self.folder.resolve().name

    @property
    def origin(self) -> str:
        return _origin(self.folder) if is_repository(self.folder) else ""

    def paths(self) -> Iterable[str]:
        root = str(self.folder).rstrip(os.sep) or os.sep
        skipped = len(root) if root.endswith(os.sep) else len(root) + 1
        for where, folders, files in os.walk(root, onerror=self._skip):
            folders[:] = [name for name in folders if not name.startswith(".")]
            below = where[skipped:].replace(os.sep, "/")
            prefix = f"{below}/" if below else ""
            for name in files:
                yield prefix + name

    def _skip(self, error: OSError) -> None:
        self.unread[error.filename] = error

    def read(self, path: str) -> bytes | None:
        if not os.path.lexists(os.path.join(self.folder, path)):  # noqa: PTH118 (many files are asked for, few are there)
            return None
        try:
            file = self.folder / path
            bounds = bounds_of(os.path.abspath(self.folder))  # noqa: PTH100 (links in it stay)
            return None if leads_out(str(file), bounds) else read_page(file)
        except (UnreadableError, ValueError):
            return None

    def marks(self, paths: Sequence[str]) -> list[str]:
        return [_mark(self.folder / path) for path in paths]


class RevisionTree(NamedTuple):
    """A commit, without a checkout."""

    files: GitTree

    @property
    def name(self) -> str:
        repository = self.files.repository
        folder = repository.prefix.rstrip("/") or repository.folder.resolve().as_posix()
        return folder.rpartition("/")[2].removesuffix(".git")

    @property
    def origin(self) -> str:
        return "" if self.files.repository.prefix else _origin(self.files.repository.folder)

    def paths(self) -> Iterable[str]:
        """Raises SourceError when a folder of the commit is missing from the clone."""
        return (path for path in self.files.paths() if "/." not in path.rpartition("/")[0] and not _is_hidden(path))

    def read(self, path: str) -> bytes | None:
        try:
            return self.files.read(path)
        except UnreadableError:
            return None

    def marks(self, paths: Sequence[str]) -> list[str]:
        return [self.files.revision] * len(paths)


def _origin(folder: Path) -> str:
    """The last part of the address that the repository at a folder has for its origin."""
    from doclint.sources.git.process import is_installed, run

    answer = run(folder, "config", "--get", "remote.origin.url") if is_installed() else None
    address = os.fsdecode(answer.stdout).strip() if answer else ""
    return re.split("[/:\\\\]", address.rstrip("/"))[-1].removesuffix(".git")


def _mark(file: Path) -> str:
    """Size and time of the last change; empty for a file that is not there."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return ""
    return f"{found.st_size}:{found.st_mtime_ns}"


def root_of(folder: Path) -> Path:
    """Where layouts begin: the top of the repository that a folder lies in, else the folder itself."""
    return top_of(folder) or folder.absolute()


def _is_hidden(path: str) -> bool:
    return path.startswith(".") and "/" in path
