"""English that stands inside the page is a copy, and some copies are corrupt: what it proves, and what proves it.

Side-by-side pages of 2018 say `-6`, `0%`, `{0}` or `Block` in the English of a cell where the English page, and the
translation with it, say 6, 0 and `block`. What tells is the English page that was given, even of another version; where
there is none, the other numbers of the cell's column.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from doclint.checks.problem import Fix, Problem
from doclint.checks.series import borne_out
from doclint.page import Segment
from doclint.pair import Pair
from doclint.text import Confidence, Severity
from doclint.text.words import is_name, letters_of, stands_in


def held(problems: Iterable[Problem], pair: Pair) -> list[Problem]:
    """The problems beside embedded English, with no more severity and no safer fixes than this English bears out.

    Where the English looks wrong itself, a note says so. Numbers, and words that differ by capitals only, are put back
    safely only where the given English says the same.
    """
    witness = _Witness(pair)
    return [witness.held(problem) for problem in problems]


class _Witness:
    """What tells whether the embedded English is a true copy."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair

    def held(self, problem: Problem) -> Problem:
        given = self.pair.given_beside.get(id(problem.source))
        if given and problem.source and given.text == problem.source.text:
            return problem
        if given and _says(given, problem):
            return _about_english(problem, "the English page")
        is_numeric = _is_numeric(problem.expected or "") or _is_numeric(problem.found)
        if is_numeric and id(problem.target) in self._out_of_series:
            return _about_english(problem, "the numbers of the column")
        if problem.fix and problem.fix.is_safe and (is_numeric or self._is_doubtful(problem)):
            return problem._replace(fix=Fix(problem.fix.edits, is_safe=False))
        return problem

    def _is_doubtful(self, problem: Problem) -> bool:
        """Whether the copy may have given the word its capitals: nothing else differs, or it is seen to be corrupt."""
        expected = problem.expected or ""
        is_recased = _is_recased(expected, problem.found) or (expected[:1].isupper() and bool(self._out_of_series))
        return is_recased and not self._is_in_code(problem)

    def _is_in_code(self, problem: Problem) -> bool:
        """Whether the page's own code, which is no copy, has the expected word and not what was found."""
        is_in_code = self.pair.vocabulary.is_in_code
        return is_in_code(problem.expected or "") and not is_in_code(problem.found)

    @cached_property
    def _out_of_series(self) -> frozenset[int]:
        """The identities of the target's cells whose numbers the column bears out, and not those of the English."""
        return frozenset(
            id(cell)
            for table in self.pair.tables
            for index in range(len(table.source.header.cells))
            for cell in borne_out(table.column(index))
        )


def _says(given: Segment, problem: Problem) -> bool:
    """Whether the given English says what the page does, and not what the embedded English does."""
    if not problem.found or not problem.expected:
        return False
    if isinstance(problem.target, Segment) and problem.target.plain.strip() == given.plain.strip():
        return True
    return stands_in(problem.found, given.plain) and not stands_in(problem.expected, given.plain)


def _is_numeric(text: str) -> bool:
    """Whether a text has digits and no letters: `1,1`, `-6`, `{0}`."""
    return any(map(str.isdecimal, text)) and not any(map(str.isalpha, text))


def _is_recased(expected: str, found: str) -> bool:
    """Whether nothing but capitals differs, or the signs by which the page's name came apart: `User-defined`.

    What is spelt like a name from its first letter on (`parcelState`) no copy made up: corrupt ones gain that capital.
    """
    if is_name(expected) and expected[0].islower():
        return False
    return expected.casefold() == found.casefold() or (is_name(found) and _letters(expected) == _letters(found))


def _letters(text: str) -> str:
    return letters_of(text).casefold()


def _about_english(problem: Problem, witness: str) -> Problem:
    """A note in the place of the problem: what the page says is right, and is not to be put back."""
    return problem._replace(
        message=f'the embedded English looks wrong: it says "{problem.expected}", {witness} "{problem.found}"',
        expected=None,
        damage=None,
        fix=None,
        severity=Severity.NOTE,
        confidence=min(problem.confidence, Confidence.MEDIUM),
        evidence=witness,
    )
