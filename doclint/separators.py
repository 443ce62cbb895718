"""Commas and semicolons of any script, and runs of them with nothing between."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from doclint.text import Span

ENTITY = re.compile(r"&#?\w{1,31}\Z")

LONGEST_ENTITY = 33


@lru_cache(20_000)  # more than the different characters of any language's pages
def is_separator(char: str) -> bool:
    """Whether a character parts the members of a list: a comma or semicolon of any script."""
    name = unicodedata.name(char, "")
    return ("COMMA" in name or "SEMICOLON" in name) and unicodedata.category(char) == "Po"


def separator_runs(text: str) -> Iterator[Span]:
    """Where a separator stands two or more times in a row, with at most spaces between.

    A semicolon that ends an entity is none, and neither are the commas of `a,,b`, which is data.
    """
    signs = "".join(sorted(filter(is_separator, set(text))))
    if not signs:
        return
    for match in run_of(signs).finditer(text):
        before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
        is_data = match[1].isascii() and before.isalnum() and after.isalnum()
        is_entity = match[1] == ";" and ENTITY.search(text[max(match.start() - LONGEST_ENTITY, 0) : match.start()])
        if not is_data and not is_entity:
            yield Span(*match.span())


@lru_cache(256)
def run_of(signs: str) -> re.Pattern[str]:
    """One of the signs again and again."""
    return re.compile(rf"([{re.escape(signs)}])(?:[ \t\u00a0\u3000]{{0,3}}\1)+")
