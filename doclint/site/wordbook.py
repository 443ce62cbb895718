"""Counts of words in a file that is asked without being read: sorted lines, found by halving.

A book is made once, written whole and never changed. One that is damaged is no book: it is made anew.
"""

from __future__ import annotations

import hashlib
import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from doclint.text.files.whole import write_whole

FORM = "doclint-words-1"
"""Another layout of the lines has another number."""

LONGEST = 200
"""Code points of a key; what is longer is no word."""


class Wordbook:
    """How often each word counts; of the bytes only those are touched that a question needs."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self._data = data
        self._start = data.find(b"\n") + 1

    @classmethod
    def open(cls, file: Path) -> Self | None:
        """The book in a file; None where there is none, or its checksum is wrong."""
        try:
            with file.open("rb") as stream:
                data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):  # an empty file cannot be mapped
            return None
        start = data.find(b"\n") + 1
        with memoryview(data) as view:
            is_right = data[:start] == _head(view[start:])
        return cls(data) if is_right else None

    @classmethod
    def made(cls, counts: Mapping[str, int], file: Path | None = None) -> Self:
        """A new book, kept in the file where that can be written."""
        lines = sorted(b"%b\t%d\n" % (key.encode("utf-8", "replace"), count) for key, count in counts.items())
        body = b"".join(lines)
        data = _head(body) + body
        if file is not None:
            try:
                file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_whole(file, data)
            except OSError:  # a cache that cannot be written is none
                return cls(data)
        return cls(data)

    def count(self, key: str) -> int:
        """How often a word counts; 0 for one that is not there."""
        wanted = key.encode("utf-8", "replace") + b"\t"
        low, high = self._start, len(self._data)
        while low < high:
            middle = self._data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._data.find(b"\n", middle)
            line = self._data[middle:end]
            if line.startswith(wanted):
                return int(line[len(wanted) :])
            if line < wanted:
                low = end + 1
            else:
                high = middle
        return 0


def _head(body: bytes | memoryview) -> bytes:
    return f"{FORM} {hashlib.blake2b(body, digest_size=16).hexdigest()}\n".encode()
