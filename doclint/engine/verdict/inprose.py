"""Names that the English page also says in words, so that a translator may say them in theirs."""

from __future__ import annotations

import re

from doclint.checks import Problem
from doclint.checks.code.spans import code_spans
from doclint.page import Page, Segment
from doclint.pair import Pair
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy
from doclint.text.words import stands_in

HYPHENED = lazy(r"[a-z]+(?:-[a-z]+)+")
CAPITAL = lazy(r"(?<=[a-z])(?=[A-Z])")
CAMEL = lazy(r"[a-z]+(?:[A-Z][a-z]+)+")

TEXT = lazy(r"""(["'`])([^"'`\n]*)\1""")
"""What stands between quotes: several words are shown to readers."""

OFTEN = 2
"""Times that words must stand on a page to be a way of saying it."""


def is_of_prose(problem: Problem, pair: Pair) -> bool:
    """Whether the English says the expected word in its text and in no code, as `a read-only toggle`, or says the words
    of a name, as `half vector`, and the translation has one term for them throughout."""
    name, page = problem.expected or "", pair.source
    is_same = problem.damage in (Damage.RECASED, Damage.SPACED, Damage.PUNCTUATION_ADDED)
    if page is None or not problem.found or is_same or not isinstance(problem.source, Segment):
        return False
    if HYPHENED.fullmatch(name):
        code = "\n".join(TEXT.sub(_name, block.text) for block in page.codes)
        return not stands_in(name, code) and _times(name, page) >= OFTEN
    place = problem.source_span
    if (
        place is None
        or not CAMEL.fullmatch(name)
        or any(code.whole.overlaps(place) for code in code_spans(problem.source))
    ):
        return False
    return pair.target.text.count(problem.found) >= OFTEN and _times(CAPITAL.sub(" ", name).lower(), page) > 0


def _name(quoted: re.Match[str]) -> str:
    """What stands between quotes, where it is one word."""
    return "" if " " in quoted[2] else quoted[0]


def _times(words: str, page: Page) -> int:
    """How often words stand in the text of a page, outside of code."""
    found = 0
    for segment in page.segments():
        if words in segment.text.lower():
            inside = sum(words in code.text.lower() for code in code_spans(segment))
            found += max(segment.text.lower().count(words) - inside, 0)
    return found
