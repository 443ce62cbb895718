"""Numbers by value: the same digits, whatever the language puts between them and whatever its script writes them with.

How a language writes numbers is CLDR's knowledge, by way of babel (`pip install doclint[locales]`). Where
babel is not installed, or does not know the language, every way in which some language writes the number counts as the
same: `1,5` and `1.500` are then never held against 1.5 and 1,500.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from doclint.text.lazypattern import lazy

ENGLISH = lazy(r"v?[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?%?|0x[0-9A-Fa-f]+", re.ASCII)
NUMBER = lazy(r"\d+(?:[^\w\s]\d+|\s\d{3}(?!\d))*", re.ASCII)
DECIMALS = frozenset(".,٫")
GROUPS = frozenset(".,٬'’_ ")
PARTED = lazy(r"\d+(?:\D\d+)*", re.ASCII)
MINUS = "-−–‒－﹣"


class Signs(NamedTuple):
    """What may stand between digits."""

    decimals: frozenset[str]
    groups: frozenset[str]


ANY = Signs(DECIMALS, GROUPS)
OURS = Signs(frozenset("."), frozenset(", "))
"""English numbers, and the space that ISO 80000 puts between thousands in any language."""


def is_plain_number(text: str) -> bool:
    """Whether an English text is nothing but a number: `1,000`, `-1`, `2.5 %`, `v1.0`."""
    return ENGLISH.fullmatch(text.strip()) is not None


def same_number(expected: str, found: str, locale: str | None) -> bool:
    """Whether a text is the English number as the locale writes it, digit for digit; a full stop behind it is free."""
    ours, theirs = _folded(expected), _folded(found).rstrip(".。")
    if _mark(ours) != _mark(theirs):
        return False
    wanted = next(_readings(_core(ours), OURS), None)
    if wanted is None:
        return _core(ours) == _core(theirs)
    return any(wanted == reading for signs in (OURS, _signs(locale)) for reading in _readings(_core(theirs), signs))


def numbers_in(text: str) -> list[str]:
    """The numbers that stand in a text, their digits in ASCII."""
    return NUMBER.findall(_folded(text))


def ascii_digits(text: str) -> str:
    """The text with digits of any script in ASCII, each at its place."""
    return text if text.isascii() else "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _folded(text: str) -> str:
    """Digits of any script in ASCII, one kind of space and of minus, no marks of direction."""
    return "".join(_char(char) for char in text if unicodedata.category(char) != "Cf").strip()


def _char(char: str) -> str:
    if char.isascii():
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char.isspace():
        return " "
    return "-" if char in MINUS else "%" if char in "٪％" else {"，": ",", "．": "."}.get(char, char)


def _mark(text: str) -> tuple[bool, bool]:
    """Whether a number is negative, and whether it is a share of a hundred; Turkish writes `%50`."""
    return text.strip("% ").startswith("-"), "%" in text


def _core(text: str) -> str:
    return text.strip("% ").removeprefix("v").lstrip("+-").strip()


def _readings(text: str, signs: Signs) -> Iterator[tuple[str, str]]:
    """The digits before and behind the decimal sign, in each way a text can be read."""
    if not PARTED.fullmatch(text):
        return
    digits, between = re.split(r"\D", text), re.sub(r"\d", "", text)
    if _is_grouped(digits, between, signs):
        yield "".join(digits), ""
    *whole, rest = digits
    if between and between[-1] in signs.decimals - {*between[:-1]} and _is_grouped(whole, between[:-1], signs):
        yield "".join(whole), rest


def _is_grouped(digits: list[str], between: str, signs: Signs) -> bool:
    """Whether one sign parts the thousands; Indian languages part hundreds above the first thousand."""
    if not between:
        return True
    *middle, last = digits[1:]
    sizes = len(digits[0]) <= 3 and all(len(run) in (2, 3) for run in middle) and len(last) == 3
    return sizes and between[0] in signs.groups and len(set(between)) == 1


@lru_cache(64)
def _signs(locale: str | None) -> Signs:
    try:
        from babel import Locale, UnknownLocaleError
    except ImportError:
        return ANY
    try:
        known = Locale.parse((locale or "").replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return ANY
    of_both = (known.number_symbols, Locale(known.language).number_symbols)  # a country's readers know the language's
    systems = [system for symbols in of_both for system in symbols.values() if isinstance(system, Mapping)]
    kept = [{_char(system[name]) for system in systems if name in system} for name in ("decimal", "group")]
    # who groups with one kind of apostrophe reads the other
    extra = "'’" if kept[1] & {"'", "’"} else ""
    return Signs(frozenset(kept[0]), frozenset({*kept[1], *extra, " "}))
