"""Where many words stand in a text, found by reading it once, and not once for each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import accumulate

from doclint.text import words
from doclint.text.lazypattern import lazy

FEW = 64
"""Words that are sooner looked for one by one."""

GRAM = 4
"""Letters by which a word is looked for among many."""

RUN = lazy(r"\w+", re.ASCII)
SIGNS = lazy(r"[!-~]+")
"""All of ASCII that shows; what holds another sign is looked for by itself."""


def places(wanted: Collection[str], text: str) -> dict[str, list[int]]:
    """Where each of these words begins in the text, also within a longer one; of a word that is not there, nothing."""
    short = wanted if len(wanted) <= FEW else [word for word in wanted if not _is_long(word)]
    found = {word: starts for word in short if (starts := _all(word, text))}
    if len(short) == len(wanted):
        return found
    looked_for: dict[str, list[tuple[str, int]]] = {}
    frequent = Counter(gram for word in wanted for gram in _grams(word))
    for word in wanted:
        if _is_long(word):  # told from the others by the letters that fewest of them have
            rare = min(_grams(word), key=frequent.__getitem__)
            looked_for.setdefault(rare, []).append((word, word.index(rare)))
    for run, starts in _runs(text).items():
        for at in range(len(run) - GRAM + 1):
            for word, before in looked_for.get(run[at : at + GRAM], ()):
                if at >= before and run.startswith(word, at - before):
                    found.setdefault(word, []).extend(start + at - before for start in starts)
    return {word: sorted(starts) for word, starts in found.items()}


def _runs(text: str) -> dict[str, list[int]]:
    """The stretches of signs that names are made of, each once, with where it begins: texts repeat their words."""
    found: dict[str, list[int]] = {}
    for run in SIGNS.finditer(text):
        found.setdefault(run[0], []).append(run.start())
    return found


def _is_long(word: str) -> bool:
    """Whether a word has letters enough to be known by, all of them in one stretch of a text."""
    return len(word) >= GRAM and SIGNS.fullmatch(word) is not None


def _grams(word: str) -> list[str]:
    return [word[at : at + GRAM] for at in range(len(word) - GRAM + 1)]


def _all(word: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + 1)
    return found


def rarer(wanted: Collection[str], source: str, target: str) -> set[str]:
    """Which of these words the target has less often than the source, on their own and within longer ones alike.

    A longer name, in which a capital follows the word, is another name.
    """
    if len(wanted) <= FEW:
        few = [word for word in wanted if _count(word, source) > _count(word, target)]
        return {word for word in few if words.count(word, source) > words.count(word, target)}
    ours, theirs = places(wanted, source), places(wanted, target)
    return {
        word
        for word, here in ours.items()
        if _apart(_ended(word, source, here), len(word))
        > _apart(_ended(word, target, there := theirs.get(word, [])), len(word))
        and _standing(word, source, here) > _standing(word, target, there)
    }


def _count(word: str, text: str) -> int:
    """How often the word stands in the text, also within a longer one that is no other name."""
    if word[-1].isupper():
        return text.count(word)
    found, length, at = 0, len(word), text.find(word)
    while at >= 0:
        found += not "A" <= text[at + length : at + length + 1] <= "Z"
        at = text.find(word, at + 1)
    return found


def _ended(word: str, text: str, starts: Sequence[int]) -> list[int]:
    """The places of a word behind which no capital makes another name of it."""
    if word[-1].isupper():
        return list(starts)
    ends = ((start, text[start + len(word) : start + len(word) + 1]) for start in starts)
    return [start for start, behind in ends if not (behind.isascii() and behind.isupper())]


def _standing(word: str, text: str, at: Sequence[int]) -> int:
    return sum(words.is_apart(word, text, start) for start in at)


def _apart(starts: Sequence[int], length: int) -> int:
    """How often a word of this length stands in these places without overlap, as `str.count` counts them."""
    found, end = 0, 0
    for at in starts:
        if at >= end:
            found, end = found + 1, at + length
    return found


def held(wanted: Collection[str], texts: Sequence[str]) -> list[list[str]]:
    """Which of these words each of the texts holds, in the order in which they are given; no word holds a line end."""
    order = {word: number for number, word in enumerate(wanted)}
    starts = list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))
    inside: list[set[str]] = [set() for _ in texts]
    for word, at_all in places(wanted, "\n".join(texts)).items():
        for start in at_all:
            inside[bisect_right(starts, start) - 1].add(word)
    return [sorted(found, key=order.__getitem__) for found in inside]


class Words:
    """A text of which it is often asked whether a word stands in it; read whole when it was asked a few times."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._asked = 0

    def has(self, word: str) -> bool:
        """Whether the word stands in the text, as `words.stands_in` says."""
        self._asked += 1
        runs = list(RUN.finditer(word)) if self._asked > FEW else []
        if not runs:
            return words.stands_in(word, self.text)
        rare = min(runs, key=lambda run: len(self._runs.get(run[0], ())))
        starts = (at - rare.start() for at in self._runs.get(rare[0], ()))
        return any(
            at >= 0 and self.text.startswith(word, at) and words.is_apart(word, self.text, at, endings=False)
            for at in starts
        )

    @cached_property
    def _runs(self) -> dict[str, list[int]]:
        """Where runs of letters and digits begin."""
        found: dict[str, list[int]] = {}
        for run in RUN.finditer(self.text):
            found.setdefault(run[0], []).append(run.start())
        return found
