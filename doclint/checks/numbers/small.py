"""Small numbers of running text, which a language may write as words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doclint.checks import Problem
from doclint.checks.difference import Difference
from doclint.checks.numbers.inwords import is_said_in_words
from doclint.checks.numbers.kept import digits_of
from doclint.checks.numbers.times import is_time_told
from doclint.checks.numbers.written import ANY, DIGITS, NUMBER, SCALE, is_protected
from doclint.page import Segment
from doclint.pair.alignment.align import Match
from doclint.pair.beyond import beyond
from doclint.text.lazypattern import lazy
from doclint.text.numbers import ascii_digits

HOUR = lazy(r"(?i:\s?[ap]\.?m\b|\s?o'clock|\s?(?:%|st|nd|rd|th)\b)|[-/–]")
"""What follows an hour, or a number that languages count otherwise."""

MANY = 20
"""Numbers of a text that are looked at one by one."""


def small_number_changed(match: Match[Segment]) -> Iterator[Problem]:
    """The one small number that became another, where the text has all others."""
    ours, theirs = match.source.plain, ascii_digits(match.target.plain)
    here, there = (list(ANY.finditer(text)) for text in (ours, theirs))
    if not here or len(here) != len(there) or len(here) > MANY:
        return
    differing = [(one, two) for one, two in zip(here, there, strict=True) if digits_of(one[0]) != digits_of(two[0])]
    if len(differing) > 1:  # the language may have them in another order
        lost, new = beyond(here, there, _digits), beyond(there, here, _digits)
        differing = [*zip(lost, new, strict=False)]
    if len(differing) != 1:
        return
    one, two = differing[0]
    is_whole = NUMBER.match(ours, one.start()) and NUMBER.match(theirs, two.start())
    if not is_whole or is_protected(one[0]) or HOUR.match(ours, one.end()) or SCALE.match(ours, one.end()):
        return
    if is_said_in_words(two[0], ours):
        return
    if one[0] in DIGITS.findall(ascii_digits(match.target.text)) or is_time_told(one, DIGITS.findall(two[0])):
        return  # it stands in code or in an address, or in another unit
    where = Difference(match, match.target.inline.place(*two.span()), match.source.inline.place(*one.span()))
    yield where.problem(
        match.target.plain[two.start() : two.end()], one[0], evidence="a number in the text", put=one[0]
    )


def _digits(number: re.Match[str]) -> str:
    return digits_of(number[0])
