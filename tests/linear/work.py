"""How much work something is, counted and not timed: the same on any machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

SEARCHES = {"count", "find", "index", "replace", "split", "splitlines", "translate", "casefold", "lower", "encode"}
"""Methods of a text that look at much of it."""

LETTERS_A_CALL = 100
"""A text is searched so much faster than Python calls a function."""


def work(action: Callable[[], object]) -> int:
    """The calls that an action makes; a method of a text counts for each as many letters as it may look at."""
    count = 0

    def counted(_frame: FrameType, event: str, called: object) -> None:
        nonlocal count
        if event == "call":
            count += 1
        elif event == "c_call":
            count += 1
            text = getattr(called, "__self__", None)
            if isinstance(text, str | bytes) and getattr(called, "__name__", "") in SEARCHES:
                count += len(text) // LETTERS_A_CALL

    sys.setprofile(counted)
    try:
        action()
    finally:
        sys.setprofile(None)
    return count
