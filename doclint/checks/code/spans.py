"""The code spans of running text, and which of them two pages do not share."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from html import unescape
from typing import NamedTuple

from doclint.page import Page, Segment
from doclint.page.inline.pieces import PieceKind
from doclint.text import Span
from doclint.text.lazypattern import lazy
from doclint.text.words import one_line

GLUE = "``"
"""What stands inside a span of single backticks when two spans lost the space between them."""

WORD = lazy(r"[\w@$]+(?:-\w+)*")

TAG = lazy(r"<code\b(?![^<>`]*\ssrc=)[^<>`]{0,100}>([^<>]*)</code>", re.IGNORECASE)
"""None with a file to show: it is a generator's demo with its caption, as dumi has it."""


CLASS = lazy(r"\{:\s*(?:class=|[^{}\n]*\s\.|\.)(?![\"']?lang)[^{}\n]*\}")
"""What kramdown reads as the class of what stands before it, unless it is the language of code."""

LABEL = lazy(r"[^\W\d_]+(?:[ '’-][^\W_]+)*[ !?:]*")
"""Words for readers, and no name."""


class CodeSpan(NamedTuple):
    """One code span: what it says, with white space as one space, and where it stands without its markup."""

    text: str
    span: Span
    whole: Span
    """With its markup."""


def has_code(text: str) -> bool:
    """Whether a segment's raw text may hold a code span."""
    return "`" in text or "<code" in text


def same_code(one: str, other: str) -> bool:
    """Whether two raw texts hold the same code spans in any order; may say no where they do, never yes where not."""
    if "<code" in one or "<code" in other:
        return False
    return one == other or sorted(one.split("`")[1::2]) == sorted(other.split("`")[1::2])


def code_spans(segment: Segment) -> list[CodeSpan]:
    """The code spans of a segment in order, also in `<code>` tags as browsers read them; glued ones are taken apart."""
    text = segment.text
    if not has_code(text):
        return []
    found = []
    for piece in segment.inline.of(PieceKind.CODE):
        raw = piece.span.of(segment.page.text)
        if is_glued(raw):
            at = piece.span.start + 1
            for part in raw[1:-1].split(GLUE):
                place = Span(at, at + len(part))
                found.append(CodeSpan(one_line(part), place, place))
                at = place.end + len(GLUE)
        else:
            found.append(CodeSpan(one_line(piece.text), piece.inner, piece.span))
    if "<code" in text.lower():
        found += (
            CodeSpan(one_line(unescape(match[1])), segment.place(*match.span(1)), segment.place(*match.span()))
            for match in TAG.finditer(text)
        )
        found.sort(key=lambda code: code.whole)
    return [code for code in found if code.text]


def is_glued(raw: str) -> bool:
    """Whether a span, with its markup, is several that lost the space between them: ``a``b`` in single backticks."""
    if raw.startswith(GLUE) or GLUE not in raw:
        return False
    return all(part.strip() and "`" not in part for part in raw[1:-1].split(GLUE))


STRING = lazy(r"""(["'])([^"'\\\n]{1,80})\1""")


def is_label(code: CodeSpan, page: Page) -> bool:
    """Whether a span of plain words has a class, so that the page shows it as something else than code."""
    return LABEL.fullmatch(code.text) is not None and CLASS.match(page.text, code.whole.end) is not None


class PageCode:
    """The code spans of a whole page, counted when first asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def count(self) -> Counter[str]:
        """How often each span stands in running text."""
        return Counter(code.text for segment in self.page.segments() for code in code_spans(segment))

    @cached_property
    def in_blocks(self) -> frozenset[str]:
        """The words of all code blocks."""
        return frozenset(word for block in self.page.codes for word in WORD.findall(block.text))

    @cached_property
    def prose(self) -> str:
        """All running text as it stands in the file."""
        return "\n".join(segment.text for segment in self.page.segments())

    def has_words(self, span: str) -> bool:
        """Whether all words of a span stand in code blocks."""
        words = WORD.findall(span)
        return bool(words) and all(word in self.in_blocks for word in words)

    def renamed(self, expected: str, found: str, source: PageCode) -> bool:
        """Whether the page's code blocks as well have lost a word of the expected span and got one of the found one."""
        lost = any(word in source.in_blocks and word not in self.in_blocks for word in WORD.findall(expected))
        if lost and any(word in self.in_blocks and word not in source.in_blocks for word in WORD.findall(found)):
            return True
        return self.strings[found] > source.strings[found] and self.strings[expected] < source.strings[expected]

    @cached_property
    def strings(self) -> Counter[str]:
        """How often each text stands between quotes in code blocks."""
        return Counter(text for block in self.page.codes for _, text in STRING.findall(block.text))
