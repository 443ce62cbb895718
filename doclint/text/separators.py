"""Commas and semicolons of any script, and runs of them with nothing between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from doclint.text.lazypattern import lazy
from doclint.text.spans import Span

SEPARATORS = (
    ",;\u055d\u060c\u061b\u07f8\u1363\u1364\u1802\u1808\u204f\u2e32\u2e34\u2e35\u2e41\u2e49\u2e4c\u3001\ua4fe\ua60d\ua6f5\ua6f6"
    "\ufe10\ufe11\ufe14\ufe50\ufe51\ufe54\uff0c\uff1b\uff64\U0001144d\U0001145a\U00016e97\U0001da87\U0001da89"
)
"""What parts the members of a list: the punctuation that Unicode calls a comma or semicolon, of any script."""

ENTITY = lazy(r"&#?\w{1,31}\Z")

LONGEST_ENTITY = 33

SPACES = " \t\u00a0\u3000"


def separator_runs(text: str) -> Iterator[Span]:
    """Where a separator stands two or more times in a row, with at most spaces between.

    A semicolon that ends an entity is none, and neither are the commas of `a,,b`, which is data.
    """
    signs = "".join(sign for sign in SEPARATORS if sign in text)
    close = text
    for space in SPACES:
        close = close.replace(space, "")
    if not any(sign * 2 in close for sign in signs):
        return  # looking is many times faster than the pattern below
    for match in run_of(signs).finditer(text):
        before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
        is_data = match[1].isascii() and before.isalnum() and after.isalnum()
        is_entity = match[1] == ";" and ENTITY.search(text[max(match.start() - LONGEST_ENTITY, 0) : match.start()])
        if not is_data and not is_entity:
            yield Span(*match.span())


@lru_cache(256)
def run_of(signs: str) -> re.Pattern[str]:
    """One of the signs again and again."""
    return re.compile(rf"([{re.escape(signs)}])(?:[{SPACES}]{{0,3}}\1)+")
