"""What one side has more often than the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")
"""Anything; without a key it has to be hashable."""


def beyond(ours: Iterable[T], theirs: Iterable[T], key: Callable[[T], Hashable] | None = None) -> list[T]:
    """What we have more often than they, in our order, and of several with one key the last."""
    left = Counter(theirs if key is None else map(key, theirs))
    rest = []
    for one in ours:
        kind = one if key is None else key(one)
        if left[kind] > 0:
            left[kind] -= 1
        else:
            rest.append(one)
    return rest
