"""Inline pieces of a segment: code spans, links, images, emphasis, tags, each with its exact place."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple

from doclint.page.model import Page, Segment
from doclint.text import Span

MARKUP = re.compile(r"[`*_\[\]<>&\\!~{]")
"""A segment without any of these characters is its own plain text, unless it has a container in it."""

CONTAINER = ":::"

ANCHOR = re.compile(r'(<a name="[^"<>\n\\&`]*">)</a>')
"""The form that translators leave before a heading's text."""

ONE_LINK = re.compile(
    r"""[^`*_\[\]<>&\\!~{()\n]*
    (?P<link>\[(?P<text>[^`*_\[\]<>&\\!~{()\n]+)\]\((?P<target>(?:https?://)?[\w./#?=%+-]+)\))
    [^`*_\[\]<>&\\!~{()\n]*""",
    re.VERBOSE | re.ASCII,
)
"""A text whose only markup is one link with a plain destination; it can be read in one way."""

LONGEST = 10_000
"""Code points; a longer segment is its own plain text, so that no page takes longer than linear time."""

MOST_BRACKETS = 100
"""Likewise: markdown-it looks from each opening bracket to the end of the segment."""


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
    """The pieces and the plain text of one segment."""

    def __init__(self, segment: Segment, pieces: tuple[Piece, ...], plain: str, chunks: tuple[Chunk, ...]) -> None:
        self.segment = segment
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
        return self.segment.place(first, max(first, last))

    def _content(self, at: int, *, is_end: bool) -> int:
        if not self.chunks:
            return at
        position = at - 1 if is_end else at
        index = max(bisect_right(self.chunks, position, key=lambda chunk: chunk.at) - 1, 0)
        chunk = self.chunks[index]
        if not chunk.literal:
            return chunk.end if is_end else chunk.start
        return min(chunk.start + at - chunk.at, chunk.end)


def read(segment: Segment) -> Inline:
    """The inline pieces of a segment; parsed by markdown-it only where there is markup."""
    content = segment.text
    if segment.kind in ("title", "description") or not is_readable(content):
        return Inline(segment, (), content, ())
    if CONTAINER in content:
        from doclint.page import inlinestate

        return inlinestate.parse(segment)
    if not MARKUP.search(content):
        return Inline(segment, (), content, ())
    link = ONE_LINK.fullmatch(content)
    if link:
        return _linked(segment, link)
    anchor = ANCHOR.match(content)
    if anchor and not MARKUP.search(content, anchor.end()):
        return _anchored(segment, anchor.end(1), anchor.end())
    from doclint.page import inlinestate

    return inlinestate.parse(segment)


def _linked(segment: Segment, match: re.Match[str]) -> Inline:
    """A segment with one plain link in plain text: what most cells with markup are."""
    content = segment.text
    (start, end), (label, label_end) = match.span("link"), match.span("text")
    parts = ((0, start), (label, label_end), (end, len(content)))
    chunks: list[Chunk] = []
    at = 0
    for first, last in parts:
        if last > first:
            chunks.append(Chunk(at, first, last, True))
            at += last - first
    piece = Piece(
        PieceKind.LINK,
        segment.place(start, end),
        match["text"],
        segment.place(label, label_end),
        match["target"],
        segment.place(*match.span("target")),
        Span(start, start + label_end - label),
    )
    plain = content[:start] + match["text"] + content[end:]
    return Inline(segment, (piece,), plain, tuple(chunks))


def _anchored(segment: Segment, middle: int, end: int) -> Inline:
    """A heading that is an anchor and plain text, as Microsoft's are: not worth a parser."""
    tags = [(0, middle), (middle, end)]
    pieces = tuple(
        Piece(PieceKind.HTML, segment.place(*tag), segment.text[slice(*tag)], segment.place(*tag), "a") for tag in tags
    )
    return Inline(segment, pieces, segment.text[end:], (Chunk(0, end, len(segment.text), True),))


def is_readable(content: str) -> bool:
    """Whether a text is short enough for its markup to be read."""
    return len(content) <= LONGEST and content.count("[") <= MOST_BRACKETS


def unread(page: Page) -> int:
    """How many texts of a page are not."""
    if len(page.text) <= LONGEST and page.text.count("[") <= MOST_BRACKETS:
        return 0
    return sum(not is_readable(segment.text) for segment in page.segments())
