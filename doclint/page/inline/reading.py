"""From what the inline rules marked to pieces and plain text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Any, NamedTuple

from doclint.page import anchors
from doclint.page.inline import plain
from doclint.page.inline.pieces import Chunk, Inline, Piece, PieceKind
from doclint.page.inline.rules import Mark, MarkingState, parser
from doclint.page.placed import Placed
from doclint.text import Span

LONGEST_KEPT = 1000
"""Code points; a longer text is seldom met again."""


class Reading(NamedTuple):
    """What the rules made of a text, wherever it stands."""

    plain: str
    chunks: tuple[Chunk, ...]
    marks: tuple[tuple[Mark, Span], ...]
    """The pieces in the order of the text, each with the range of the plain text that it covers."""


def parse(placed: Placed, references: dict[str, dict[str, object]], *, is_mdx: bool, is_heading: bool) -> Inline:
    """The pieces of a segment in the order of its text, and what a reader sees of it."""
    text = placed.text
    references = references if "[" in text else {}
    if references or len(text) > LONGEST_KEPT:
        reading = _reading(text, references, is_mdx=is_mdx, is_heading=is_heading)
    else:
        reading = _remembered(text, is_mdx, is_heading)
    pieces = tuple(_piece(placed, reading.plain, *mark) for mark in reading.marks)
    return Inline(placed, pieces, reading.plain, reading.chunks)


@lru_cache(5000)
def _remembered(text: str, is_mdx: bool, is_heading: bool) -> Reading:
    """Of a text that refers to nothing on its page; remembered, since pages of one site repeat their sentences."""
    return _reading(text, {}, is_mdx=is_mdx, is_heading=is_heading)


def _reading(text: str, references: dict[str, Any], *, is_mdx: bool, is_heading: bool) -> Reading:
    marks = plain.marks(text, is_heading=is_heading)
    if marks is None:
        marks = _parsed(text, references, is_mdx=is_mdx, is_heading=is_heading)
    said, chunks = _read(text, marks)
    ranges = [(mark, _plain_range(mark, said, chunks)) for mark in marks if mark.kind != "text"]
    return Reading(said, chunks, tuple(ranges))


def _parsed(text: str, references: dict[str, Any], *, is_mdx: bool, is_heading: bool) -> list[Mark]:
    """The marks of any text, as markdown-it's rules have them."""
    md = parser()
    state = MarkingState(text, md, references, is_mdx=is_mdx)
    md.inline.tokenize(state)
    for rule in md.inline.ruler2.getRules(""):
        rule(state)
    anchor = _anchor(text) if is_heading else []
    if anchor:
        state.marks = [
            mark for mark in state.marks if mark.kind is not PieceKind.DIRECTIVE or mark.end <= anchor[0].start
        ]
    return sorted((*state.marks, *_emphasis(state), *anchor), key=lambda mark: (mark.start, -mark.end))


def _anchor(text: str) -> list[Mark]:
    """A heading's `{#slug}`, which no reader sees."""
    markup = anchors.markup(text)
    return [Mark("text", *markup, *markup)] if markup else []


def _emphasis(state: MarkingState) -> list[Mark]:
    """Pairs of emphasis markers, from the tokens that markdown-it matched."""
    found: list[Mark] = []
    opened: list[int] = []
    for token in state.tokens:
        position = state.markers.get(id(token))
        if position is None or token.tag not in ("strong", "em"):
            continue
        width = len(token.markup)
        if token.nesting > 0:
            opened.append(position - width + 1)
        elif opened:
            start = opened.pop()
            kind = PieceKind.STRONG if width == 2 else PieceKind.EMPHASIS
            found.append(Mark(kind, start, position + width, start + width, position))
    return found


def _hidden(marks: list[Mark]) -> list[tuple[int, int, str | None]]:
    """Ranges of the content that are not read, or read as another text."""
    ranges: list[tuple[int, int, str | None]] = []
    for kind, start, end, inner, inner_end, text, _, _ in marks:
        if kind == "text":
            ranges.append((start, end, text))
        elif kind is PieceKind.HTML:
            ranges.append((start, end, " " if text[:3].lower() == "<br" else None))
        elif kind in (PieceKind.IMAGE, PieceKind.INCLUDE, PieceKind.ALERT) or (start, end) == (inner, inner_end):
            ranges.append((start, end, None))
        else:
            ranges += ((start, inner, None), (inner_end, end, None))
    return sorted(ranges, key=lambda item: (item[0], -item[1]))


def _read(content: str, marks: list[Mark]) -> tuple[str, tuple[Chunk, ...]]:
    """The plain text, and which stretch of it comes from where."""
    parts: list[str] = []
    chunks: list[Chunk] = []
    at = done = 0
    for start, end, text in (*_hidden(marks), (len(content), len(content), None)):
        if start < done:
            continue
        if start > done:
            parts.append(content[done:start])
            chunks.append(Chunk(at, done, start, True))
            at += start - done
        if text:
            parts.append(text)
            chunks.append(Chunk(at, start, end, False))
            at += len(text)
        done = max(done, end)
    return "".join(parts), tuple(chunks) or (Chunk(0, len(content), len(content), True),)


def _piece(placed: Placed, plain: str, mark: Mark, read: Span) -> Piece:
    span = placed.place(mark.start, mark.end)
    inner = placed.place(mark.inner_start, mark.inner_end)
    target_span = None
    if mark.target_start >= 0:
        target_span = placed.place(mark.target_start, mark.target_start + len(mark.target))
    return Piece(PieceKind(mark.kind), span, mark.text or read.of(plain), inner, mark.target, target_span, read)


def _plain_range(mark: Mark, plain: str, chunks: tuple[Chunk, ...]) -> Span:
    """The range of the plain text that was read from inside a piece."""
    start, end = mark.inner_start, mark.inner_end
    first = bisect_right(chunks, start, key=lambda chunk: chunk.end)
    last = bisect_left(chunks, end, key=lambda chunk: chunk.start) - 1
    if first > last:
        return Span(0, 0)
    low, high = chunks[first], chunks[last]
    stop = chunks[last + 1].at if last + 1 < len(chunks) else len(plain)
    return Span(
        low.at + (max(start - low.start, 0) if low.literal else 0),
        min(high.at + end - high.start, stop) if high.literal else stop,
    )
