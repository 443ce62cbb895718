"""A text under repair: edits made one after the other, and where places stand after them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from doclint.text import Edit, Span, apply


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
        done = self
        for edit in sorted(edits, reverse=True):
            done = done._with(edit)
        return done

    def _with(self, edit: Edit) -> Edited:
        """After one more; the earlier ones that it meets become one with it."""
        span, new = edit
        placed = list(zip(moved(self.edits), self.edits, strict=True))
        before = [one for one in placed if one[0].end < span.start]
        behind = [one for one in placed if one[0].start > span.end]
        met = placed[len(before) : len(placed) - len(behind)]
        shift = before[-1][1].span.end - before[-1][0].end if before else 0
        start, end = span.start + shift, span.end + shift
        if met:
            (left, first), (right, last) = met[0], met[-1]
            here = Span(min(span.start, left.start), max(span.end, right.end))
            now = self.text
            new = now[here.start : span.start] + new + now[span.end : here.end]
            start = first.span.start - (left.start - here.start)
            end = last.span.end + (here.end - right.end)
        kept = ([one for _, one in part] for part in (before, behind))
        return Edited(self.first, (*next(kept), Edit(Span(start, end), new), *next(kept)))


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
