"""The parts of a page, told by a look at its lines: enough to find a part again in another version of the same page.

A version is parsed for one part of it, and there are hundreds of versions: the parser takes thirty times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from doclint.text import Span
from doclint.text.spans import LINE_END

FENCE = re.compile(r"[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})")
ALONE = re.compile(r"\s{0,3}(?:#{1,6}\s|<|\{\{|\{%|:::|\[[^\]]+\]:\s)|[\s>]*\|")
"""Lines that are a part each: headings, tags and directives, definitions, rows."""

ITEM = re.compile(r"[\s>]*(?:[-*+]|\d{1,9}[.)])\s")
KEY = re.compile(r"^[\w.-]+:", re.MULTILINE)
FRONT = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\r|\n).*?^---[ \t]*$", re.DOTALL | re.MULTILINE)


class Part(NamedTuple):
    """A piece of a page that holds one thought: a heading, a paragraph, an item, a row, a fence with its code."""

    kind: str
    """`code`, `row`, `text`, or the key of an entry of front matter: one kind does not become another."""
    span: Span
    text: str
    """With white space folded."""


def parts(text: str) -> list[Part]:
    """The parts of a page in its order."""
    return [Part(kind, span, " ".join(span.of(text).split())) for kind, span in _spans(text)]


def _spans(text: str) -> Iterator[tuple[str, Span]]:
    front = FRONT.match(text)
    body = front.end() if front else 0
    if front:
        yield from _entries(text, body)
    open_at, start, end, fence = -1, -1, -1, ""
    for line_start, line_end in _lines(text, body):
        line = text[line_start:line_end]
        if fence:
            if line.strip(" \t>").startswith(fence) and not line.strip(" \t>").strip(fence[0]):
                yield "code", Span(open_at, line_end)
                fence = ""
            continue
        if line.lstrip(" \t>")[:1].isalpha():  # as most lines: none of what begins a part begins with a letter
            start, end = (line_start if start < 0 else start), line_end
            continue
        opened = FENCE.match(line)
        is_alone = ALONE.match(line) is not None
        is_blank = not line.strip(" \t>")
        if start >= 0 and (opened or is_alone or is_blank or ITEM.match(line)):
            yield "text", Span(start, end)
            start = -1
        if opened:
            open_at, fence = line_start, opened[1]
        elif is_alone:
            yield "row" if line.lstrip(" \t>").startswith("|") else "text", Span(line_start, line_end)
        elif not is_blank:
            start, end = (line_start if start < 0 else start), line_end
    if fence:
        yield "code", Span(open_at, len(text))
    elif start >= 0:
        yield "text", Span(start, end)


def _entries(text: str, end: int) -> Iterator[tuple[str, Span]]:
    """The entries of front matter, each with the lines that belong to it."""
    starts = [match.start() for match in KEY.finditer(text, 0, end)]
    for start, stop in pairwise([*starts, end]):
        yield text[start : text.index(":", start) + 1], Span(start, stop)


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends, without its line end."""
    for match in LINE_END.finditer(text, start):
        yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)
