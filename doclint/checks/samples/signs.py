"""Whether two code spans say the same with other signs: quotes, dots, bars, braces, a dash."""

from __future__ import annotations

from doclint.checks.code.sentences import is_drawn
from doclint.text.lazypattern import lazy
from doclint.text.words import letters_of

DASHES = frozenset("\u2013\u2014")

BRACED = lazy(r"\{\{?\s*([\w.-]+)\s*\}\}?")
"""One word in braces, which a program or an address has there."""

PLAIN_QUOTES = "\"'"

ELLIPSIS = lazy(r"(?:\.{2,}|…+)(?=[)\]}]|\Z)")
"""What stands for what an author left out, at the end of brackets or of all."""


def is_same_code(expected: str, found: str) -> bool:
    """Whether two spans say the same: a union in another order, other quotes, another sign for what is left out."""
    ours, theirs = (ELLIPSIS.sub("…", text.replace('"', "'")) for text in (expected, found))
    if ours == theirs:
        return True
    parts, others = (sorted(part.strip() for part in text.split("|")) for text in (ours, theirs))
    return len(parts) > 1 and all(parts) and parts == others


def is_braced_otherwise(expected: str, found: str) -> bool:
    """Whether nothing but words in braces differ, one word each on both sides, as in `/parcels/{id}`.

    Not so in a drawing (`A --> B{open?}`), where braces are a box.
    """
    if expected == found or "{" not in expected or is_drawn(expected):
        return False
    ours, theirs = BRACED.findall(expected), BRACED.findall(found)
    return len(ours) == len(theirs) > 0 and BRACED.sub("{}", expected) == BRACED.sub("{}", found)


def is_closed_there(expected: str, found: str) -> bool:
    """Whether the English has a quote that nothing closes, and the translator has put the other one."""
    is_same = letters_of(expected) == letters_of(found)
    return is_same and any(expected.count(sign) % 2 > found.count(sign) % 2 for sign in PLAIN_QUOTES)


def is_empty_mark(expected: str, found: str) -> bool:
    """Whether both are one dash each, which says that there is nothing; a hyphen of the English may be code."""
    return expected in DASHES and found in DASHES | {"-"}
