"""One part of a page - a paragraph, a row, a block of code - followed back through the versions of its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from doclint.pair import Pair
from doclint.pair.alignment.opcodes import Opcode, opcodes
from doclint.run.witnesses.origin import is_of_other_english
from doclint.run.witnesses.parts import Parts, Splitter
from doclint.sources.git.versions.backwards import Backwards
from doclint.sources.git.versions.lineage import Lineage
from doclint.sources.git.versions.log import Version
from doclint.text import Span

LIKE = 50
"""Of 100: so much two texts in the same place of two versions have in common."""

VERY_LIKE = 80
"""The same for texts in different places."""

UNIQUE = 40
"""A text of so many code points that stands once in both versions is the same one."""


class Step(NamedTuple):
    """What a part read in one version of its page."""

    version: Version
    text: str


class Trail(Backwards[Step]):
    """What a part read in each version, the newest first."""

    def __init__(self, text: str, place: Span | None, lineage: Lineage, read: Reader) -> None:
        """`text` is the page that is checked, which may be newer than any version; `place` is the part's there."""
        super().__init__(self._steps(text, place, read) if place else iter(()))
        self.text = place.of(text) if place else ""
        """What the part reads now; empty where there is no part at that place."""
        self.place = place
        self.lineage = lineage
        self.ends_early = False
        """Whether there are older versions, but not of this part; known when all steps were taken."""
        self.is_followed = False
        """Whether it was followed through all of them, likewise."""

    @property
    def is_complete(self) -> bool:
        """Whether all that the part ever read is known; asked when all steps were taken."""
        return self.ends_early or (self.is_followed and self.lineage.is_complete)

    def _steps(self, newer: str, place: Span, read: Reader) -> Iterator[Step]:
        said = self.text
        for version in self.lineage:
            text = self.lineage.text(version)
            if text is None:
                return
            found = moved(newer, text, place, read) or partner(newer, text, place, read)
            if found is None:
                self.ends_early = True
                return
            newer, place = text, found
            here = place.of(text)
            said = said if said == here else here  # what is one text is looked through once
            yield Step(version, said)
        self.is_followed = True


class Reader:
    """The parts of texts, each looked through and followed once. Kept for an English page and its translations."""

    def __init__(self) -> None:
        self._trails: dict[tuple[Lineage, str, Span | None], Trail] = {}
        self._splitter = Splitter()
        self._parts: dict[str, Parts] = {}
        self._sole: dict[str, dict[int, int]] = {}
        self._common: dict[tuple[str, str], tuple[int, int]] = {}
        self._differences: dict[tuple[str, str], list[Opcode]] = {}
        self._origins: dict[tuple[Lineage, str], bool] = {}

    def parts(self, text: str) -> Parts:
        if text not in self._parts:
            self._parts[text] = self._splitter.parts(text)
        return self._parts[text]

    def trail(self, text: str, span: Span, lineage: Lineage) -> Trail:
        """The part of a page that holds the beginning of a span, followed through the versions of the page."""
        place = part_at(self.parts(text), span)
        key = lineage, text, place
        if key not in self._trails:
            self._trails[key] = Trail(text, place, lineage, self)
        return self._trails[key]

    def is_of_other_english(self, pair: Pair, english: Lineage) -> bool:
        """Whether a page was made from English that is not here."""
        key = english, pair.target.text
        if key not in self._origins:
            self._origins[key] = is_of_other_english(pair, english)
        return self._origins[key]

    def common(self, newer: str, older: str) -> tuple[int, int]:
        """How many code points two versions have in common at their beginning, and at their end."""
        key = newer, older
        if key not in self._common:
            self._common[key] = _common(newer, older), _common(newer[::-1], older[::-1])
        return self._common[key]

    def sole(self, text: str) -> dict[int, int]:
        """Where the parts of a text stand that read as no other of the same kind there, by their numbers."""
        if text not in self._sole:
            numbers = self.parts(text).numbers
            counts = Counter(numbers)
            self._sole[text] = {number: at for at, number in enumerate(numbers) if counts[number] == 1}
        return self._sole[text]

    def differences(self, newer: str, older: str) -> list[Opcode]:
        """How the parts of one version become those of another."""
        key = newer, older
        if key not in self._differences:
            self._differences[key] = opcodes(self.parts(newer).numbers, self.parts(older).numbers)
        return self._differences[key]


def part_at(found: Parts, span: Span) -> Span | None:
    """The part that holds the beginning of a span."""
    at = found.holding(span.start)
    return None if at is None else found.span(at)


def moved(newer: str, older: str, place: Span, read: Reader) -> Span | None:
    """Where a part stands in an older text that has it word for word, where a look tells; None: it takes more.

    Two code points around it must be the same, too: else it may have been a piece of something longer.
    """
    start, end = read.common(newer, older)
    if newer == older or place.end + 1 < start:
        return place
    if place.start - 1 > len(newer) - end:
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


def partner(newer: str, older: str, place: Span, read: Reader) -> Span | None:
    """Where a part stood in the version before: the same, the likest in its place, or one much like it elsewhere."""
    ours, theirs = read.parts(newer), read.parts(older)
    at = ours.at(place)
    if at is None:
        return None
    part, number = ours[at], ours.numbers[at]
    if part.kind.endswith(":"):  # there is but one
        return next((it.span for it in theirs if it.kind == part.kind), None)
    sole = read.sole(older).get(number)
    if sole is not None and number in read.sole(newer):
        return theirs.span(sole)
    differences = read.differences(newer, older)
    tag, i1, i2, j1, j2 = next(it for it in differences if it[1] <= at < it[2])
    if tag == "equal":
        return theirs.span(j1 + at - i1)
    gone = [j for tag, _, _, j, end in differences if tag != "equal" for j in range(j, end)]
    there = [theirs[j] for j in gone if theirs.kind(j) == part.kind]
    same = next((it for it in there if it.text == part.text), None)
    if same:
        return same.span
    here = [theirs[j] for j in range(j1, j2) if theirs.kind(j) == part.kind]
    best = max(here, key=lambda it: ratio(part.text, it.text), default=None)
    if best is not None and (ratio(part.text, best.text) >= LIKE or _is_heading_of(part.text, best.text)):
        rivals = (ours[i] for i in range(i1, i2) if i != at and ours.kind(i) == part.kind)
        if not any(ratio(rival.text, best.text) > ratio(part.text, best.text) for rival in rivals):
            return best.span
    like = next((it for it in there if ratio(part.text, it.text, score_cutoff=VERY_LIKE)), None)
    return like.span if like else None


def _is_heading_of(one: str, other: str) -> bool:
    """Whether one heading is the other but for words at its end, as where it lost its id."""
    short, long = sorted((one, other), key=len)
    return short.startswith("#") and long.startswith(f"{short} ")
