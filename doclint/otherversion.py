"""Differences that another version of the English explains as well as damage does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps

from doclint.damage import Damage, judge
from doclint.pair import Pair, Trust
from doclint.problem import Problem, Severity
from doclint.shapes import read
from doclint.words import is_name, stands_in

Check = Callable[[Pair], Iterator[Problem]]

UNLIKE = {Damage.TRANSLATED, Damage.ANOTHER_MEMBER, Damage.HALF_TRANSLATED, Damage.DROPPED, Damage.TRUNCATED, None}
"""What a word of another version looks like beside the expected one; the other kinds still show the word itself."""

OTHER_WORD = {Damage.TRANSLATED, Damage.ANOTHER_MEMBER, Damage.MISSPELT, Damage.TRUNCATED, Damage.GLUED}
"""What leaves a word which, beside English that does not fit, might as well be another one."""

SHOWN = {Damage.RECASED, Damage.SPACED, Damage.MISSPELT, Damage.PUNCTUATION_ADDED, Damage.WORDS_ADDED, Damage.GLUED}
"""What still shows the word, so that it is told from another name on pages that have all their blocks in common."""


DIGITS = re.compile(r"[0-9]+")


def unexplained(problems: Iterable[Problem], pair: Pair) -> list[Problem]:
    """The problems beside merely paired English that no other version explains, with what severity remains."""
    kept = [problem for problem in problems if not is_version_change(problem, pair)]
    return [milder(one) if pair.is_twin and one.found.isascii() else one for one in kept]


def is_version_change(problem: Problem, pair: Pair) -> bool:
    """Whether another version of the English explains the difference as well as damage does.

    Another name of plain letters in the place of one is such a difference, and so is any plain word where
    the source does not fit, unless it can be told to be the damaged form of the name.
    """
    if not problem.found.isascii() or problem.damage in (Damage.RECASED, Damage.SPACED) or not problem.found:
        return False
    if pair.is_twin and problem.expected and shows(problem.damage, problem.expected, problem.found):
        return False
    if is_newer_number(problem) or (problem.damage is Damage.PUNCTUATION_ADDED and is_elsewhere(problem.found, pair)):
        return True
    is_other_name = is_name(problem.found) or any(shape.word == problem.found for shape in read(problem.found))
    return is_other_name or (problem.damage in OTHER_WORD and not pair.fits)


def is_newer_number(problem: Problem) -> bool:
    """Whether a name differs in its digits only, as the names of versions and models do."""
    expected = problem.expected or ""
    return expected != problem.found and DIGITS.sub("0", expected) == DIGITS.sub("0", problem.found) != "0"


def is_elsewhere(found: str, pair: Pair) -> bool:
    """Whether the English says the very same elsewhere."""
    return pair.source is not None and stands_in(found, pair.source.text)


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
    return problem._replace(severity=Severity.WARNING) if is_error and is_slip else problem


def _digits(text: str) -> list[str]:
    return [char for char in text if char.isdigit()]
