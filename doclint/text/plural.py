"""Numbers of things, as people read them."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {noun_of(number, noun)}"


def noun_of(number: int, noun: str) -> str:
    """`page`, `pages`: where the number stands in a column of its own."""
    return noun if number == 1 else f"{noun}s"
