"""A way back through versions that is gone no further than somebody asks, and once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Backwards(Generic[T]):
    """What an iterator yields, for any number of iterations; those found before come first."""

    def __init__(self, rest: Iterator[T]) -> None:
        self._found: list[T] = []
        self._rest = rest

    def __iter__(self) -> Iterator[T]:
        """The newest first."""
        at = 0
        while True:
            while at < len(self._found):
                yield self._found[at]
                at += 1
            more = next(self._rest, None)
            if more is None:
                return
            self._found.append(more)
