"""Stretches of a text that may hold a name: where it stands untouched, one word, several words in a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from doclint.text import words
from doclint.text.lazypattern import lazy

MOST_PIECES = 200

PIECE = lazy(r"[^\W_][\w@.$]*[^\W_]|[^\W_]")

GAP = lazy(r"[^\s\w.。@$/–—-]")
"""What no damage puts into a name: a comma, quotes, brackets."""


class Spot(NamedTuple):
    """A stretch of a segment's plain text, and how like it is to the name it was."""

    start: int
    end: int
    text: str
    likeness: float = 1.0


def untouched(name: str, text: str) -> Iterator[Spot]:
    """Where the name still stands in the text."""
    at = words.find(name, text)
    while at >= 0:
        yield Spot(at, at + len(name), name)
        at = words.find(name, text, at + len(name))


def whole(text: str) -> Spot:
    """The whole text without white space around it."""
    stripped = text.strip()
    start = text.find(stripped)
    return Spot(start, start + len(stripped), stripped)


def only_word(text: str) -> Spot | None:
    """The whole text, where it is a single word."""
    spot = whole(text)
    return spot if len(spot.text.split()) == 1 else None


def pieces(text: str) -> list[Spot]:
    """Words, cut also where the script changes, since a name may be glued to kana, and kana to kanji."""
    spots: list[Spot] = []
    for start, end in words.runs(PIECE, text):
        before = text[start]
        for index in () if _is_whole(text[start:end]) else range(start + 1, end):
            here = text[index]
            if here.isalnum() and before.isalnum() and _is_seam(before, here):
                spots.append(Spot(start, index, text[start:index]))
                start = index
            before = before if words.is_sign(here) else here
        spots.append(Spot(start, end, text[start:end]))
    return spots


def _is_whole(word: str) -> bool:
    """Whether all letters of a word are of one script, as those of nearly every word, so that it has no seam."""
    return word.isascii() or len({*map(_kind, word)} - {""}) < 2


@lru_cache(10_000)
def _kind(char: str) -> str:
    """The script of a letter beyond ASCII; empty of a sign, which parts nothing."""
    if not char.isalnum():
        return ""
    return "ASCII" if char.isascii() else words.script(char) if char.isalpha() else "DIGIT"


def _is_seam(before: str, here: str) -> bool:
    if here.isascii() or before.isascii():
        return here.isascii() != before.isascii()
    return here.isalpha() and before.isalpha() and words.script(here) != words.script(before)


def windows(text: str, signs: str, most: int) -> Iterator[Spot]:
    """One to `most` neighbouring pieces, with nothing between them but spaces and signs that names are joined by.

    Of a name that begins with signs only those that still have them.
    """
    spots = pieces(text)[:MOST_PIECES]
    joined = [not GAP.search(text, one.end, other.start) for one, other in pairwise(spots)]
    for first, spot in enumerate(spots):
        start = spot.start - len(signs)
        if start < 0 or not text.startswith(signs, start):
            continue
        for last in range(first, min(first + most, len(spots))):
            if last > first and not joined[last - 1]:
                break
            yield Spot(start, spots[last].end, text[start : spots[last].end])
