"""Lines kept for the end of a run, in files when they are many: what is cut is known only then."""

from __future__ import annotations

import tempfile
from collections.abc import Hashable, Iterator
from typing import IO, Generic, TypeVar

K = TypeVar("K", bound=Hashable)

IN_MEMORY = 1 << 20
"""Bytes of each kind that need no file."""


class Spool(Generic[K]):
    """Lines by kind, each kind in the order they came."""

    def __init__(self) -> None:
        self._files: dict[K, IO[bytes]] = {}
        self.counts: dict[K, int] = {}

    def add(self, kind: K, line: str) -> None:
        """Keep a line, which has no line end in it."""
        if kind not in self._files:
            self._files[kind] = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - until close()
            self.counts[kind] = 0
        self._files[kind].write(line.encode("utf-8") + b"\n")
        self.counts[kind] += 1

    def lines(self, kind: K) -> Iterator[str]:
        """The lines of a kind, none where it never came; one reader at a time."""
        if kind in self._files:
            self._files[kind].seek(0)
            for line in self._files[kind]:
                yield line[:-1].decode("utf-8")

    def close(self) -> None:
        """Let go of the files."""
        for file in self._files.values():
            file.close()
