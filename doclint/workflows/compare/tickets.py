"""What a hand-back means for the tickets that accepted findings name: which can be closed, which are open again."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from doclint.workflows.compare.side import Side
from doclint.workflows.compare.verdicts import English


class Turn(StrEnum):
    """What became of a ticket; the value is what JSON calls it."""

    CLOSED = "ticket-closed"
    """Its faults were there, and none is any more."""
    REOPENED = "ticket-reopened"
    """None of its faults was there, and one is again."""


class Ticket(NamedTuple):
    """A ticket that takes a turn, and the pages with its faults: where they were, or where they are."""

    name: str
    turn: Turn
    pages: tuple[str, ...]


def turned(old: Side, new: Side) -> Iterator[Ticket]:
    """The tickets that a hand-back closes or reopens; of sides whose accepted faults are not known none is told.

    Nothing is said where it is not sure: of a page that is not there on the other side or was not checked to its end,
    nor where the English changed and the same word is still wrong on the page.
    """
    if old.standing is None or new.standing is None:
        return
    english = English(old, new)
    for name in sorted(old.standing.keys() ^ new.standing.keys()):
        turn, here, there = (Turn.CLOSED, old, new) if name in old.standing else (Turn.REOPENED, new, old)
        faults = (here.standing or {})[name]
        lacking = [_is_free(there, page, word, english) for page, word in faults]
        if all(lacking) if turn is Turn.CLOSED else any(lacking):
            yield Ticket(name, turn, tuple(sorted({page for page, _ in faults})))


def _is_free(side: Side, page: str, word: str, english: English) -> bool:
    """Whether a page surely lacks a fault that the other side has."""
    if side.pages is None or page not in side.pages or page in side.unsure:
        return False
    return not english.is_other(page) or not any(one.page == page and one.expected == word for one in side.records)
