"""Lines of code that read as a line of the English does but for signs of another width, wherever they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from doclint.page import Code, Page
from doclint.text import Span
from doclint.text.lazypattern import lazy

LINE = lazy(r"[^\n]+")
WIDE = lazy(r"[\u2000-\u206f\u3000-\u303f\uff00-\uffef]")


class Widened(NamedTuple):
    """A sign that another stands for, and the parts that it stands in."""

    source: Code
    expected: Span
    """In the English page's text."""
    target: Code
    found: Span
    line: str
    """The English one."""


def widened(source: Page, target: Page) -> Iterator[Widened]:
    """The signs, in the order of the page."""
    blocks = [block for block in target.codes if not block.text.isascii() and WIDE.search(block.text)]
    if not blocks:
        return
    english = {line[0].strip(): (block, line) for block in source.codes for line in LINE.finditer(block.text)}
    for block in blocks:
        for line in LINE.finditer(block.text):
            bare = line[0].strip()
            found = english.get("".join(map(narrow, bare)))
            if found is None or bare in english:
                continue
            ours, theirs = (one.start() + len(one[0]) - len(one[0].lstrip()) for one in (found[1], line))
            for at, sign in enumerate(bare):
                if narrow(sign) != sign:
                    expected = found[0].place(ours + at, ours + at + 1)
                    yield Widened(found[0], expected, block, block.place(theirs + at, theirs + at + 1), found[1][0])


@lru_cache(1024)
def narrow(sign: str) -> str:
    """ASCII's form of a sign, or the character itself."""
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 and plain.isascii() and not plain.isalnum() and sign != plain else sign
