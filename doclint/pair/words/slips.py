"""Slips of the English that a translation mends: a space that is missing behind a name in running text."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.pair.words.vocabulary import Vocabulary
from doclint.text.lazypattern import lazy

SENTENCE = lazy(r"([a-z][a-z0-9]*[A-Z]\w*)\.[A-Z][a-z]+")
"""A name, a full stop and the word that begins the next sentence: `depotState.Required`."""

LONGEST_WORD = 4
"""Letters of a word that runs on behind a name: `depotStateof`, `depotStatethat`."""

SHORTEST_WORD = 2


def meant(name: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The names that a longer one is by mistake, with the next word behind them; none where code has the longer one."""
    found = SENTENCE.fullmatch(name)
    words = [found[1]] if found else []
    ends = [length for length in range(SHORTEST_WORD, LONGEST_WORD + 1) if name[-length:].isalpha()]
    words += [name[:-length] for length in ends if name[-length:].islower() and name[:-length] in vocabulary]
    yield from words if words and not vocabulary.is_proven(name) else ()
