"""English in a folder, at the same relative path, or in one file."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import NamedTuple

from doclint.page.frontmatter import FrontMatter
from doclint.sources.lock import ids_of, is_text
from doclint.sources.source import Absent, Loaded
from doclint.text import Trust
from doclint.text.errors import UnreadableError
from doclint.text.files.inside import LINK_OUT, bounds_of, leads_out, top_of
from doclint.text.files.page import NoPageError, read_page


class FileSource(NamedTuple):
    """One English file for every target asked for."""

    file: Path

    def load(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> Loaded | Absent:
        return _read(self.file)

    def identity(self, path: str, target: bytes) -> str | None:
        found = self.load(path, FrontMatter())
        return hashlib.sha256(found.data).hexdigest() if isinstance(found, Loaded) else ""

    def others(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> list[Loaded]:
        return []

    def kept(self, path: str, blob: str) -> Loaded | None:
        return _kept(self.load(path, FrontMatter()), blob)

    def id_of(self, loaded: Loaded) -> str:
        return ids_of(loaded.data)[-1]


class FolderSource(NamedTuple):
    """A tree of English files at the targets' relative paths."""

    folder: Path

    def load(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> Loaded | Absent:
        file = self.folder / path
        if not _is_file(file):
            is_orphan = self.folder.is_dir()
            return Absent("no such page in the source folder", is_orphan=is_orphan, is_final=is_orphan)
        if leads_out(str(file), bounds_of(os.path.abspath(self.folder))):  # noqa: PTH100 (links in it stay)
            return Absent(f"the source {LINK_OUT}")
        return _read(file)

    def identity(self, path: str, target: bytes) -> str | None:
        found = self.load(path, FrontMatter())
        return hashlib.sha256(found.data).hexdigest() if isinstance(found, Loaded) else ""

    def others(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> list[Loaded]:
        return []

    def newest(self, loaded: Loaded) -> Loaded | None:
        """The page as it lies there, where an older one was kept by git."""
        found = _read(Path(loaded.path)) if loaded.revision else None
        return found if isinstance(found, Loaded) and found.data != loaded.data else None

    def kept(self, path: str, blob: str) -> Loaded | None:
        """As it lies there, or out of the repository around it, where git keeps what was committed."""
        here = _kept(self.load(path, FrontMatter()), blob)
        if here or (top := top_of(self.folder)) is None:
            return here
        from doclint.sources.git.repository import blob_of

        data = blob_of(str(top), blob)
        return None if data is None else Loaded((self.folder / path).as_posix(), data, Trust.PINNED, blob)

    def id_of(self, loaded: Loaded) -> str:
        return ids_of(loaded.data)[-1]


def _kept(found: Loaded | Absent, blob: str) -> Loaded | None:
    is_it = isinstance(found, Loaded) and is_text(found.data, blob)
    return found._replace(trust=Trust.PINNED) if isinstance(found, Loaded) and is_it else None


def _read(file: Path) -> Loaded | Absent:
    try:
        return Loaded(file.as_posix(), read_page(file), Trust.PAIRED)
    except NoPageError as error:
        return Absent(f"the source {error}")
    except UnreadableError as error:
        return Absent("the source cannot be read", unread=f'"{os.path.normpath(_obstacle(file))}" {error}')


def _is_file(file: Path) -> bool:
    """Whether there is such a file, or one cannot tell."""
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False


def _obstacle(file: Path) -> Path:
    """The uppermost folder that keeps a file from being read; the file itself where none does."""
    for folder in reversed(file.parents):
        try:
            os.stat(os.path.join(folder, "."))  # noqa: PTH116, PTH118 (pathlib drops the dot)
        except PermissionError:
            return folder
        except OSError:
            break
    return file
