"""What is known of a pair besides its texts: which of the pages there are, and what doclint is told on them."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NamedTuple

from doclint.text import Span


class Presence(StrEnum):
    """Which of the two pages there are."""

    BOTH = "both"
    """Or not known to be otherwise."""
    ORPHANED = "orphaned"
    """The source had such a page and has none any more."""
    OWN = "own"
    """The source has no such page, and nothing tells that it ever had one."""
    MISSING = "missing"
    """The source has a page that nobody translated; the target is an empty page at the place where it should lie."""


class Remark(NamedTuple):
    """What doclint noticed of a comment or an entry that speaks to doclint itself, or of a page as a whole."""

    kind: Literal["unknown", "unused", "accept", "behind"]
    """Of a comment that names no rule, one that silences nothing, an accepted finding that is none any more, or of a
    page that is mostly behind its English."""
    span: Span
    """In the file."""
    message: str
    found: str = ""
