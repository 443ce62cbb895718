"""Inline pieces of a segment: code spans, links, images, emphasis, tags, each with its exact place."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple

from doclint.page.placed import Placed
from doclint.text import Span


class PieceKind(StrEnum):
    CODE = "code"
    LINK = "link"
    IMAGE = "image"
    AUTOLINK = "autolink"
    HTML = "html"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    INCLUDE = "include"
    ALERT = "alert"
    DIRECTIVE = "directive"
    """A shortcode, a container in running text, an expression or tag that only MDX has."""


class Piece(NamedTuple):
    """One inline piece. Spans count code points of the page's text."""

    kind: PieceKind
    span: Span
    """With its markup."""
    text: str
    """What a reader sees of it: code without backticks, a link's plain text; of a tag or directive itself."""
    inner: Span
    """Where that text stands, markup inside included; of a tag the whole tag."""
    target: str = ""
    """Of a link, image or include: the destination as written; of a tag its name."""
    target_span: Span | None = None
    """None where the destination stands elsewhere, in a reference definition."""
    plain: Span = Span(0, 0)
    """The range of the segment's plain text that it covers; empty for what is not read."""


class Chunk(NamedTuple):
    """A stretch of plain text and the range of the content it was read from."""

    at: int
    start: int
    end: int
    literal: bool
    """Whether it is the same text there; False for an entity or an escape."""


class Inline:
    """The pieces and the plain text of one segment, whose content it shares; it does not know the segment itself."""

    __slots__ = ("chunks", "pieces", "plain", "runs", "text")

    def __init__(self, placed: Placed, pieces: tuple[Piece, ...], plain: str, chunks: tuple[Chunk, ...]) -> None:
        self.text = placed.text
        self.runs = placed.runs
        self.pieces = pieces
        self.plain = plain
        self.chunks = chunks

    def of(self, *kinds: PieceKind) -> list[Piece]:
        """The pieces of these kinds in the order of the text."""
        return [piece for piece in self.pieces if piece.kind in kinds]

    def place(self, start: int, end: int) -> Span:
        """The span in the page's text of a range of the plain text; markup at its edges is left outside."""
        first = self._content(start, is_end=False)
        last = self._content(end, is_end=True) if end > start else first
        return Placed(self.text, self.runs).place(first, max(first, last))

    def _content(self, at: int, *, is_end: bool) -> int:
        if not self.chunks:
            return at
        position = at - 1 if is_end else at
        index = max(bisect_right(self.chunks, position, key=lambda chunk: chunk.at) - 1, 0)
        chunk = self.chunks[index]
        if not chunk.literal:
            return chunk.end if is_end else chunk.start
        return min(chunk.start + at - chunk.at, chunk.end)
