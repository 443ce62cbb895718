"""Times in running text, which a language may tell in another unit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import isclose

from doclint.text.lazypattern import lazy

TIME = lazy(r"[\s-]?(second|minute|hour|day|week|month|year|sec|min|hr|s|h)s?\b", re.IGNORECASE)
"""An English unit of time."""
SECONDS = {"sec": 1, "min": 60, "hou": 3600, "day": 86_400, "wee": 604_800, "mon": 2_592_000, "yea": 31_536_000}
"""Of a unit by its beginning; a month has thirty days."""
SHORT = {"s": "sec", "h": "hou", "hr": "hou"}
NEARLY = 0.015
"""Twelve months of thirty days are less than a year, by as much."""


def is_time_told(number: re.Match[str], others: Iterable[str]) -> bool:
    """Whether it is an English time, and one of the others says it in another unit."""
    unit = TIME.match(number.string, number.end())
    if unit is None or not number[0].isdecimal():
        return False
    name = unit[1].lower()
    each = SECONDS[SHORT.get(name, name[:3])]
    time = int(number[0]) * each
    others_each = [one for one in SECONDS.values() if one != each]
    return any(isclose(time, int(other) * one, rel_tol=NEARLY) for other in others for one in others_each)
