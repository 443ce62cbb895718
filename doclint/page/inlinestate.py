"""From what the inline rules marked to pieces and plain text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from doclint.page import anchors
from doclint.page.inline import Chunk, Inline, Piece, PieceKind
from doclint.page.inlinerules import Mark, MarkingState, parser
from doclint.page.model import Segment
from doclint.text import Span


def parse(segment: Segment) -> Inline:
    """The pieces of a segment in the order of its text, and what a reader sees of it."""
    md = parser()
    state = MarkingState(segment.text, md, segment.page.references, is_mdx=segment.page.is_mdx)
    md.inline.tokenize(state)
    for rule in md.inline.ruler2.getRules(""):
        rule(state)
    anchor = _anchor(segment)
    if anchor:
        state.marks = [
            mark for mark in state.marks if mark.kind is not PieceKind.DIRECTIVE or mark.end <= anchor[0].start
        ]
    marks = sorted((*state.marks, *_emphasis(state), *anchor), key=lambda mark: (mark.start, -mark.end))
    plain, chunks = _read(segment.text, marks)
    inline = Inline(segment, (), plain, chunks)
    inline.pieces = tuple(_piece(inline, mark) for mark in marks if mark.kind != "text")
    return inline


def _anchor(segment: Segment) -> list[Mark]:
    """A heading's `{#slug}`, which no reader sees."""
    markup = anchors.markup(segment.text) if segment.kind == "heading" else None
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


def _piece(inline: Inline, mark: Mark) -> Piece:
    segment = inline.segment
    span = segment.place(mark.start, mark.end)
    inner = segment.place(mark.inner_start, mark.inner_end)
    target_span = None
    if mark.target_start >= 0:
        target_span = segment.place(mark.target_start, mark.target_start + len(mark.target))
    plain = _plain_range(inline, mark.inner_start, mark.inner_end)
    text = mark.text or plain.of(inline.plain)
    return Piece(PieceKind(mark.kind), span, text, inner, mark.target, target_span, plain)


def _plain_range(inline: Inline, start: int, end: int) -> Span:
    """The range of the plain text that was read from a range of the content."""
    chunks = inline.chunks
    first = bisect_right(chunks, start, key=lambda chunk: chunk.end)
    last = bisect_left(chunks, end, key=lambda chunk: chunk.start) - 1
    if first > last:
        return Span(0, 0)
    low, high = chunks[first], chunks[last]
    stop = chunks[last + 1].at if last + 1 < len(chunks) else len(inline.plain)
    return Span(
        low.at + (max(start - low.start, 0) if low.literal else 0),
        min(high.at + end - high.start, stop) if high.literal else stop,
    )
