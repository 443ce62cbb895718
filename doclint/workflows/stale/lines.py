"""The lines on which a translation still says a word that the English renamed: those of the row that changed.

A type word such as `String` stands in nearly every row, on both sides. Only where the newest English does not say the
word at all is every line of the translation with it an old one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from doclint.checks.renames import OldPlace, Part, Rename
from doclint.layouts import Target
from doclint.page import Code, Page, sidebyside
from doclint.page.markdown import parse
from doclint.page.placed import Placed
from doclint.pair import Pair
from doclint.text import Lines, Trust, words


@dataclass(eq=False)
class Beside:
    """A translation beside two versions of its English."""

    target: Target
    text: str
    old: Page
    new: Page

    def lines(self, rename: Rename) -> tuple[int, ...] | None:
        """Where the old word still stands, in order; None where the page is not behind.

        Empty where the page says the word more often than the English, and it is not known which place changed.
        """
        word = rename.old
        if word is None or not (said := words.count(word, self._text)):
            return None
        in_english = words.count(word, self.new.text)
        if not in_english:
            return self._lines(_found(word, self._text)) or None
        beside = [(place, self._beside.get(id(place.part))) for place in rename.places]
        still = sorted(at for place, part in beside if part for at in _still_said(word, place, part))
        if still:
            return self._lines(still)
        return () if said > in_english and not all(part for _, part in beside) else None

    @cached_property
    def _view(self) -> Placed | None:
        """Of a side-by-side page: what is translated of it."""
        sides = sidebyside.split(self.text)
        return sides.target if sides else None

    @property
    def _text(self) -> str:
        return self._view.text if self._view else self.text

    @cached_property
    def _beside(self) -> dict[int, Part]:
        """The parts of the translation, by the identity of those of the old English that they were made from."""
        pair = Pair(parse(self._text, self.target.path, view=self._view), self.old, Trust.PAIRED)
        segments = {id(match.source): match.target for match in pair.segments}
        return {**segments, **{id(match.source): match.target for match in pair.codes}}

    def _lines(self, offsets: Iterable[int]) -> tuple[int, ...]:
        """The lines of the file for offsets in what is translated, each once."""
        lines, view = Lines(self.text), self._view
        places = (view.place(at, at + 1).start if view else at for at in offsets)
        return tuple(dict.fromkeys(lines.position(at).line for at in places))


def _still_said(word: str, place: OldPlace, part: Part) -> Iterator[int]:
    """Where a part says the old word, in its page's text; nowhere if the new English says it as often there."""
    start, text, newer = 0, part.text, place.newer.text if place.newer else ""
    rows = [one.splitlines(keepends=True) for one in (text, place.part.text, newer)]
    if isinstance(part, Code) and place.row is not None and len({len(one) for one in rows}) == 1:
        start, text, newer = sum(map(len, rows[0][: place.row])), rows[0][place.row], rows[2][place.row]
    if words.count(word, text) > words.count(word, newer):
        yield from (part.place(start + at, start + at + 1).start for at in _found(word, text))


def _found(word: str, text: str) -> Iterator[int]:
    at = words.find(word, text)
    while at >= 0:
        yield at
        at = words.find(word, text, at + len(word))
