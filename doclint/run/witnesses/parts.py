"""The parts of a page, told by a look at its lines: enough to find a part again in another version of the same page.

A version is parsed for one part of it, and there are hundreds of versions: the parser takes thirty times as long.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, overload

from doclint.text import Span
from doclint.text.spans import LINE_END

FENCE = re.compile(r"[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})")
SIGNS = re.compile("```"), re.compile("~~~")
"""What a fence begins with; each looked for by itself, which takes a tenth of the time."""

CLOSED = r"^[ \t>]*{0}[{0[0]}]*[ \t>]*(?=\r?$)"
EMPTY = re.compile(r"\n\r?\n")
ALONE = re.compile(r"\s{0,3}(?:#{1,6}\s|<|-->|\{\{|\{%|:::|\[[^\]]+\]:\s)|[\s>]*\|")
"""Lines that are a part each: headings, tags and directives, definitions, rows."""

COMMENT_END = "-->"
"""Behind it stands another text: the translation of the English that a comment keeps."""

ITEM = re.compile(r"[\s>]*(?:[-*+]|\d{1,9}[.)])\s")
KEY = re.compile(r"^[\w.-]+:", re.MULTILINE)
FRONT = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\r|\n).*?^---[ \t]*$", re.DOTALL | re.MULTILINE)


class Known(NamedTuple):
    """What a part is, wherever it stands."""

    kind: str
    text: str


class Part(NamedTuple):
    """A piece of a page that holds one thought: a heading, a paragraph, an item, a row, a fence with its code."""

    kind: str
    """`code`, `row`, `text`, or the key of an entry of front matter: one kind does not become another."""
    span: Span
    text: str
    """With white space folded."""


class Parts(Sequence[Part]):
    """The parts of a page in its order, each made when somebody looks at it: most are only counted and compared."""

    def __init__(self, known: list[Known]) -> None:
        self._known = known
        self.numbers: list[int] = []
        """What the parts are, without their places: of all pages that one splitter splits, equal parts have one."""
        self._starts: list[int] = []
        self._spans: list[Span] = []
        """Counted from the starts."""

    def add(self, start: int, numbers: list[int], spans: list[Span]) -> None:
        """Some more, with their places in a block that begins there."""
        self.numbers += numbers
        self._starts += [start] * len(numbers)
        self._spans += spans

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> Part: ...
    @overload
    def __getitem__(self, at: slice) -> list[Part]: ...
    def __getitem__(self, at: int | slice) -> Part | list[Part]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        kind, text = self._known[self.numbers[at]]
        return Part(kind, self.span(at), text)

    def span(self, at: int) -> Span:
        """Where a part stands on the page."""
        start, (first, end) = self._starts[at], self._spans[at]
        return Span(start + first, start + end)

    def kind(self, at: int) -> str:
        return self._known[self.numbers[at]].kind

    def holding(self, place: int) -> int | None:
        """The first part that a place lies in, or at the end of."""
        at = bisect_left(range(len(self)), place, key=lambda one: self._starts[one] + self._spans[one].end)
        return at if at < len(self) and self.span(at).start <= place else None

    def at(self, span: Span) -> int | None:
        """The part that stands at just this place."""
        at = bisect_left(range(len(self)), span, key=self.span)
        return at if at < len(self) and self.span(at) == span else None


class Splitter:
    """Splits pages that are much alike, as versions are: a block that several of them hold is looked through once."""

    def __init__(self) -> None:
        self._blocks: dict[str, tuple[list[int], list[Span]]] = {}
        """The parts of each block, and where they stand in it."""
        self._known: list[Known] = []
        self._numbers: dict[Known, int] = {}

    def parts(self, text: str) -> Parts:
        """The parts of a page in its order."""
        found = Parts(self._known)
        front = FRONT.match(text)
        at = front.end() if front else 0
        found.add(0, *self._read(text, _entries(text, at)))
        for start, block in _blocks(text, at):
            known = self._blocks.get(block)
            if known is None:
                known = self._blocks[block] = self._read(block, _spans(block))
            found.add(start, *known)
        return found

    def _read(self, text: str, places: Iterable[tuple[str, Span]]) -> tuple[list[int], list[Span]]:
        numbers, spans = list[int](), list[Span]()
        for kind, span in places:
            known = Known(kind, " ".join(span.of(text).split()))
            number = self._numbers.setdefault(known, len(self._known))
            if number == len(self._known):
                self._known.append(known)
            numbers.append(number)
            spans.append(span)
        return numbers, spans


def _blocks(text: str, at: int) -> Iterator[tuple[int, str]]:
    """Pieces of a text between which no part stands, with where each begins: it is cut before its neighbours matter.

    A fence with its code is one, else empty lines cut. Where lines end as hardly anywhere, all is one.
    """
    if text.count("\r") != text.count("\r\n"):
        yield at, text[at:]
        return
    signs = iter(sorted([match.start() for sign in SIGNS for match in sign.finditer(text, at)]))
    while at < len(text):
        stop, fence = _opened(text, at, signs)
        piece = text[at:stop]
        for block in piece.split("\n\n") if "\r" not in piece else EMPTY.split(piece):
            yield at, block
            at += len(block) + (3 if text.startswith("\n\r\n", at + len(block)) else 2)
        at = stop
        if fence:
            closed = re.compile(CLOSED.format(fence), re.MULTILINE).search(text, text.find("\n", stop) + 1 or len(text))
            at = closed.end() if closed else len(text)
            yield stop, text[stop:at]


def _opened(text: str, at: int, signs: Iterator[int]) -> tuple[int, str]:
    """Where the next line begins that opens a fence, and the fence; the end of the text where there is none."""
    line = -1
    for sign in signs:
        start = max(text.rfind("\n", at, sign) + 1, at)
        if sign < at or start <= line:
            continue
        end = text.find("\n", sign)
        opened = FENCE.match(text[start : end if end >= 0 else None])
        if opened:
            return start, opened[1]
        line = start
    return len(text), ""


def _spans(text: str) -> Iterator[tuple[str, Span]]:
    open_at, start, end, fence = -1, -1, -1, ""
    for line_start, line in _lines(text):
        said = line.strip(" \t>")
        if fence:
            if said.startswith(fence) and not said.strip(fence[0]):
                yield "code", Span(open_at, line_start + len(line))
                fence = ""
            continue
        if said[:1].isalpha():  # as most lines: none of what begins a part begins with a letter
            start, end = (line_start if start < 0 else start), line_start + len(line)
            if line.endswith(COMMENT_END):
                yield "text", Span(start, end)
                start = -1
            continue
        opened = FENCE.match(line)
        is_alone = ALONE.match(line) is not None
        if start >= 0 and (opened or is_alone or not said or ITEM.match(line)):
            yield "text", Span(start, end)
            start = -1
        if opened:
            open_at, fence = line_start, opened[1]
        elif is_alone:
            yield "row" if said.startswith("|") else "text", Span(line_start, line_start + len(line))
        elif said:
            start, end = (line_start if start < 0 else start), line_start + len(line)
    if fence:
        yield "code", Span(open_at, len(text))
    elif start >= 0:
        yield "text", Span(start, end)


def _entries(text: str, end: int) -> Iterator[tuple[str, Span]]:
    """The entries of front matter, each with the lines that belong to it."""
    starts = [match.start() for match in KEY.finditer(text, 0, end)]
    for start, stop in pairwise([*starts, end]):
        yield text[start : text.index(":", start) + 1], Span(start, stop)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line with where it begins, without its line end."""
    start = 0
    for line in text.split("\n") if "\r" not in text else LINE_END.split(text):
        yield start, line
        start += len(line) + (2 if text.startswith("\r\n", start + len(line)) else 1)
