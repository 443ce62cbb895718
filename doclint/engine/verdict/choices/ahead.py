"""Names that the translation has in a later version than the English."""

from __future__ import annotations

import re

from doclint.text.lazypattern import lazy

CALLED = lazy(r"([^()]*)\(([^()]+)\)(.*)")
PARAMETER = lazy(r"[\w.]+\??(?:: ?[\w.<>\[\]| ]+)?(?: ?= ?\w+)?", re.ASCII)
"""What a call is given: a name, with its type or value."""

VERSION = lazy(r"\d+(?:\.\d+)+")


def is_ahead(name: str, found: str) -> bool:
    """Whether nothing but a version differs, and the translation has the later one, or it has the same call with more
    that it is given."""
    calls = CALLED.fullmatch(name), CALLED.fullmatch(found)
    if calls[0] and calls[1] and calls[0][1] == calls[1][1] and calls[0][3] == calls[1][3]:
        given, now = ([one.strip() for one in call[2].split(",")] for call in calls if call)
        return len(now) > len(given) and all(map(PARAMETER.fullmatch, now)) and now[: len(given)] == given
    ours, theirs = VERSION.findall(name), VERSION.findall(found)
    if len(ours) != 1 or len(theirs) != 1 or VERSION.sub("", name) != VERSION.sub("", found):
        return False
    return [*map(int, theirs[0].split("."))] > [*map(int, ours[0].split("."))]
