"""Where a word stands unprotected on an English page, so that a translator may take it for language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from doclint.page import Kind, Page, Segment, Table
from doclint.page.inline.pieces import Piece, PieceKind
from doclint.pair import columns
from doclint.pair.columns import Role
from doclint.text import Span

CLOSED = (PieceKind.CODE, PieceKind.IMAGE, PieceKind.AUTOLINK, PieceKind.INCLUDE, PieceKind.ALERT, PieceKind.DIRECTIVE)
"""Pieces that nothing may be put into."""
HARMLESS_TAGS = ("br", "a")
"""HTML that may stand in the text around a word; between other tags nothing is touched."""

BEFORE = r"(?<![\w@$#/\\.:=&?%+~-])"
AFTER = r"(?![\w@$/\\=%+~(-]|[.:]\w)"
"""What makes a word a part of a longer one: a path, an address, a qualified name."""


class Where(StrEnum):
    """The kinds of place that a page's style is told by."""

    TITLE = "title"
    HEADING = "heading"
    COLUMN = "column"
    LIST = "list"
    PROSE = "prose"


class Stand(NamedTuple):
    """A segment, and what kind of place it is."""

    segment: Segment
    where: Where
    header: str = ""
    """Of a cell: what heads its column."""
    role: Role = Role.OTHER


class BarePlace(NamedTuple):
    """One unprotected instance of a word."""

    span: Span
    stand: Stand
    is_whole: bool
    """Whether nothing else stands in the cell or segment."""
    in_link: bool


class Stands:
    """The segments of a page whose text may be marked up: none of HTML, code, directives or headers of tables."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def all(self) -> list[Stand]:
        return list(_stands(self.page))

    def bare(self, word: str) -> Iterator[BarePlace]:
        """The unprotected instances of a word, in the order of the page."""
        pattern: re.Pattern[str] | None = None
        for stand in self.all:
            if word in stand.segment.text:
                pattern = pattern or re.compile(BEFORE + re.escape(word) + AFTER)
                yield from _in_segment(stand, word, pattern)


def _stands(page: Page) -> Iterator[Stand]:
    if page.title is not None:
        yield Stand(page.title, Where.TITLE)
    for block in page.blocks:
        if isinstance(block, Segment):
            where = {Kind.HEADING: Where.HEADING, Kind.ITEM: Where.LIST}.get(block.kind, Where.PROSE)
            yield Stand(block, where)
        elif isinstance(block, Table):
            headers = [cell.plain.strip() for cell in block.header.cells]
            roles = [columns.role(header, {}) for header in headers]
            for row in block.rows:
                for cell, header, role in zip(row.cells, headers, roles, strict=False):
                    yield Stand(cell, Where.COLUMN, header.casefold(), role)


def _in_segment(stand: Stand, word: str, pattern: re.Pattern[str]) -> Iterator[BarePlace]:
    segment = stand.segment
    inline = segment.inline
    tags = [piece for piece in inline.pieces if piece.kind is PieceKind.HTML]
    if any(tag.target.lower() not in HARMLESS_TAGS for tag in tags):
        return
    plain = inline.plain
    for match in pattern.finditer(plain):
        span = inline.place(*match.span())
        around = [piece for piece in inline.pieces if piece.span.overlaps(span)]
        if span.of(segment.page.text) != word or any(map(_is_closed, around)):
            continue
        in_link = any(piece.kind is PieceKind.LINK for piece in around)
        yield BarePlace(span, stand, plain.strip() == word, in_link)


def _is_closed(piece: Piece) -> bool:
    """Whether a piece may not be touched: a link by reference would lead elsewhere with another text."""
    is_reference = piece.kind is PieceKind.LINK and piece.target_span is None
    return is_reference or piece.kind in CLOSED or piece.kind is PieceKind.HTML
