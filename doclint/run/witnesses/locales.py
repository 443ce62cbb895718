"""The witness that looks at the same page in other languages: do they keep the expected word, or have they the found?

| what most of the other languages have, where at least three have one of the two | says |
|---|---|
| the found words, so that all were made from the same older English | changed |
| the expected word | damaged |

Pages are read raw. Of a word that stands more than once on the page the part with the same neighbours is asked, where
one stands out, else the whole page, which must have it as often as the English. What is still English, letter for
letter, tells nothing, nor do other pages in the same language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from doclint.checks import Problem
from doclint.engine import Says, Testimony
from doclint.layouts import Target
from doclint.pair import Pair
from doclint.run.witnesses.parts import Part
from doclint.run.witnesses.trail import Reader, part_at
from doclint.run.witnesses.words import Words
from doclint.site import Site
from doclint.text.errors import SourceError
from doclint.text.files.state import state_of
from doclint.text.words import one_line

WITNESS = "locales"

FEWEST = 3
"""Other languages that have the one or the other word."""

NEIGHBOUR = re.compile(r"`([^`\n]+)`|\]\(([^()\s]+)|(?<![\w.])(\d[\d.,]*\d|\d)(?![\w])")
"""What a translation of a part keeps: code, addresses, numbers."""


def state(site: Site, target: Target) -> int:
    """A number that tells the page in the other languages, as it is now, from any other time. Raises SourceError."""
    paths = [path for _, path in site.siblings(target.relative, target.source)]
    what = "\n".join(f"{path} {mark}" for path, mark in zip(paths, site.marks(paths), strict=True))
    return state_of(what)


def still_says(site: Site, target: Target, answers: Mapping[str, int]) -> bool:
    """Whether the other languages would answer for a page as they did."""
    try:
        return all(state(site, target) == answer for answer in answers.values())
    except SourceError:
        return False


class PageLocales:
    """The witness for one page; it reads nothing until it is asked."""

    def __init__(self, site: Site, target: Target, reader: Reader) -> None:
        """`reader`: of the page in all its languages."""
        self._site = site
        self._target = target
        self._is_asked = False
        self._reader = reader

    @property
    def answers(self) -> dict[str, int]:
        """The state of the pages that were read."""
        return {"pages": state(self._site, self._target)} if self._is_asked else {}

    def testify(self, problem: Problem, pair: Pair) -> Testimony:
        """What the other languages have in the place of a problem."""
        expected, found = one_line(problem.expected or ""), one_line(problem.found)
        span = problem.source_span or (problem.source.span if problem.source else None)
        unknown = Testimony(WITNESS, Says.UNKNOWN)
        if pair.source is None or span is None or not expected or expected == found:
            return unknown
        self._is_asked = True
        english = pair.source.text
        place = part_at(self._reader.parts(english), span)
        words = Words(expected, found)
        kept, other = 0, 0
        is_once = words.expected_in_english(english) == 1
        for text in self._pages(pair):
            part = "" if is_once or not place else near(place.of(english), expected, self._reader.parts(text))
            ours, theirs = (place.of(english), part) if place and part else (english, text)
            has_expected, has_found = _has(words, ours, theirs)
            kept += has_expected
            other += has_found
        if kept + other < FEWEST:
            return unknown
        if other > kept:
            return Testimony(
                WITNESS, Says.CHANGED, f'"{found}" stands here in {other} of {kept + other} other languages'
            )
        if kept > other:
            return Testimony(WITNESS, Says.DAMAGED, f'{kept} of {kept + other} other languages keep "{expected}" here')
        return unknown

    def _pages(self, pair: Pair) -> Iterator[str]:
        """The page in other languages, where it is translated; of two in one language the first."""
        assert pair.source
        seen = {_language(pair.locale)}
        for tag, text in self._read:
            if tag not in seen and text != pair.source.text:
                seen.add(tag)
                yield text

    @cached_property
    def _read(self) -> list[tuple[str, str]]:
        try:
            siblings = self._site.siblings(self._target.relative, self._target.source)
        except SourceError:
            return []
        found = ((_language(tag), self._site.text(path)) for tag, path in siblings)
        return [(tag, text) for tag, text in found if text is not None]


def _has(words: Words, english: str, text: str) -> tuple[bool, bool]:
    """Whether a translation of an English text keeps the expected word, or has the found one in its place."""
    if not text or text == english:
        return False, False
    now, then = words.in_english(english), words.in_translation(text)
    is_kept = then[0] >= max(now[0], 1)
    return is_kept, not is_kept and then[1] > now[1]


def _language(tag: str | None) -> str:
    return (tag or "").partition("-")[0]


def near(english: str, expected: str, others: Iterable[Part]) -> str:
    """The part of a translated page with the same neighbours as a part of the English; empty where none stands out."""
    wanted = {next(filter(None, match)) for match in NEIGHBOUR.findall(english)} - {expected}
    if not wanted:
        return ""
    counts = sorted(((sum(one in part.text for one in wanted), part.text) for part in others), reverse=True)
    (most, text), *rest = counts or [(0, "")]
    is_sole = not rest or rest[0][0] < most
    return text if is_sole and 2 * most > len(wanted) else ""
