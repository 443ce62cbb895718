"""What the verdict asks of those who look beyond the two pages; a run hands them in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from doclint.checks import Problem
from doclint.engine.verdict.testimony import Testimony
from doclint.pair import Pair


class Witness(Protocol):
    """One who knows something besides the two pages, as one page asks for it."""

    @property
    def answers(self) -> Mapping[str, int]:
        """What was asked so far, and what the answer was: what the page's verdicts rest on besides the page."""
        ...

    def testify(self, problem: Problem, pair: Pair) -> Testimony:
        """What is known of a problem; a question without an answer is `unknown`, never an error."""
        ...


class History(Witness, Protocol):
    """The versions of both pages."""

    @property
    def is_asked(self) -> bool:
        """Whether anything was asked of it, which opens repositories; tells less than `answers`, and at once."""
        ...


class Lexicon(Witness, Protocol):
    """The words of the whole site."""

    def is_known(self, name: str) -> bool:
        """Whether another English page, or an API description, has the name."""
        ...


class Witnesses(NamedTuple):
    """Those that there are for a page."""

    history: History | None = None
    """The versions of both pages, as far as a repository has them."""
    lexicon: Lexicon | None = None
    """The words of the site that the page belongs to, where it is known."""
    locales: Witness | None = None
    """The same page in other languages, where a layout names them."""

    @property
    def answers(self) -> dict[str, Mapping[str, int]]:
        """What each was asked, and what it answered."""
        named = ((name, witness) for name, witness in self._asdict().items() if witness is not None)
        return {name: answers for name, witness in named if (answers := witness.answers)}


NONE = Witnesses()
"""Of a page that stands alone, or whose English nobody doubts."""
