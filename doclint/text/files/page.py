"""The bytes of a page on disk: the one place where pages are opened."""

from __future__ import annotations

import os
import stat

from doclint.text.errors import EXHAUSTED, UnreadableError

LARGEST = 10_000_000
"""Bytes; what is larger is no page, in a folder and in git."""

TOO_LARGE = "is larger than 10 MB"

CHUNK = 65_536

HOW = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A FIFO that nobody writes to is opened at once, and then seen to be none of ours."""


class NoPageError(UnreadableError):
    """It can be read, but is no regular file or too large for a page."""


def read_page(file: str | os.PathLike[str]) -> bytes:
    """The bytes of a regular file of a bounded size, links followed; never waits.

    Raises NoPageError where it is none, UnreadableError where it cannot be read, OSError in EXHAUSTED.
    """
    try:
        handle = os.open(file, HOW)
    except (OSError, ValueError) as error:
        raise _reason(error) from None
    try:
        return _whole(handle)
    except OSError as error:
        raise _reason(error) from None
    finally:
        os.close(handle)


def _whole(handle: int) -> bytes:
    state = os.fstat(handle)
    if not stat.S_ISREG(state.st_mode):
        raise NoPageError("is not a regular file")
    if state.st_size > LARGEST:
        raise NoPageError(TOO_LARGE)
    data = b""
    wanted = state.st_size + 1
    # what it says of its size need not hold: a file grows, and some of /proc are endless
    while part := os.read(handle, wanted):
        data += part
        wanted = CHUNK
        if len(data) > LARGEST:
            raise NoPageError(TOO_LARGE)
    return data


def _reason(error: OSError | ValueError) -> OSError | UnreadableError:
    if isinstance(error, OSError) and error.errno in EXHAUSTED:
        return error
    return UnreadableError(f"cannot be read: {getattr(error, 'strerror', None) or error}")
