"""Signs that people write in more ways than one, none of which is damage."""

from __future__ import annotations

from doclint.checks import Problem
from doclint.text.lazypattern import lazy

LEFT_OUT = lazy(r"\.{3,}|…")
"""Dots for what is left out, as many as somebody likes."""

HYPHEN = lazy("[\u2010\u2011]")
"""Hyphens of printed text, which an author pasted; programs read the one of ASCII."""

PROMPT = "$ "
"""What stands before a command that is given to a shell, and is no part of it."""


def is_written_otherwise(problem: Problem) -> bool:
    """Whether nothing differs but how many dots stand for what is left out, which hyphen the English has, or whether
    the prompt of a shell stands before a command."""
    expected, found = problem.expected or "", problem.found
    if not expected or not found or expected == found:
        return False
    return found in (HYPHEN.sub("-", expected), expected.removeprefix(PROMPT)) or (
        LEFT_OUT.sub("…", expected) == LEFT_OUT.sub("…", found)
    )
