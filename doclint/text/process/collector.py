"""How often Python looks for objects that only hold each other: a page is thousands, which live as long as it does."""

import gc

AT_ONCE = 100_000
"""New objects; Python's own 700 make it look through whole pages again and again, for a twentieth of the time."""


def look_rarely() -> None:
    """Set it for this process and those that are forked from it."""
    gc.set_threshold(AT_ONCE, 10, 10)
