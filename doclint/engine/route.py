"""Where a finding is repaired: in the page itself, in the English, at the vendor, or as somebody decides.

Also what keeps it from being put back in the page: no fix, one that is not safe, a page that a person translated.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from doclint.engine.finding import Finding
from doclint.text import Confidence, Severity, words
from doclint.text.lazypattern import lazy
from doclint.text.shapes import RUN

UNSAFE = "unsafe, needs `doclint fix --unsafe`"
HUMAN = "translated by a person, needs `doclint fix --human`"
UNKNOWN = "no fix is known"

OTHER_WITNESS = lazy(r"\blink\b|\bits link\b|file name|\banchor\b|\bJSON key\b|the page's code|the tab ")
"""Evidence besides the word's own looks: a link's target, an anchor, the page's code."""

UNREAD = lazy(r"`[^`]*`|<code\b[^<>`]{0,100}>[^<]*</code>|\]\([^()\n]*\)", re.IGNORECASE)
"""Code and destinations of links: there a word has its protection, or no place for backticks."""
BLOCKS = ("<", ":::", "{{", "{%")
"""What begins a comment, a tag, a directive."""
FRONT_MATTER = lazy(r"[\w.-]+:(?:\s|$)")


class Wish(NamedTuple):
    """What besides safe fixes is wanted."""

    unsafe: bool = False
    human: bool = False
    """Fixes without a second witness on pages that a person translated."""
    known: bool = False
    """Faults that the baseline knows."""

    def obstacle(self, finding: Finding) -> str:
        """Why a finding is not to be put back; empty where it is."""
        if finding.fix is None or not finding.fix.edits:
            return UNKNOWN
        if not (finding.fix.is_safe or self.unsafe):
            return UNSAFE
        if not self.human and is_human(finding) and not has_second_witness(finding):
            return HUMAN
        return ""


def is_put_back(finding: Finding) -> bool:
    """Whether `doclint fix` puts a finding back when nothing more is asked for."""
    return not Wish().obstacle(finding)


def is_human(finding: Finding) -> bool:
    """Whether a person translated the page, as its metadata says."""
    return finding.meta.get("translation", "").casefold() == "ht"


def has_second_witness(finding: Finding) -> bool:
    """Whether more than one thing says what must stand there: another rule, a link's target, an anchor, code."""
    return bool(finding.also) or bool(OTHER_WITNESS.search(finding.evidence))


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
    obstacle = Wish().obstacle(finding)
    if not obstacle:
        return Route.HERE
    is_told = finding.damage is not None or bool(finding.source_text)
    if obstacle == HUMAN or not is_told or finding.confidence is Confidence.LOW or finding.severity is Severity.NOTE:
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
