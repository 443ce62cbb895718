"""Differences that another version of the English explains as well as damage does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps

from doclint.damage import Damage, judge
from doclint.pair import Pair, Trust
from doclint.problem import Problem, Severity

Check = Callable[[Pair], Iterator[Problem]]

UNLIKE = {Damage.TRANSLATED, Damage.ANOTHER_MEMBER, Damage.HALF_TRANSLATED, Damage.DROPPED, Damage.TRUNCATED, None}
"""What a word of another version looks like beside the expected one; the other kinds still show the word itself."""


SHOWN = {Damage.RECASED, Damage.SPACED, Damage.MISSPELT, Damage.PUNCTUATION_ADDED, Damage.WORDS_ADDED, Damage.GLUED}
"""What still shows the word, so that it is told from another name on pages that have all their blocks in common."""


def weighed(check: Check) -> Check:
    """The check of a rule about code, milder where a newer English or an editor's hand may have made the difference.

    A commit says from which version a page was begun. People who keep it up take in later changes and mend the samples
    before they name a newer commit, so that other code in plain letters proves no damage; a digest leaves no such
    doubt, and neither do letters that hardly anybody writes code in.
    """

    @wraps(check)
    def weighing(pair: Pair) -> Iterator[Problem]:
        for problem in check(pair):
            is_milder = pair.trust is Trust.PINNED and problem.severity is None and is_open(problem)
            yield replace(problem, severity=Severity.WARNING) if is_milder else problem

    return weighing


def is_open(problem: Problem) -> bool:
    """Whether nothing at the place shows the expected word, nor letters that hardly anybody writes code in."""
    is_sign = not any(map(str.isalnum, problem.expected or ""))
    return problem.found.isascii() and (is_sign or problem.damage in UNLIKE)


def shows(damage: Damage | None, expected: str, found: str) -> bool:
    """Whether the found text is the expected one with a slip of letters: other digits are another number or version."""
    return damage in SHOWN and _digits(expected) == _digits(found)


def may_be_newer(pair: Pair, expected: str | None, found: str) -> bool:
    """Whether another version of the English may have a code span in the place of the expected one."""
    if pair.is_exact or not found.isascii():
        return False
    if not (pair.is_twin and expected) or expected == found:
        return True
    return not shows(judge(expected, found), expected, found)


def milder(problem: Problem) -> Problem:
    """The problem as no more than a warning, where a slip of letters alone tells damage from another version."""
    is_error = problem.severity in (None, Severity.ERROR)
    is_slip = problem.damage in SHOWN - {Damage.RECASED, Damage.SPACED}
    return replace(problem, severity=Severity.WARNING) if is_error and is_slip else problem


def _digits(text: str) -> list[str]:
    return [char for char in text if char.isdigit()]
