"""A comment to doclint: what it says, and where such comments stand on a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from doclint.page import Page
from doclint.text import Lines, Span
from doclint.text.lazypattern import lazy

MARK = "doclint-"

COMMENT = lazy(
    r"(?:<!--|\{/\*|\{\{(?:- )?/\*)\s{0,9}doclint-(disable(?:-next-line|-line|-file)?|enable)(?![\w-])"
    r"(.{0,1000}?)(?:-->|\*/(?:(?: -)?\}\}|\}))",
    re.DOTALL,
)

REASON = lazy(r"(?:^|\s)(?:--|[–—])(?:\s|$)")
"""What follows is for people; a translator may have made a dash of the hyphens."""

WORD = lazy(r"[^\s,]+")


class Word(NamedTuple):
    """A rule as a comment names it."""

    text: str
    span: Span


class Comment(NamedTuple):
    """One comment."""

    verb: str
    words: tuple[Word, ...]
    """Empty: all rules."""
    span: Span
    """In the page's text."""
    end: int
    """In the file."""
    line: int
    """In the file, as the end is."""

    @property
    def said(self) -> tuple[str, ...]:
        """What it says, wherever it stands."""
        return (self.verb, *(word.text for word in self.words))


def comments(page: Page, file_text: str) -> list[Comment]:
    """The comments of a page in their order; what stands in code is an example of one."""
    text = page.text
    if MARK not in text:
        return []
    lines = Lines(file_text)
    codes = list(_codes(page))
    starts = [span.start for span in codes]
    found = []
    for match in COMMENT.finditer(text):
        nearest = bisect_right(starts, match.start()) - 1
        if nearest >= 0 and match.start() < codes[nearest].end:
            continue
        reason = REASON.search(match[2])
        said = match[2][: reason.start()] if reason else match[2]
        words = tuple(
            Word(word[0], Span(match.start(2) + word.start(), match.start(2) + word.end()))
            for word in WORD.finditer(said)
        )
        span = Span(*match.span())
        place = page.locate(span)
        found.append(Comment(match[1], words, span, place.end, lines.position(place.start).line))
    return found


def _codes(page: Page) -> Iterator[Span]:
    """Where code stands, blocks and spans in running text, in their order."""
    spans = [code.whole for code in page.codes]
    for segment in page.segments():
        if MARK in segment.text:
            spans += [piece.span for piece in segment.inline.pieces if piece.kind == "code"]
    yield from sorted(spans)
