"""A file as text, and places in it: spans, edits, lines, bytes in and the same bytes out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from doclint.text.errors import UnreadableError

BOM = "\ufeff"

LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line in Markdown; U+2028 and form feeds do not."""


class Span(NamedTuple):
    """A half-open range of code points in a text, 0-based."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether both cover some code point; an empty span counts as the place it stands at."""
        return self.start < max(other.end, other.start + 1) and other.start < max(self.end, self.start + 1)


class Edit(NamedTuple):
    """Put `text` where `span` is."""

    span: Span
    text: str


class Position(NamedTuple):
    """A place as people count it: line and column from 1, the column in code points."""

    line: int
    column: int


def enclosed(text: str, opening: str, closing: str) -> Iterator[Span]:
    """From each `opening` to the next `closing`, both included, one after the other; the text is gone through once.

    A pattern would search on to the end of the text for each opening that has no end.
    """
    at = text.find(opening)
    while at >= 0 and (end := text.find(closing, at + len(opening))) >= 0:
        yield Span(at, end + len(closing))
        at = text.find(opening, end + len(closing))


def decode(data: bytes) -> str:
    """The text of a file, exactly: byte order mark and line ends stay.

    Raises UnreadableError when the bytes are not UTF-8, with the offset of the first bad byte.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise UnreadableError("not UTF-8: starts with a UTF-16 byte order mark") from None
        raise UnreadableError(f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}") from None


def is_blank(text: str) -> bool:
    """Whether a page holds nothing."""
    return not text.strip(f"{BOM} \t\r\n")


def encode(text: str) -> bytes:
    """The bytes of a text that `decode` gave."""
    return text.encode("utf-8")


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits, whose spans are taken in the text as given.

    Raises ValueError when two edits overlap or one lies outside the text.
    """
    parts: list[str] = []
    done = 0
    for span, new in sorted(edits):
        if span.start < done or span.end < span.start or span.end > len(text):
            raise ValueError(f"edit at {span.start}-{span.end} overlaps another or leaves the text")
        parts += (text[done : span.start], new)
        done = span.end
    return "".join(parts) + text[done:]


class Lines:
    """Where the lines of a text begin; asked only when something is reported."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        if "\r" not in self.text:
            return list(accumulate(map((1).__add__, map(len, self.text.split("\n")[:-1])), initial=0))
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Line and column of an offset; a byte order mark takes up no column, as in editors."""
        line = bisect_right(self.starts, offset)
        column = offset - self.starts[line - 1] + 1
        return Position(line, column - (line == 1 and column > 1 and self.text.startswith(BOM)))

    def around(self, offset: int) -> Span:
        """The line that holds an offset, without its line end."""
        line = bisect_right(self.starts, offset)
        if line == len(self.starts):
            return Span(self.starts[-1], len(self.text))
        end = self.starts[line] - 1
        is_crlf = self.text.startswith("\r\n", end - 1)
        return Span(self.starts[line - 1], end - is_crlf)
