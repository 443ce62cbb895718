"""Lines that are drawn: of a table or a box, or down a listing of folders."""

from __future__ import annotations

from doclint.checks.code.blocks.changes import Change
from doclint.text.lazypattern import lazy

TYPED = frozenset("|-+`\\'")
"""What lines are drawn with on a keyboard."""

RULED = lazy(r"([^\w\s]|_)\1{3,}")
"""A line of one sign."""

UPRIGHT = frozenset("|\u2502\u2503")
"""Lines that lead down in a drawing or a listing of folders."""


def is_drawing(change: Change) -> bool:
    """Whether lines of a drawing are longer or shorter, for words of another language, or drawn with other signs."""
    expected, found = ("".join(token.text.split()) for token in change)
    if RULED.fullmatch(expected) and RULED.fullmatch(found):
        return expected[0] == found[0]
    is_drawn = all("\u2500" <= char <= "\u257f" for char in found)
    return is_drawn and all("\u2500" <= char <= "\u257f" or (found and char in TYPED) for char in expected)
