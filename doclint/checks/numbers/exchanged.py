"""The one number of a part that is another than in the English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doclint.checks import Problem
from doclint.checks.difference import Difference
from doclint.checks.numbers.kept import are_numbers_kept, digits_of
from doclint.page import Code, Html, Segment
from doclint.pair.alignment.align import Match
from doclint.pair.beyond import beyond
from doclint.text.lazypattern import lazy
from doclint.text.numbers import ascii_digits

ALONE = lazy(r"(?<!\w)(?<!\w[/:.#@$+-])\d+(?:[.,]\d+)*(?:(?![\w@])|(?=[xX×](?!\w)))")
"""A number that is no part of a word or an address, which other rules hold against each other; `9x` counts things."""


def number_exchanged(match: Match[Segment] | Match[Html] | Match[Code]) -> Iterator[Problem]:
    """The one number of a part that is another, if it was right before: else people may have chosen it."""
    if match.source.text == match.target.text or are_numbers_kept(match.source.text, match.target.text):
        return
    ours, theirs = ([*ALONE.finditer(side.text)] for side in (match.source, match.target))
    missing, strange = beyond(ours, theirs, _digits), beyond(theirs, ours, _digits)
    if len(missing) != 1 or len(strange) != 1:
        return
    expected, found = missing[0], strange[0]
    where = Difference(match, match.target.place(*found.span()), match.source.place(*expected.span()))
    problem = where.problem(found[0], expected[0], evidence="a number of the English", put=expected[0])
    yield problem._replace(is_told_if_right_before=True)


def _digits(number: re.Match[str]) -> str:
    return digits_of(ascii_digits(number[0]))
