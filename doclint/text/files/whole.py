"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from doclint.text.files.scratch import scratch_file


def write_whole(file: Path, data: bytes) -> None:
    """Write a file so that at any moment it holds all of the old or all of the new bytes. Raises OSError.

    Through a file of another name in the same folder, flushed to the disk and renamed. A symbolic link stays one and
    its file is written; an existing file keeps its permissions, a new one gets those that any new file gets.
    """
    with whole_file(file) as stream:
        stream.write(data)


@contextmanager
def whole_file(file: Path) -> Iterator[BinaryIO]:
    """The same for what comes piece by piece: the file is there when the block ends well, and as it was when not."""
    real = Path(os.path.realpath(file))
    with scratch_file(real.parent, real.name) as (stream, path):
        yield stream
        stream.flush()
        os.fsync(stream.fileno())
        path.chmod(_mode(real))
        if os.name == "nt":
            stream.close()  # an open file cannot be renamed there
        path.replace(real)


def _mode(file: Path) -> int:
    with suppress(OSError):
        return file.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
