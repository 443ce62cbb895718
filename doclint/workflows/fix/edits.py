"""A text under repair: edits made one after the other, and where places stand after them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from doclint.text import Edit, Span
from doclint.text.spans import apply


@dataclass(frozen=True, slots=True)
class Edited:
    """A text and the edits that make another of it: in order, apart from each other, in places of the first text."""

    first: str
    edits: tuple[Edit, ...] = ()

    @property
    def text(self) -> str:
        """The text as it is now."""
        return apply(self.first, self.edits)

    def then(self, edits: Iterable[Edit]) -> Edited:
        """After more edits, whose spans are taken in the text as it is now and do not overlap."""
        if not self.edits:
            return Edited(self.first, tuple(sorted(edits)))
        now = self.text
        before = list(zip((place.start for place in moved(self.edits)), self.edits, strict=True))
        behind: list[Put] = []
        """The nearest last."""
        for edit in sorted(edits, reverse=True):
            while before and before[-1][0] > edit.span.end:
                behind.append(before.pop())
            tail = [behind.pop()] if behind and behind[-1][0] <= edit.span.end else []
            met: list[Put] = []
            while before and _end(before[-1]) >= edit.span.start:
                met.append(before.pop())
            shift = before[-1][1].span.end - _end(before[-1]) if before else 0
            behind.append(_one(edit, met[::-1], tail, now=now, shift=shift))
        return Edited(self.first, tuple(one for _, one in (*before, *reversed(behind))))


Put = tuple[int, Edit]
"""An edit of the first text, and where what it puts there begins in the text as it is."""


def _end(put: Put) -> int:
    return put[0] + len(put[1].text)


def _one(edit: Edit, met: list[Put], tail: list[Put], *, now: str, shift: int) -> Put:
    """An edit of the text as it is, as one of the first text, with the earlier ones that it meets.

    `tail` is one just made of a later edit, which is not in the text yet.
    """
    (start, end), new = edit
    first, last = start + shift, end + shift
    at = start
    if parts := met + tail:
        at = min(start, parts[0][0])
        first = parts[0][1].span.start - (parts[0][0] - at)
        new = now[at:start] + new
        last = parts[-1][1].span.end
    if tail:
        begin, text = tail[0][0], tail[0][1].text
        new += now[end:begin] + text if begin >= end else text[end - begin :]
    elif met:
        stop = max(end, _end(met[-1]))
        new += now[end:stop]
        last += stop - _end(met[-1])
    return at, Edit(Span(first, last), new)


def moved(edits: Iterable[Edit]) -> list[Span]:
    """Where the new texts of edits, in order, stand when all are made."""
    found: list[Span] = []
    shift = 0
    for span, new in edits:
        found.append(Span(span.start + shift, span.start + shift + len(new)))
        shift += len(new) - (span.end - span.start)
    return found


class Moves:
    """Where places of a text stand after edits that do not overlap."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.edits = sorted(edits)
        self.new = moved(self.edits)
        """Where what was put in stands."""
        self._ends = [edit.span.end for edit in self.edits]
        self._shifts = [0, *accumulate(len(new) - (span.end - span.start) for span, new in self.edits)]

    def after(self, span: Span) -> Span:
        """The span after the edits; an edge within an edit goes to the edge of what was put there."""
        return Span(self._edge(span.start, is_end=False), self._edge(span.end, is_end=True))

    def _edge(self, offset: int, *, is_end: bool) -> int:
        index = bisect_right(self._ends, offset)
        if index < len(self.edits) and self.edits[index].span.start < offset:
            return self.new[index].end if is_end else self.new[index].start
        return offset + self._shifts[index]


def meets(spans: Sequence[Span], span: Span) -> bool:
    """Whether a span shares a place or an edge with one of these, which are in order and do not overlap."""
    index = bisect_left(spans, span.start, key=lambda one: one.end)
    return index < len(spans) and spans[index].start <= span.end
