"""Where a finding is repaired: in the page itself, in the English, at the vendor, or as somebody decides."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from doclint import words
from doclint.align import Confidence
from doclint.hindrance import HUMAN, Wish
from doclint.problem import Severity
from doclint.shapes import RUN

if TYPE_CHECKING:
    from doclint.finding import Finding

UNREAD = re.compile(r"`[^`]*`|<code\b[^<>`]{0,100}>[^<]*</code>|\]\([^()\n]*\)", re.IGNORECASE)
"""Code and destinations of links: there a word has its protection, or no place for backticks."""
BLOCKS = ("<", ":::", "{{", "{%")
"""What begins a comment, a tag, a directive."""
FRONT_MATTER = re.compile(r"[\w.-]+:(?:\s|$)")


class Route(StrEnum):
    """Where a finding is repaired; the value is what JSON calls it."""

    HERE = "here"
    """`doclint fix` puts it back."""
    ENGLISH = "english"
    """Backticks around the word in the English stop it, in every language."""
    VENDOR = "vendor"
    """What translation does to code, links and markup can only be stopped where it is translated."""
    DECIDE = "decide"
    """A person has to look."""


def route(finding: Finding) -> Route:
    """Where a finding is repaired."""
    hindrance = Wish().hindrance(finding)
    if not hindrance:
        return Route.HERE
    is_told = finding.damage is not None or bool(finding.source_text)
    if hindrance == HUMAN or not is_told or finding.confidence is Confidence.LOW or finding.severity is Severity.NOTE:
        return Route.DECIDE
    return Route.ENGLISH if _is_bare(finding) else Route.VENDOR


def _is_bare(finding: Finding) -> bool:
    """Whether the expected word stands in running text or a cell of the English, outside of backticks."""
    word, line = finding.expected, finding.source_line
    if not word or not RUN.fullmatch(word) or words.is_number(word) or line is None or FRONT_MATTER.match(line.text):
        return False
    text = finding.source_text
    is_block = text.endswith("\n") or text.startswith(BLOCKS)
    return not is_block and words.stands_in(word, UNREAD.sub(" ", text))
