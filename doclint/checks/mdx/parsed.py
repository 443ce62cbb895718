"""A page of MDX as its parser sees it, and the problem of what it cannot read."""

from __future__ import annotations

from typing import NamedTuple

from doclint.checks import Problem
from doclint.text import Span
from doclint.text.damage import Damage


class MdxSide(NamedTuple):
    """The text of a page, and the same with blanks in the place of its code."""

    text: str
    bare: str


def unparsed(span: Span, found: str, expected: str | None, damage: Damage | None, message: str) -> Problem:
    """The problem of what stops the build, told by a page of English that parses."""
    return Problem(
        span=span,
        found=found,
        expected=expected,
        damage=damage,
        message=message,
        evidence="the English parses",
        breaks_build=True,
    )
