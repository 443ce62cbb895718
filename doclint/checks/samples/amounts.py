"""Amounts, versions and ranges in code spans, which languages write in ways of their own."""

from __future__ import annotations

import re

from doclint.text.lazypattern import lazy
from doclint.text.numbers import same_number

SINCE = lazy(r"[A-Za-z][A-Za-z. ]*?(?P<version> ?\d[\d.]*)\+")
"""A product from a version on, as `IE10+`, which is no name of anything."""

REQUIRED = lazy(r"(?P<name>(?:[A-Za-z][A-Za-z. ]*?)?) ?(?:>=|\u2265) ?(?P<version>\d[\d.]*)")

REQUIRED_THERE = lazy(r"(?P<name>(?:[A-Za-z][A-Za-z. ]*?)?) ?(?P<version>\d[\d.]*)\+")
"""The least version of a product, as a sign says it, and as a plus: `Node >= 18` is `Node 18+`."""

AMOUNT = lazy(r"(?P<number>\d{1,3}(?:[ ,]\d{3})+|\d+(?:\.\d+)?(?= ))(?P<unit> [^\W\d_]+)?", re.ASCII)
"""A number for people, which has its thousands parted or a unit behind it: `200 000`, `0.5 ETH`."""

RANGE = lazy(r"(?P<first>\d[\d.]*)\s?[\u2013\u2014\u301c\uff5e~-]\s?(?P<last>\d[\d.]*)")
"""From one number to another, for people where the sign is none of a keyboard's: `1\u2013100`."""

CHAIN = lazy(r"\s(?:->|=>|→|⇒)\s")
"""What leads from one version to the next."""

VERSION = lazy(r"v?\d+(?:\.[\dx]+)*", re.IGNORECASE)


def is_amount(expected: str, found: str) -> bool:
    """Whether both are one number for people, as languages write it: with thousands parted, or a unit behind it."""
    amount = AMOUNT.fullmatch(expected)
    if amount is None:
        return False
    number, unit = amount["number"], amount["unit"] or ""
    return same_number(number, found.removesuffix(unit).rstrip(), None)


def is_chain(expected: str, found: str) -> bool:
    """Whether both lead through the same versions, with whatever arrows between."""
    parts = CHAIN.split(expected)
    return len(parts) > 1 and all(map(VERSION.fullmatch, parts)) and parts == CHAIN.split(found)


def is_same_range(expected: str, found: str) -> bool:
    """Whether both lead from one number to the same other, and the English with the sign of a text."""
    both = RANGE.fullmatch(expected), RANGE.fullmatch(found)
    return not expected.isascii() and bool(both[0] and both[1] and both[0].groups() == both[1].groups())
