"""The witness that knows the words of the whole site: is the expected word a name elsewhere, is the found one a word?

What is asked while a page is checked is remembered with its result: a change to another page may change the answer.
"""

from __future__ import annotations

import re
from functools import cached_property

from doclint.checks import Problem
from doclint.engine import Says, Testimony
from doclint.engine.verdict.letters import is_in_code
from doclint.pair import Pair
from doclint.site import SiteLexicon
from doclint.site import words as sitewords
from doclint.site.words import LEAST
from doclint.text import shapes, words
from doclint.text.lazypattern import lazy
from doclint.text.words import one_line

WITNESS = "lexicon"

OTHERS = 2
"""English pages besides the page's own that make a word a name of the site."""
SHORTEST = 4
"""Code points of a piece of a word that says what language it is; shorter ones are many things."""
LONGEST = 80
"""Code points; what is longer is a sentence, which stands for no single word."""
SAMPLE = lazy(r"\W*(?:my|your|some|example)(?:[^a-z]|$)|[a-z]+-(?:[0-9]+|[a-z])$", re.ASCII)


def is_spelt(found: str) -> bool:
    """Whether a word is spelt as no language has it; words joined by hyphens are in many."""
    return "-" not in found and bool(shapes.read(found))


def is_sample(name: str) -> bool:
    """Whether a name says that it is made up, on however many pages: `my-service`, `your.domain`, `node-1`."""
    return SAMPLE.match(name) is not None


class PageLexicon:
    """The lexicon as one page asks it: the page itself does not count, and what was asked is noted."""

    def __init__(self, lexicon: SiteLexicon, pair: Pair) -> None:
        self.lexicon = lexicon
        self.pair = pair
        self.answers: dict[str, int] = {}
        """What the page's result rests on."""

    def testify(self, problem: Problem, pair: Pair) -> Testimony:
        """What the words of the site say of a problem; `unknown` where they leave it open."""
        unknown = Testimony(WITNESS, Says.UNKNOWN)
        expected, found = one_line(problem.expected or ""), one_line(problem.found)
        if not expected or not found or len(found) > LONGEST or words.stands_in(expected, found):
            return unknown
        if is_sample(expected) or not (is_in_code(problem, pair.target.text) or is_spelt(found)):
            return unknown
        strange = self._strange(found)
        if not strange:
            return unknown
        others = self._others(expected)
        if others >= OTHERS:
            why = f'"{expected}" is a name on {others} other English pages, "{found}" on none'
            return Testimony(WITNESS, Says.DAMAGED, why)
        if self._count(f"s:{expected}") > 0:
            why = f'"{expected}" is a name of the API description, "{found}" is on no English page'
            return Testimony(WITNESS, Says.DAMAGED, why)
        if not self._is_sample(expected) and self._is_foreign(strange):
            why = f'"{strange[0]}" is a word of the {pair.locale} pages, on no English page'
            return Testimony(WITNESS, Says.DAMAGED, why)
        return unknown

    def is_known(self, name: str) -> bool:
        """Whether another English page than the page's own, or an API description, has the name."""
        return self._others(one_line(name)) > 0 or self._count(f"s:{one_line(name)}") > 0

    def _count(self, key: str) -> int:
        if key not in self.answers:
            self.answers[key] = self.lexicon.count(key)
        return self.answers[key]

    def _strange(self, found: str) -> list[str]:
        """The pieces of the found word that are on no English page; none where it may have stood there."""
        if self._count(f"n:{found}"):
            return []
        pieces = sorted(piece for piece in sitewords.parts(found) if len(piece) >= SHORTEST)
        return [piece for piece in pieces if self._count(f"w:{piece}") == 0]

    def _others(self, name: str) -> int:
        """On how many English pages besides the page's own a name stands.

        A plain word that the page replaced in all its code may be made up: then only pages count where it is a key.
        """
        is_key = self._is_replaced(name) and name.isalnum() and not shapes.read(name)
        count = self._count(f"k:{name}" if is_key else f"n:{name}")
        own = self._own.keys if is_key else self._own.names
        return count - (name in own) if count > 0 else 0

    def _is_replaced(self, name: str) -> bool:
        """Whether the page's English has the name in code more than once, and the page nowhere."""
        return sitewords.count_in_code(name, self._english) > 1 and not self._is_kept(name)

    def _is_kept(self, name: str) -> bool:
        return sitewords.count_in_code(name, self.pair.target.text) > 0

    def _is_sample(self, name: str) -> bool:
        """Whether a name may be one that only this page made up: a path, or a word that its code has no more."""
        return "/" in name or (not self._is_kept(name) and name not in sitewords.row_keys(self._english))

    def _is_foreign(self, strange: list[str]) -> bool:
        """Whether all strange pieces are words of the locale's language."""
        locale, own = self.pair.locale, self._own_prose
        return bool(locale) and all(self._count(f"p:{locale}:{piece}") - (piece in own) >= LEAST for piece in strange)

    @cached_property
    def _own(self) -> sitewords.English:
        """The names that the page's own English adds to the counts."""
        return sitewords.read(self._english, sitewords.Spelt())

    @cached_property
    def _own_prose(self) -> set[str]:
        """The words that the page itself adds to the counts of its locale."""
        return sitewords.prose(self.pair.target.text)

    @property
    def _english(self) -> str:
        return self.pair.source.text if self.pair.source else ""
