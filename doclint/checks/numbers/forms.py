"""Dates and numbers of bytes in running text, which have one form in most languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from doclint.checks import Problem
from doclint.checks.difference import Difference
from doclint.checks.numbers.written import DIGITS
from doclint.page import Segment
from doclint.pair.alignment.align import Match
from doclint.pair.beyond import beyond
from doclint.text.lazypattern import lazy

DATE = lazy(r"(?<![\w/-])\d{4}-\d\d-\d\d(?![\w/-])", re.ASCII)

BYTES = lazy(r"(?<=\d)[ \u00a0\u202f]?([KMGTP])i?[Bo](?![A-Za-z])", re.IGNORECASE)
"""How many bytes, in the letters that most languages of the Latin and other scripts have for it."""

UNIT = lazy(r"(?<=\d)[ \u00a0\u202f]?(°[CF]|[µnm]?s|[kKMG]?Hz|m?[gl]|[kcm]m|k[gWV]|lb|oz|px|dpi)(?![\w/])")
"""Signs of units that all languages share; a word of a language for one is another sign."""

FORMS = {
    DATE: "a date in the text",
    BYTES: "a number of bytes in the text",
    UNIT: "the unit of a number in the text",
}


def forms_swapped(match: Match[Segment]) -> Iterator[Problem]:
    """The dates and numbers of bytes that became others."""
    for form in _forms_in(match.source.text):
        yield from _swapped(match, form)


@lru_cache(1000)
def _forms_in(text: str) -> tuple[re.Pattern[str], ...]:
    """The forms of numbers that an English text has; remembered, since pages repeat their texts."""
    return tuple(form for form in FORMS if form.search(text)) if DIGITS.search(text) else ()


def _swapped(match: Match[Segment], form: re.Pattern[str]) -> Iterator[Problem]:
    """The one of several texts of a form that became another of it."""
    group, evidence = form.groups, FORMS[form]
    here, there = (list(form.finditer(side)) for side in (match.source.plain, match.target.plain))

    def key(one: re.Match[str]) -> str:
        return one[group].casefold()

    lost = beyond(here, there, key)
    new = beyond(there, here, key)
    if len(here) == len(there) and len(lost) == len(new) == 1:
        one, two = lost[0], new[0]
        place = match.target.inline.place(*two.span(group))
        where = Difference(match, place, match.source.inline.place(*one.span(group)))
        yield where.problem(two[group], one[group], evidence=evidence, put=one[group])
