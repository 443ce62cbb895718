"""Lines of code that read as a line of the English does but for signs of another width, wherever they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from doclint.checks.code.lines import lines
from doclint.page import Code, Page
from doclint.text import Span
from doclint.text.lazypattern import lazy

WIDE = lazy(r"[\u2000-\u206f\u3000-\u303f\uff00-\uffef]")


REMARK = lazy(r"(?:^|(?<=\s))(?:#|//|--)\s.*")
"""A comment, whose signs are those of its language."""


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
    english = {line.text: (block, line.start) for block in source.codes for line in lines(block.text)}
    for block in blocks:
        for line, start in lines(block.text):
            plain = "".join(map(narrow, line))
            if plain not in english or line in english:
                continue
            code, begin = english[plain]
            remark = REMARK.search(plain)
            for at, sign in enumerate(line[: remark.start()] if remark else line):
                if narrow(sign) != sign:
                    expected = code.place(begin + at, begin + at + 1)
                    yield Widened(code, expected, block, block.place(start + at, start + at + 1), plain)


@lru_cache(1024)
def narrow(sign: str) -> str:
    """ASCII's form of a sign, or the character itself."""
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 and plain.isascii() and not plain.isalnum() and sign != plain else sign
