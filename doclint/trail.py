"""One part of a page - a paragraph, a cell, a block of code - followed back through the versions of its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from rapidfuzz.fuzz import ratio

from doclint.page.markdown import parse
from doclint.page.model import Code, Directive, Html, Page, Segment, Table
from doclint.sources.gitlog import Version
from doclint.sources.lineage import Lineage
from doclint.text import Span

LIKE = 50
"""Of 100: so much two texts in the same place of two versions have in common."""

VERY_LIKE = 80
"""The same for texts in different places."""

UNIQUE = 40
"""A text of so many code points that stands once in both versions is the same one."""

FRONT = "front matter"
RUNNING = ("paragraph", "item", "heading", "title", "description")


Difference = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]
"""What difflib says of a stretch of two lists: from and to of the one, from and to of the other."""


class Part(NamedTuple):
    """A piece of a page that holds one thought; the cells of a row are parts of it."""

    kind: str
    span: Span
    text: str
    """With white space folded."""
    cells: tuple[Span, ...] = ()


def parts(page: Page) -> list[Part]:
    """The parts of a page in its order."""
    found = [_part(FRONT, Span(0, page.front.end), page)] if page.front.end else []
    found += [_part(it.kind, it.span, page) for it in (page.title, page.description) if it]
    for block in page.blocks:
        if isinstance(block, Segment):
            found.append(_part(block.kind, block.span, page))
        elif isinstance(block, Table):
            rows = (block.header, *block.rows)
            found += [_part("row", row.span, page, tuple(cell.span for cell in row.cells)) for row in rows]
        elif isinstance(block, Code):
            found.append(_part("code", block.whole, page))
        elif isinstance(block, Html | Directive):
            found.append(_part("markup", block.span, page))
        elif block.target_span:
            found.append(_part("definition", Span(block.label_span.start, block.target_span.end), page))
    return found


def _part(kind: str, span: Span, page: Page, cells: tuple[Span, ...] = ()) -> Part:
    return Part(kind, span, " ".join(span.of(page.text).split()), cells)


class Step(NamedTuple):
    """What a part read in one version of its page."""

    version: Version
    text: str


class Trail:
    """A part back through the versions, as far as it is asked for."""

    def __init__(self, page: Page, span: Span, lineage: Lineage, read: Reader) -> None:
        """`page` is what is checked, which may be newer than any version; `span` stands in the part."""
        place = part_at(read.parts(page.text, page.path), span)
        self.text = place.of(page.text) if place else ""
        """What the part reads now; empty where there is no part at that place."""
        self.lineage = lineage
        self.ends_early = False
        """Whether there are older versions, but not of this part; known when all steps were taken."""
        self.is_broken = place is None
        """Whether a version could not be read, likewise."""
        self._found: list[Step] = []
        self._rest = self._steps(page, place, read) if place else iter(())

    def __iter__(self) -> Iterator[Step]:
        """What the part read in each version, the newest first."""
        at = 0
        while True:
            while at < len(self._found):
                yield self._found[at]
                at += 1
            more = next(self._rest, None)
            if more is None:
                return
            self._found.append(more)

    @property
    def is_complete(self) -> bool:
        """Whether all that the part ever read is known; asked when all steps were taken."""
        return not self.is_broken and (self.ends_early or self.lineage.is_complete)

    def _steps(self, page: Page, place: Span, read: Reader) -> Iterator[Step]:
        newer, path = page.text, page.path
        for version in self.lineage:
            text = self.lineage.text(version)
            if text is None:
                self.is_broken = True
                return
            found = moved(newer, text, place)
            if found is None:
                found = partner(read.parts(newer, path), read.parts(text, version.path), place, read)
            if found is None:
                self.ends_early = True
                return
            newer, path, place = text, version.path, found
            yield Step(version, place.of(text))


class Reader:
    """The parts of texts, each parsed once."""

    def __init__(self) -> None:
        self._parts: dict[str, list[Part]] = {}
        self._pairs: dict[tuple[int, int], list[Difference]] = {}

    def parts(self, text: str, path: str) -> list[Part]:
        if text not in self._parts:
            self._parts[text] = parts(parse(text, path))
        return self._parts[text]

    def differences(self, newer: list[Part], older: list[Part]) -> list[Difference]:
        """How the parts of one version become those of another, as difflib tells it."""
        key = id(newer), id(older)  # both live as long as this
        if key not in self._pairs:
            ours, theirs = ([(part.kind, part.text) for part in side] for side in (newer, older))
            self._pairs[key] = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
        return self._pairs[key]


def part_at(found: Sequence[Part], span: Span) -> Span | None:
    """The smallest part, a cell where it is one, that holds the beginning of a span."""
    spans = [place for part in found for place in (part.span, *part.cells)]
    around = [place for place in spans if place.start <= span.start <= place.end and span.end <= place.end]
    return min(around, key=lambda place: place.end - place.start, default=None)


def moved(newer: str, older: str, place: Span) -> Span | None:
    """Where a part stands in an older text that has it word for word, where a look tells; None: it takes more.

    Two code points around it must be the same, too: else it may have been a piece of something longer.
    """
    if newer == older or place.end + 1 < _common(newer, older):
        return place
    if place.start - 1 > len(newer) - _common_end(newer, older):
        shift = len(older) - len(newer)
        return Span(place.start + shift, place.end + shift)
    before = min(place.start, 2)
    around = newer[place.start - before : place.end + 2]
    if len(around) >= UNIQUE and newer.count(around) == 1 == older.count(around):
        start = older.index(around) + before
        return Span(start, start + place.end - place.start)
    return None


def _common(one: str, other: str) -> int:
    """How many code points two texts have in common at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(one: str, other: str) -> int:
    """The same at their end."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def partner(newer: list[Part], older: list[Part], place: Span, read: Reader) -> Span | None:
    """Where a part stood in the version before; None where it came later."""
    at = next((at for at, part in enumerate(newer) if place == part.span or place in part.cells), None)
    if at is None:
        return None
    other = _other(newer, older, at, read.differences(newer, older))
    if other is None:
        return None
    if place == newer[at].span:
        return other.span
    column = newer[at].cells.index(place)
    return other.cells[column] if len(other.cells) == len(newer[at].cells) else None


def _other(newer: list[Part], older: list[Part], at: int, differences: list[Difference]) -> Part | None:
    """The part of the older version: the same, the likest in its place, or one much like it elsewhere."""
    part = newer[at]
    if part.kind == FRONT:
        return next((it for it in older if it.kind == FRONT), None)
    tag, i1, i2, j1, j2 = next(it for it in differences if it[1] <= at < it[2])
    if tag == "equal":
        return older[j1 + at - i1]
    changed = [j for tag, _, _, j, end in differences if tag in ("replace", "delete", "insert") for j in range(j, end)]
    same = next((older[j] for j in changed if (older[j].kind, older[j].text) == (part.kind, part.text)), None)
    if same:
        return same
    here = [older[j] for j in range(j1, j2) if _fits(part, older[j])]
    best = max(here, key=lambda it: ratio(part.text, it.text), default=None)
    if best is not None and ratio(part.text, best.text) >= LIKE:
        rivals = (newer[i] for i in range(i1, i2) if i != at and _fits(best, newer[i]))
        if not any(ratio(rival.text, best.text) > ratio(part.text, best.text) for rival in rivals):
            return best
    there = [older[j] for j in changed if _fits(part, older[j])]
    return next((it for it in there if ratio(part.text, it.text, score_cutoff=VERY_LIKE)), None)


def _fits(part: Part, other: Part) -> bool:
    """Whether a part may have become the other."""
    return part.kind == other.kind or (part.kind in RUNNING and other.kind in RUNNING)
