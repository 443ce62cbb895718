"""Files and folders that are there only while they are filled, under names of ours.

Whoever fills one holds a lock on it, which the system lets go when the process ends, however it ends. So what a killed
run left behind is told from what another run is at, and the next run that wants the same name takes it over.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from doclint.text.files.ending import held_back

try:
    import fcntl
except ImportError:  # Windows: nothing is taken over there
    fcntl = None  # type: ignore[assignment]

ENDING = ".doclint-new"
MOST = 1000
"""Runs that may fill the same name at once."""
NEW = os.O_CREAT | os.O_EXCL
FILE = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
FOLDER = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_DIRECTORY", 0)


@contextmanager
def scratch_file(folder: Path, name: str) -> Iterator[tuple[BinaryIO, Path]]:
    """An empty file in the folder, removed at the end unless it was renamed, which is to be done inside the block.

    Raises OSError.
    """
    with held_back() as release:
        path, handle = _first(folder, name, _file)
        assert handle is not None
        with os.fdopen(handle, "wb") as stream:
            try:
                release()
                yield stream, path
            finally:
                with suppress(OSError):
                    if _is_at(handle, path):
                        path.unlink()


@contextmanager
def scratch_folder(folder: Path, name: str, rescue: Callable[[Path], None] | None = None) -> Iterator[Path]:
    """An empty folder in the folder, removed at the end with all that is in it.

    `rescue` is called with what a killed run left, before that is removed. Raises OSError.
    """

    def made(path: Path) -> tuple[bool, int | None]:
        return _folder(path, rescue)

    with held_back() as release:
        path, handle = _first(folder, name, made)
        try:
            release()
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)
            if handle is not None:
                os.close(handle)


def _first(folder: Path, name: str, make: Callable[[Path], tuple[bool, int | None]]) -> tuple[Path, int | None]:
    """The first of the names that is free, or was left, with a handle that holds its lock."""
    for number in range(MOST):
        path = folder / f".{name[:40]}{f'.{number}' if number else ''}{ENDING}"
        is_ours, handle = make(path)
        if is_ours:
            return path, handle
    raise FileExistsError(errno.EEXIST, "too many runs write it at once", str(folder / name))


def _file(path: Path) -> tuple[bool, int | None]:
    """Whether the file is ours to fill now; a handle if so."""
    try:
        handle, is_new = os.open(path, FILE | NEW, 0o600), True
    except FileExistsError:
        try:
            handle, is_new = os.open(path, FILE), False
        except OSError:
            return False, None
    if _is_held(handle, path, is_new=is_new, is_kind=stat.S_ISREG):
        os.ftruncate(handle, 0)
        return True, handle
    os.close(handle)
    return False, None


def _folder(path: Path, rescue: Callable[[Path], None] | None) -> tuple[bool, int | None]:
    try:
        path.mkdir(mode=0o700)
        is_new = True
    except FileExistsError:
        is_new = False
    if fcntl is None:
        return is_new, None
    try:
        handle = os.open(path, FOLDER)
    except OSError:
        return False, None
    if not _is_held(handle, path, is_new=is_new, is_kind=stat.S_ISDIR):
        os.close(handle)
        return False, None
    if not is_new and rescue:
        rescue(path)
    for entry in list(os.scandir(path)):
        shutil.rmtree(entry.path) if entry.is_dir(follow_symlinks=False) else Path(entry.path).unlink()
    return True, handle


def _is_held(handle: int, path: Path, *, is_new: bool, is_kind: Callable[[int], bool]) -> bool:
    """Whether we hold it now: it is locked, still there, and made by us or by a run of the same user."""
    if fcntl is None:
        return is_new
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # where the file system knows no locks, only what is new is surely ours
        return is_new and error.errno != errno.EWOULDBLOCK
    found = os.fstat(handle)
    is_linked = found.st_nlink > 1 and not stat.S_ISDIR(found.st_mode)
    is_left = found.st_uid == os.geteuid() and is_kind(found.st_mode) and not is_linked
    return (is_new or is_left) and _is_at(handle, path)


def _is_at(handle: int, path: Path) -> bool:
    """Whether an open file is the one of that name: another run may have renamed or removed it in between."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat(follow_symlinks=False))
    except OSError:
        return False
