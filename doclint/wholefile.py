"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


def write_whole(file: Path, data: bytes) -> None:
    """Write a file so that at any moment it holds all of the old or all of the new bytes. Raises OSError.

    Through a temporary file in the same folder, flushed to the disk and renamed. A symbolic link stays one and its
    file is written; an existing file keeps its permissions, a new one gets those that any new file gets.
    """
    with whole_file(file) as stream:
        stream.write(data)


@contextmanager
def whole_file(file: Path) -> Iterator[BinaryIO]:
    """The same for what comes piece by piece: the file is there when the block ends well, and as it was when not."""
    real = Path(os.path.realpath(file))
    handle, name = tempfile.mkstemp(prefix=f".{real.name[:40]}.", dir=real.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(real))
        Path(name).replace(real)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode(file: Path) -> int:
    with suppress(OSError):
        return file.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
