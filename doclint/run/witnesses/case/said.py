"""How the witness speaks: its name, what it does not know, commits."""

from __future__ import annotations

from doclint.engine import Says, Testimony

WITNESS = "history"


def unknown(why: str) -> Testimony:
    """Nothing, and why."""
    return Testimony(WITNESS, Says.UNKNOWN, why)


def short(commit: str) -> str:
    """A commit as people read it; what is in none yet lies in the working tree."""
    return commit[:10] or "the working tree"
