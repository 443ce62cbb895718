"""Where pulldown-cmark (pyromark) puts headings, cells, code spans and links, and where we do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

import pyromark

from doclint.page import Kind, Page
from doclint.page.blocks.rows import TRIM
from doclint.page.inline.pieces import PieceKind
from doclint.page.markdown import parse

PIECES = {PieceKind.CODE: "code", PieceKind.LINK: "link", PieceKind.AUTOLINK: "link", PieceKind.IMAGE: "image"}
HASHES = re.compile(r"(#{1,6})[ \t]*(.*?)(?:(?:[ \t]+|^)#+)?[ \t]*", re.DOTALL)


class Found(NamedTuple):
    """One piece; offsets count code points of the page's text."""

    kind: str
    start: int
    end: int


def ours(page: Page) -> set[Found]:
    """What we find; cells without text are left out."""
    found = set()
    for segment in page.segments():
        if segment.kind in (Kind.HEADING, Kind.CELL) and segment.text:
            name = f"h{segment.level}" if segment.kind is Kind.HEADING else "cell"
            found.add(Found(name, *segment.span))
        for piece in segment.inline.pieces:
            if piece.kind in PIECES:
                found.add(Found(PIECES[piece.kind], *piece.span))
    return found


def theirs(page: Page) -> set[Found]:
    """What pulldown-cmark finds in the body of the page."""
    text, start = page.text, page.front.end
    offsets = {
        byte: at for at, byte in enumerate(accumulate((len(char.encode()) for char in text[start:]), initial=0), start)
    }
    found = set()
    for event, place in pyromark.events_with_range(text[start:], options=pyromark.Options.ENABLE_TABLES):
        for name in _names(event):
            first, last = offsets[place["start"]], offsets[place["end"]]
            if name == "cell" or name.startswith("h"):
                first, last = _trimmed(text, first, last)
            if name.startswith("h") and text[first : first + 1] == "#":
                inner = HASHES.fullmatch(text, first, last)
                assert inner is not None
                first, last = inner.span(2)
            elif name.startswith("h"):
                last = _trimmed(text, first, max(text.rfind("\n", first, last), text.rfind("\r", first, last)))[1]
            if first < last:
                found.add(Found(name, first, last))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in TRIM:
        start += 1
    while start < end and text[end - 1] in TRIM:
        end -= 1
    return start, end


def _names(event: Any) -> Iterator[str]:
    if not isinstance(event, dict):
        return
    if "Code" in event:
        yield "code"
    start = event.get("Start")
    if start == "TableCell":
        yield "cell"
    elif isinstance(start, dict):
        if "Heading" in start:
            yield start["Heading"]["level"].lower()
        elif "Link" in start:
            yield "link"
        elif "Image" in start:
            yield "image"


def differences(text: str) -> tuple[Page, list[Found], list[Found]]:
    """The page, what only we find, and what only pulldown-cmark finds."""
    page = parse(text)
    we, they = ours(page), theirs(page)
    return page, sorted(we - they, key=lambda item: item.start), sorted(they - we, key=lambda item: item.start)
