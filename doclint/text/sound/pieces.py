"""A text in pieces of one script, and neighbouring pieces that may together be one damaged word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, groupby

MOST_PIECES = 40
"""Words of a text that are looked at for the sound of the expected one."""

WIDEST = 6
"""Neighbouring words that may together be one damaged word (`Девице Манажемент Скрипт`)."""


def foreign_runs(found: str) -> Iterator[list[str]]:
    """Neighbouring words in foreign scripts that have sounds; Latin letters and ideographs part the runs."""
    parted = groupby(pieces(found)[:MOST_PIECES], key=lambda piece: piece[0] not in ("LATIN", "CJK"))
    return ([text for _, text in run] for foreign, run in parted if foreign)


def pieces(found: str) -> list[tuple[str, str]]:
    """A text cut at white space, punctuation and where the script changes; each piece with its script."""
    cut: list[tuple[str, str]] = []
    inside = False
    for char in unicodedata.normalize("NFKC", found):
        script, follows = _written(char)
        if not script:
            inside = False
        elif inside and (follows or script == cut[-1][0]):
            cut[-1] = (cut[-1][0], cut[-1][1] + char)
        elif char.isalpha():
            cut.append((script, char))
            inside = True
    return cut


@lru_cache(10_000)
def _written(char: str) -> tuple[str, bool]:
    """The script of a letter or of a sign on one, empty of what parts words; and whether it goes on with any script."""
    follows = unicodedata.category(char) in ("Mn", "Mc", "Lm", "Nd", "Cf")
    script = unicodedata.name(char, "?").partition(" ")[0] if follows or char.isalpha() else ""
    return script, follows


def windows(words: list[str]) -> Iterator[str]:
    """Every few neighbours put together."""
    for start in range(min(len(words), MOST_PIECES)):
        yield from accumulate(words[start : start + WIDEST])
