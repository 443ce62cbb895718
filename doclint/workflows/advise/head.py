"""The English as it is now: where damage can be stopped before the next translation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from doclint.sources import FolderSource, Source
from doclint.sources.choose import is_bare
from doclint.sources.folder import FileSource
from doclint.sources.git.commit import GitTree, open_tree
from doclint.sources.git.source import GitSource
from doclint.sources.git.trees import is_proper
from doclint.sources.worktree import WorkTreeSource
from doclint.text.errors import ConfigError, UnreadableError
from doclint.text.files.page import read_page


class Head(Protocol):
    """The newest English pages, by their paths."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a page; None where there is none."""
        ...

    def has(self, path: str) -> bool:
        """Whether there is such a page."""
        ...

    def file(self, path: str) -> Path | None:
        """Where the page can be written; None in a commit."""
        ...

    def relative(self, path: str) -> str:
        """What a page is called here that reports call by another path."""
        ...


@dataclass(frozen=True, slots=True)
class FolderHead:
    """Pages in a folder or working tree."""

    folder: Path

    def read(self, path: str) -> bytes | None:
        file = self.file(path)
        try:
            return read_page(file) if file else None
        except UnreadableError:
            return None

    def has(self, path: str) -> bool:
        return self.file(path) is not None

    def file(self, path: str) -> Path | None:
        """Only what lies in the folder: a findings file may name anything, and so may a link."""
        file = self.folder / path
        try:
            is_inside = is_proper(path) and file.resolve().is_relative_to(self.folder.resolve())
            return file if is_inside and file.is_file() else None
        except (OSError, RuntimeError):
            return None

    def relative(self, path: str) -> str:
        top = self.folder.as_posix().rstrip("/") + "/"
        return path.removeprefix(top).lstrip("/")


@dataclass(frozen=True, slots=True)
class FileHead:
    """One page, the English of all that is asked for."""

    page: Path

    def read(self, path: str) -> bytes | None:
        try:
            return read_page(self.page)
        except UnreadableError:
            return None

    def has(self, path: str) -> bool:
        return True

    def file(self, path: str) -> Path | None:
        return self.page

    def relative(self, path: str) -> str:
        return self.page.as_posix()


@dataclass(frozen=True, slots=True)
class CommitHead:
    """Pages of a commit, which can be read only."""

    tree: GitTree

    def read(self, path: str) -> bytes | None:
        try:
            return self.tree.read(path)
        except UnreadableError:
            return None

    def has(self, path: str) -> bool:
        return self.read(path) is not None

    def file(self, path: str) -> Path | None:
        return None

    def relative(self, path: str) -> str:
        return path.lstrip("/")


def at(where: str) -> Head:
    """The English at a path: a file, a folder or working tree as it lies there, `REPO@REV`. Raises ConfigError."""
    path = Path(where)
    if path.is_file():
        return FileHead(path)
    if path.is_dir() and not is_bare(path):
        return FolderHead(path)
    tree = open_tree(where)
    if tree is None:
        raise ConfigError(f'no English at "{where}": it is not a file, a folder or a git revision')
    return CommitHead(tree)


def of(source: Source | None) -> Head | None:
    """The newest pages of the source that a run read; None where it has none of its own."""
    if isinstance(source, FileSource):
        return FileHead(source.file)
    if isinstance(source, WorkTreeSource):
        return FolderHead(source.folder.folder)
    if isinstance(source, FolderSource):
        return FolderHead(source.folder)
    if isinstance(source, GitSource) and source.revision:
        return CommitHead(GitTree(source.repository, source.revision))
    return None
