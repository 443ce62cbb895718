"""A text cut from another, and the way back to where each part of it stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from doclint.text import Span


class Run(NamedTuple):
    """A stretch of a block's content that lies in the file in one piece.

    `at` is where it begins in the content; `start` and `end` delimit it in the text. It reaches to
    the next run. The last character of a run may be longer in the file (a CRLF, an escaped pipe),
    and spaces that a tab was expanded to have no length there at all.
    """

    at: int
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Placed:
    """Content freed of list and quote prefixes, and the runs that lead back into the file."""

    text: str
    runs: tuple[Run, ...]

    def place(self, start: int, end: int) -> Span:
        """The span in the page's text of a half-open range of the content."""
        if start >= len(self.text):
            first = self.runs[-1].end
            return Span(first, first)
        if len(self.runs) == 1:
            _, first, last = self.runs[0]
            return Span(first + start, last if end == len(self.text) else first + end)
        here = self._run(start)
        first = min(here.start + start - here.at, here.end)
        if end <= start:
            return Span(first, first)
        index = bisect_right(self.runs, end - 1, key=lambda run: run.at) - 1
        last_run = self.runs[index]
        stop = self.runs[index + 1].at if index + 1 < len(self.runs) else len(self.text)
        last = last_run.end if end == stop else min(last_run.start + end - last_run.at, last_run.end)
        return Span(first, max(first, last))

    def _run(self, at: int) -> Run:
        return self.runs[max(bisect_right(self.runs, at, key=lambda run: run.at) - 1, 0)]

    def cut(self, start: int, end: int) -> Placed:
        """A part of the content, not empty, with the runs that lead back from it."""
        kept = []
        begin = max(bisect_right(self.runs, start, key=lambda run: run.at) - 1, 0)
        for index in range(begin, len(self.runs)):
            at, first, last = self.runs[index]
            until = self.runs[index + 1].at if index + 1 < len(self.runs) else len(self.text)
            if at >= end:
                break
            if until <= start:
                continue
            if at < start:
                at, first = start, min(first + start - at, last)
            if until > end:
                last = min(first + end - at, last)
            kept.append(Run(at - start, first, last))
        return Placed(self.text[start:end], tuple(kept))

    @property
    def span(self) -> Span:
        """From the first to the last code point of the content, prefixes between them included."""
        return Span(self.runs[0].start, self.runs[-1].end)
