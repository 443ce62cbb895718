"""How numbers are written in running text: by their digits, in parts, and with a word that multiplies them."""

from __future__ import annotations

import re
import unicodedata

from doclint.checks.numbers.kept import digits_of
from doclint.text.lazypattern import lazy

NUMBER = lazy(r"(?<![A-Za-z\d_./:@#$%+-])(?<!\d,)\d+(?:[.,]\d+)*(?![A-Za-z\d_/@+-]|[.,:]\d)")
"""A number that is no part of a name, a path, a date or a time; letters of other scripts may touch it."""

ANY = lazy(r"\d+(?:[.,،'’٫٬_]\d+|[^\S\n\t]\d{3}(?!\d))*")
"""Any number; white space stands before three digits, as between thousands."""

DIGITS = lazy(r"\d+")

MYRIADS = lazy(r"(?:\d+[\u4e00-\u9fff]){2,}")
"""Numbers that signs multiply, one after the other: `5億1200万`."""

MYRIAD = lazy(r"(\d+)(.)")

CLOCK = lazy(r"(?<![\d:])\d{1,2}[:h]\d\d(?![\d:])")
"""A time, which English also writes as `17.30`."""

GROUPED = lazy(r"\D\d{3}\Z")
"""The end of a number with a sign between its thousands, which a word behind white space does not multiply again."""

COUNTED = lazy(r"\s?[^\W\d_]")
"""What follows a number that is told in thousands or myriads: the word for them."""

SCALE = lazy(r"\s?(?:(?i:thousand|million|billion|trillion)|[kKMB]\b)")
"""The English word for them."""

ZEROS = lazy(r"\d+\.0+")

SMALL = 31
"""Up to here a number may be a word, an hour or a day."""

FEWEST_ZEROS = 2
"""Of a number that is told in hundreds, thousands or myriads."""

ALL = "100"
"""Of a hundred: another word for it is `all`."""


def is_protected(number: str) -> bool:
    """Whether no language puts a number in words."""
    return not number.isdecimal() or (int(number) > SMALL and number != ALL)


def said(text: str) -> set[str]:
    """The numbers of a text by their digits, also of times, of two that a space parts, and what a word multiplies."""
    found = [*ANY.finditer(text), *CLOCK.finditer(text)]
    multiplied = [number for number in found if COUNTED.match(text, number.end())]
    counted = {_significant(one[0]) for one in multiplied if not (GROUPED.search(one[0]) and text[one.end()].isspace())}
    each = {part for number in found for part in (*parts(number[0]), *map(digits_of, number[0].split()))}
    return {digits_of(number[0]) for number in found} | each | counted | _sums(text)


def _sums(text: str) -> set[str]:
    """What several numbers make together that signs multiply, as `said` gives a number that a word multiplies."""
    sums = (
        sum(int(number) * unicodedata.numeric(sign, 0) for number, sign in MYRIAD.findall(told[0]))
        for told in MYRIADS.finditer(text)
    )
    return {_significant(str(int(number))) for number in sums}


def parts(number: str) -> set[str]:
    """The digits of each number of several, as `said` gives them."""
    return {digits_of(part) for part in DIGITS.findall(number)}


def whole(number: str) -> list[str]:
    """The digits before the point where nothing but zeros stand behind it: `1.0` may be written as 1."""
    return [digits_of(number.partition(".")[0])] if ZEROS.fullmatch(number) else []


def counted(number: re.Match[str]) -> list[str]:
    """How a number is written that a word multiplies by a hundred at least, without its zeros."""
    shown = _significant(number[0])
    is_round = len(digits_of(number[0])) - len(shown) + 1 >= FEWEST_ZEROS
    return [shown] if is_round or SCALE.match(number.string, number.end()) else []


def _significant(number: str) -> str:
    """The same without the zeros at its end, marked as such."""
    return digits_of(number).rstrip("0") + "…"
