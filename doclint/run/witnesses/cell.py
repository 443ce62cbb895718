"""The one cell of a row that a problem is about: what its row says elsewhere tells nothing of it."""

from __future__ import annotations

from typing import NamedTuple

from doclint.text import Span
from doclint.text.lazypattern import lazy

PIPE = lazy(r"(?<!\\)\|")


class Cell(NamedTuple):
    """Which cell of a row it is, of how many."""

    number: int
    of: int

    @classmethod
    def at(cls, row: Span, place: Span, text: str) -> Cell | None:
        """The cell of a row where a place in the text of a page begins; None where the row has no cells."""
        line = row.of(text)
        number = len(PIPE.findall(line[: place.start - row.start]))
        return cls(number, len(PIPE.findall(line))) if line.lstrip(" \t>").startswith("|") else None

    def within(self, row: str) -> str:
        """What the cell reads in a row of another version; the whole row where that has more cells or fewer."""
        parts = PIPE.split(row)
        return parts[self.number] if len(parts) == self.of + 1 else row
