"""Differences that another version of the English explains as well as damage does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps

from doclint.checks.problem import Problem
from doclint.pair import Pair
from doclint.text import Severity, Trust
from doclint.text.damage import Damage

Check = Callable[[Pair], Iterator[Problem]]

UNLIKE = {Damage.TRANSLATED, Damage.ANOTHER_MEMBER, Damage.HALF_TRANSLATED, Damage.DROPPED, Damage.TRUNCATED, None}
"""What a word of another version looks like beside the expected one; the other kinds still show the word itself."""


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
            yield problem._replace(severity=Severity.WARNING) if is_milder else problem

    return weighing


def is_open(problem: Problem) -> bool:
    """Whether nothing at the place shows the expected word, nor letters that hardly anybody writes code in."""
    is_sign = not any(map(str.isalnum, problem.expected or ""))
    return problem.found.isascii() and (is_sign or problem.damage in UNLIKE)
