"""Code spans that are one of the English page but for white space or the width of signs, wherever it stands there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from doclint.checks.code.spans import CodeSpan, PageCode, code_spans
from doclint.page import Page, Segment
from doclint.text.lazypattern import lazy

LIKELY = lazy(r"`[^`\n]*(?:[./][ \t]|[ \t][./]|[\u00a0\u202f\u3000\uff00-\uffef])[^`\n]*`")
"""A span that may have got a space beside a sign, or a sign of another width."""
NAME = lazy(r"[\w@$./:()-]+", re.ASCII)
"""What has no space for any reason of style."""
SPACED = lazy(r"[\w@$./:()-]+[:=,] [\w@$./:()-]+", re.ASCII)
"""A key with its value, which a wide sign or space parts otherwise than the English does: `region: north`."""
WIDE = lazy(r"[\u00a0\u202f\u3000\uff00-\uffef]")


class Respelt(NamedTuple):
    """A span, the part that it stands in, and what the English says."""

    target: Segment
    found: CodeSpan
    expected: str


def respelt(source: PageCode, target: Page) -> Iterator[Respelt]:
    """The spans, in the order of the page."""
    if not LIKELY.search(target.text):
        return
    english = {plain(text): text for text in source.count if NAME.fullmatch(text) or SPACED.fullmatch(text)}
    for segment in target.segments():
        for code in code_spans(segment) if LIKELY.search(segment.text) else ():
            expected = english.get(plain(code.text))
            if expected and " " in expected and not WIDE.search(code.text):
                continue
            if expected and code.text not in source.page.text:
                yield Respelt(segment, code, expected)


def plain(text: str) -> str:
    """The text without white space, its signs and letters of the usual width."""
    return "".join(unicodedata.normalize("NFKC", text).split())
