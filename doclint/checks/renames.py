"""Protected words that changed from one version of an English page to the next: renamed, removed, added.

A word that only moved is still on the page, so it is none of these. Which word took the place of which is told by parts
that stand side by side and differ in nothing else, or in one word that is much like the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from doclint.page import Code, Page, Segment
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.pair.column import FREE
from doclint.pair.columns import Role
from doclint.pair.words.vocabulary import INLINE_CODE, JSON_KEY, Vocabulary
from doclint.text import Lines, Trust, words
from doclint.text.shapes import RUN, read

LIKE = 60
"""How alike, of a hundred, the only word that went and the only one that came must be where the text around differs."""


class Change(StrEnum):
    RENAMED = "renamed"
    REMOVED = "removed"
    ADDED = "added"


Part = Segment | Code


class OldPlace(NamedTuple):
    """Where the old word gave way to the new one, or went."""

    part: Part
    """Of the old version."""
    newer: Part | None
    """What stands there in the new version; None where nothing is known to."""
    row: int | None
    """The line within, from 0; None where it is the whole part."""


class Rename(NamedTuple):
    """One protected word that changed."""

    change: Change
    old: str | None
    """None: it was added."""
    new: str | None
    """None: it was removed."""
    line: int
    """Where it stands, in the version that has it, the newer of two; 1-based."""
    places: tuple[OldPlace, ...] = ()
    """Empty where it came."""

    @property
    def part(self) -> Part | None:
        """The first part of the old version where the old word stood in the place of the new one."""
        return self.places[0].part if self.places and self.new else None


def renames(old: Page, new: Page) -> list[Rename]:
    """What changed between two versions of one English page, in the order of the newer; removed words come last."""
    return _Versions(old, new).renames()


@dataclass(eq=False)
class _Versions:
    """Two versions of one page."""

    old: Page
    new: Page

    @cached_property
    def pair(self) -> Pair:
        # neither is a translation of the other: each pair of parts needs its own witness
        return Pair(self.new, self.old, Trust.PAIRED)

    @cached_property
    def counts(self) -> tuple[Counter[str], Counter[str]]:
        """How often each protected word stands on either page."""
        return Counter(_protected(self.old)), Counter(_protected(self.new))

    def renames(self) -> list[Rename]:
        before, after = self.counts
        gone = {word for word, count in before.items() if count > after[word]}
        come = {word for word, count in after.items() if count > before[word]}
        places: dict[tuple[str, str], list[OldPlace]] = {}
        for one, other, place in self._swaps(gone, come):
            places.setdefault((one, other), []).append(place)
        lines = Lines(self.new.text)
        found = [
            Rename(Change.RENAMED, *both, lines.position(_start(at[0])).line, tuple(dict.fromkeys(at)))
            for both, at in places.items()
        ]
        lost, taken = {it.old for it in found}, {it.new for it in found}
        added = (word for word in come if not before[word] and word not in taken)
        removed = (word for word in gone if not after[word] and word not in lost)
        return [
            *sorted(
                [*found, *(Rename(Change.ADDED, None, word, _line(self.new, word)) for word in added)],
                key=_order,
            ),
            *sorted((self._removed(word) for word in removed), key=_order),
        ]

    def _swaps(self, gone: set[str], come: set[str]) -> Iterator[tuple[str, str, OldPlace]]:
        """The words that gave way to others, each with the other and the place."""
        for match in self._matches() if gone and come else ():
            for one, other, row in _swapped(match, gone, come):
                yield one, other, OldPlace(match.source, match.target, row)
        # in a row that is known by its key another word is another one, however often the page says either
        for column in self.pair.columns(*set(Role) - FREE):
            for cell in column.differing:
                old, new = cell.source.plain.strip(), cell.target.plain.strip()
                if cell.by.startswith("key ") and words.is_token(old) and words.is_token(new) and old != new:
                    yield old, new, OldPlace(cell.source, cell.target, 0)

    def _removed(self, word: str) -> Rename:
        """A word that went, with the parts that said it more often than what stands there now."""
        places = []
        parts: list[Part] = [*self.old.segments(), *self.old.codes] if words.count(word, self.new.text) else []
        for part in parts:
            newer = self._newer.get(id(part))
            if words.count(word, part.text) > (words.count(word, newer.text) if newer else 0):
                places.append(OldPlace(part, newer, None))
        return Rename(Change.REMOVED, word, None, _line(self.old, word), tuple(places))

    @cached_property
    def _newer(self) -> dict[int, Part]:
        """The parts of the new version, by the identity of those that stood there."""
        segments = {id(match.source): match.target for match in _segments(self.pair)}
        return {**segments, **{id(match.source): match.target for match in self.pair.alignment.codes}}

    def _matches(self) -> Iterator[Match[Segment] | Match[Code]]:
        segments, codes = _segments(self.pair), self.pair.alignment.codes
        yield from (match for match in segments if match.source.text != match.target.text)
        yield from (match for match in codes if match.source.text != match.target.text)


def _start(place: OldPlace) -> int:
    return (place.newer or place.part).span.start


def _order(rename: Rename) -> tuple[int, str]:
    return rename.line, rename.old or rename.new or ""


def _segments(pair: Pair) -> Iterator[Match[Segment]]:
    """All that is laid side by side; where two versions differ much that is still what each witness bears out."""
    yield from pair.alignment.headings
    yield from pair.alignment.texts
    for table in pair.alignment.tables:
        for row in table.rows:
            for source, target in zip(row.source.cells, row.target.cells, strict=False):
                yield Match(source, target, row.confidence, row.by)


def _swapped(
    match: Match[Segment] | Match[Code], gone: set[str], come: set[str]
) -> Iterator[tuple[str, str, int | None]]:
    """The words of a part that gave way to others, each with the other and the line within."""
    ours, theirs = match.source.text.splitlines(), match.target.text.splitlines()
    is_whole = len(ours) != len(theirs)
    if is_whole:
        ours, theirs = [match.source.text], [match.target.text]
    for row, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        if one == other:
            continue
        lost, won = _standing(one, gone), _standing(other, come)
        if not lost or len(lost) != len(won):
            continue
        if _masked(one, lost) == _masked(other, won) or (len(lost) == 1 and _is_like(lost[0], won[0])):
            yield from ((before, after, None if is_whole else row) for before, after in zip(lost, won, strict=True))


def _is_like(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(one.casefold(), other.casefold()) >= LIKE


def _standing(text: str, known: set[str]) -> list[str]:
    """The known words that stand in a text, each once, from left to right."""
    found: dict[str, None] = {}
    for run in RUN.findall(text):
        for word in (run, run.rstrip("./-@$#"), *(shape.word for shape in read(run))):
            if word in known:
                found[word] = None
                break
    return list(found)


def _masked(text: str, names: Iterable[str]) -> str:
    """The text with the words taken out."""
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"(?<![\w@])(?:{pattern})(?!\w)", "\0", text)


def _protected(page: Page) -> Iterator[str]:
    """The protected words of a page, each as often as it stands there."""
    vocabulary = Vocabulary(page)
    for segment in page.segments():
        for run in RUN.findall(segment.text):
            for shape in read(run):
                if shape.is_sure or vocabulary.is_proven(shape.word):
                    yield shape.word
        for word in INLINE_CODE.findall(segment.text):
            if not read(word):
                yield word
    for code in page.codes:
        yield from JSON_KEY.findall(code.text)
    yield from _named_cells(page)


def _named_cells(page: Page) -> Iterator[str]:
    """Plain words that are all of a cell in a column of names."""
    for column in Pair(page, page, Trust.PROVEN).columns(*set(Role) - FREE):
        for cell in column.cells:
            word = cell.source.plain.strip()
            if words.is_token(word) and not read(word):
                yield word


def _line(page: Page, word: str) -> int:
    """The first line on which a word stands."""
    return Lines(page.text).position(max(words.find(word, page.text), 0)).line
