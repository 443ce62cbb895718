"""From a segment's text to its inline pieces, around the parser where the text can be read in one way only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doclint.page.inline.pieces import Chunk, Inline, Piece, PieceKind
from doclint.page.placed import Placed
from doclint.text import Span
from doclint.text.lazypattern import lazy

if TYPE_CHECKING:
    from doclint.page.model import Page

MARKUP = re.compile(r"[`*_\[\]<>&\\!~{]")
"""A segment without any of these characters is its own plain text, unless it has a container in it."""

CONTAINER = ":::"

ID = " (#"
"""What begins the id of a heading in brackets."""

ANCHOR = lazy(r'(<a name="[^"<>\n\\&`]*">)</a>')
"""The form that translators leave before a heading's text."""

ONE_LINK = lazy(
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


def read(placed: Placed, kind: str, references: dict[str, dict[str, object]], *, is_mdx: bool) -> Inline:
    """The inline pieces of a text of some kind on a page; parsed by markdown-it only where there is markup."""
    content = placed.text
    is_marked = CONTAINER in content or MARKUP.search(content) or (kind == "heading" and ID in content)
    if not is_marked or kind in ("title", "description") or not is_readable(content):
        return Inline(placed, (), content, ())
    if CONTAINER in content:
        from doclint.page.inline import reading

        return reading.parse(placed, references, is_mdx=is_mdx, is_heading=kind == "heading")
    link = ONE_LINK.fullmatch(content)
    if link:
        return _linked(placed, link)
    anchor = ANCHOR.match(content)
    if anchor and not MARKUP.search(content, anchor.end()):
        return _anchored(placed, anchor.end(1), anchor.end())
    from doclint.page.inline import reading

    return reading.parse(placed, references, is_mdx=is_mdx, is_heading=kind == "heading")


def _linked(placed: Placed, match: re.Match[str]) -> Inline:
    """A segment with one plain link in plain text: what most cells with markup are."""
    content = placed.text
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
        placed.place(start, end),
        match["text"],
        placed.place(label, label_end),
        match["target"],
        placed.place(*match.span("target")),
        Span(start, start + label_end - label),
    )
    plain = content[:start] + match["text"] + content[end:]
    return Inline(placed, (piece,), plain, tuple(chunks))


def _anchored(placed: Placed, middle: int, end: int) -> Inline:
    """A heading that is an anchor and plain text, as Microsoft's are: not worth a parser."""
    tags = [(0, middle), (middle, end)]
    pieces = tuple(
        Piece(PieceKind.HTML, placed.place(*tag), placed.text[slice(*tag)], placed.place(*tag), "a") for tag in tags
    )
    return Inline(placed, pieces, placed.text[end:], (Chunk(0, end, len(placed.text), True),))


def is_readable(content: str) -> bool:
    """Whether a text is short enough for its markup to be read."""
    return len(content) <= LONGEST and content.count("[") <= MOST_BRACKETS


def unread(page: Page) -> int:
    """How many texts of a page are not."""
    if len(page.text) <= LONGEST and page.text.count("[") <= MOST_BRACKETS:
        return 0
    return sum(not is_readable(segment.text) for segment in page.segments())
