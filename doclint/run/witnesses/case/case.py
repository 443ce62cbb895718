"""A problem with what the versions of both pages are asked about: its words, its part of the English, its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from doclint.checks import Problem
from doclint.pair import Pair
from doclint.run.witnesses.cell import Cell
from doclint.run.witnesses.trail import Reader
from doclint.run.witnesses.words import Words
from doclint.sources.git.versions.lineage import Lineage
from doclint.sources.git.versions.log import Version
from doclint.text import Span
from doclint.text.damage import Damage
from doclint.text.words import one_line

OF_THE_PART = (Damage.DROPPED, Damage.TRUNCATED, Damage.RENUMBERED, Damage.ANOTHER_MEMBER)
"""Damage whose words may well stand elsewhere on the page: only the versions of the part tell of it."""


class Sides(NamedTuple):
    """The versions of both pages; None where no repository has them."""

    source: Lineage | None
    target: Lineage | None
    is_one: bool
    """Whether both lie on one line of commits."""


class Case:
    """One problem, and the versions of both pages that may tell of it."""

    def __init__(self, problem: Problem, pair: Pair, sides: Sides, read: Reader) -> None:
        assert pair.source is not None
        self.sides = sides
        self.read = read
        self.damage = problem.damage
        self.is_slip = problem.is_told_if_right_before
        self.is_hint = problem.is_hint
        self.page_now = pair.source.text
        self.translation_now = pair.target.text
        place = problem.source_span or (problem.source.span if problem.source else None)
        self.english = read.trail(pair.source.text, place, sides.source) if sides.source and place else None
        here = problem.target.span if problem.target and not _holds(problem.target.span, problem.span) else problem.span
        self.target = read.trail(pair.target.text, here, sides.target) if sides.target else None
        is_code = problem.source_span is not None and _is_code(pair.source.text, problem.source_span)
        is_code = is_code and not _is_code(pair.target.text, problem.span)
        expected, found = one_line(problem.expected or ""), one_line(problem.found)
        # what reads the same has lost its markup
        is_unmarked = found == expected
        self.words = Words(expected, "" if is_unmarked else found, is_code=is_code, is_marked=is_unmarked)
        part = self.english.place if self.english else None
        self.cell = Cell.at(part, place, pair.source.text) if part and place else None
        self.now = self.in_part(self.english.text) if self.english else (0, 0)

    def in_part(self, text: str) -> tuple[int, int]:
        """How often the expected words stand in their cell, or in a part without cells, and the found ones."""
        expected, found = self.words.in_english(text)
        if expected and self.cell:
            expected = self.words.expected_in_english(self.cell.within(text))
        return expected, found

    def pages(self) -> Iterator[tuple[Version, str]]:
        """The versions of the English page that are here, the newest first."""
        assert self.english
        lineage = self.english.lineage
        for version in lineage:
            text = lineage.text(version)
            if text is not None:
                yield version, text

    def versions(self) -> Iterator[tuple[Version, str]]:
        """The versions of the English part, the newest first."""
        assert self.english
        yield from self.english

    @property
    def text_now(self) -> str:
        """What the English part reads now."""
        assert self.english
        return self.english.text

    @property
    def is_of_the_part(self) -> bool:
        """Whether only the versions of the part tell of the found words."""
        found = self.words.found
        if not any(char.isalpha() for char in found) or self.damage in OF_THE_PART:
            return True
        return bool(self.words.found_in(self.page_now))

    def is_still_english(self, version: Version) -> bool:
        """Whether the translation began as a copy of the English, and still is one."""
        return self.sides.source is not None and version.blob in self.sides.source.blobs


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_code(text: str, span: Span) -> bool:
    return text[max(span.start - 1, 0) : span.start] == "`" == text[span.end : span.end + 1]
