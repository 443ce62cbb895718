"""Numbers of running text that no language puts in words, and that the translation lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doclint.checks import Problem
from doclint.checks.difference import Difference
from doclint.checks.numbers.kept import digits_of
from doclint.checks.numbers.times import is_time_told
from doclint.checks.numbers.written import ANY, DIGITS, NUMBER, counted, is_protected, parts, said, whole
from doclint.page import Segment
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text.lazypattern import lazy
from doclint.text.numbers import ascii_digits

SERIES = lazy(r"\d{1,2}(?:,(?!\d{3}(?!\d))\d+)+")
"""Numbers with nothing but commas between them, as in `July 27,2027`: no sign of thousands stands there."""

DECIMAL = lazy(r"\d+\.\d{1,2}")
VERSION = lazy(r"(?i)\bversions?\s+\Z")


def numbers_lost(pair: Pair, match: Match[Segment]) -> Iterator[Problem]:
    """The numbers that are not in the translation, each with what stands in its place where that is clear."""
    ours, theirs = match.source.plain, ascii_digits(match.target.plain)
    numbers = [number for number in NUMBER.finditer(ours) if is_protected(number[0])]
    if not numbers:
        return
    known = said(theirs) | said(ascii_digits(_without_addresses(match)))
    lost = [number for number in numbers if not known & {digits_of(number[0]), *whole(number[0]), *counted(number)}]
    lost += [number for number in numbers if number not in lost and _is_another(number, theirs)]
    lost = [number for number in lost if not is_time_told(number, DIGITS.findall(theirs))]
    lost = [number for number in lost if not SERIES.fullmatch(number[0]) or not known.issuperset(parts(number[0]))]
    if lost:
        known = said(ascii_digits(_cut_off(pair, match.target)))
        lost = [number for number in lost if digits_of(number[0]) not in known]
    if not lost:
        return
    stays = {digits_of(number[0]) for number in ANY.finditer(ours) if number[0] not in {one[0] for one in lost}}
    others = [number for number in ANY.finditer(theirs) if digits_of(number[0]) not in stays]
    for at, number in enumerate(lost):
        other = others[at] if len(others) == len(lost) else None
        start, end = other.span() if other else (len(theirs), len(theirs))
        place = match.target.inline.place(start, end)
        where = Difference(match, place, match.source.inline.place(*number.span()))
        yield where.problem(
            match.target.plain[start:end], number[0], evidence="a number in the text", put=number[0] if other else None
        )


def _cut_off(pair: Pair, text: Segment) -> str:
    """The texts right before and behind one that have no English: a translator may make two paragraphs of one."""
    found = pair.alignment
    laid = {id(match.target) for match in (*found.headings, *found.texts)}
    texts = list(pair.target.segments())
    at = next((number for number, one in enumerate(texts) if one is text), -2)
    beside = [one for number, one in enumerate(texts) if abs(number - at) == 1 and id(one) not in laid]
    return "\n".join(one.plain for one in beside)


def _without_addresses(match: Match[Segment]) -> str:
    """The text without the addresses that the English has as well, whose numbers tell nothing of those of the text."""
    text = match.target.text
    for piece in match.target.inline.pieces:
        if piece.target and piece.target in match.source.text:
            text = text.replace(piece.target, " ")
    return text


def _is_another(number: re.Match[str], text: str) -> bool:
    """Whether the digits stand there as another number: `2.5` lost its sign, or a version has the comma of a number."""
    digits = digits_of(number[0])
    if not DECIMAL.fullmatch(number[0]) or number[0].startswith("0"):
        return False
    said = [one[0] for one in ANY.finditer(text) if digits_of(one[0]) == digits]
    is_version = VERSION.search(number.string, 0, number.start()) is not None
    return bool(said) and (all(map(str.isdecimal, said)) or (is_version and all("," in one for one in said)))
