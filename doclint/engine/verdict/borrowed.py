"""Words that stand in the place of others, and that the English page says itself.

Where no letter of the word was touched, it comes from another line of the page, or from another version of it. A slip
of the English that its own page does not share is one that the translator mended.
"""

from __future__ import annotations

from doclint.checks import Problem
from doclint.page import Code
from doclint.pair import Pair
from doclint.text.damage import Damage
from doclint.text.words import stands_in

EXCHANGED = {Damage.TRANSLATED, Damage.HALF_TRANSLATED, Damage.RENUMBERED}
"""What another word in its place is called."""

SLIP = {Damage.MISSPELT, Damage.RECASED}


def is_borrowed(problem: Problem, pair: Pair) -> bool:
    """Whether another word of the English page stands there, or a spelling that the page has more often."""
    found, expected = problem.found, problem.expected
    if not found or not expected or pair.source is None or found not in pair.source.text:
        return False
    if problem.damage in EXCHANGED:
        return stands_in(found, pair.source.text)
    if problem.damage not in SLIP or expected in found or found in expected:
        return False
    if isinstance(problem.source, Code) and problem.source.text.count(expected) == 1:
        return stands_in(found, problem.source.text)
    return pair.source.text.count(expected) == 1 < pair.source.text.count(found)
