"""One process at a time does a piece of work that several need; the others wait and find it done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: each does the work for itself, and the last one's stays
    fcntl = None  # type: ignore[assignment]


@contextmanager
def only_one(file: Path, work: int) -> Iterator[None]:
    """Inside the block no other process is in one with this file and number. A file that cannot be made holds nobody.

    The lock is on the byte of that number, so that one small file is enough for all; it goes with the process.
    """
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        stream = file.open("ab")
    except OSError:
        yield
        return
    with stream:
        if fcntl is not None:
            fcntl.lockf(stream, fcntl.LOCK_EX, 1, work)
        yield
