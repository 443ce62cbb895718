"""Slips of the English that a translation mends: a name with the next word behind it, or with a wrong letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from doclint.page import Page
from doclint.pair.words.vocabulary import Vocabulary
from doclint.text import words
from doclint.text.lazypattern import lazy

SENTENCE = lazy(r"([a-z][a-z0-9]*[A-Z]\w*)\.[A-Z][a-z]+")
"""A name, a full stop and the word that begins the next sentence: `depotState.Required`."""

LONGEST_WORD = 4
"""Letters of a word that runs on behind a name: `depotStateof`, `depotStatethat`."""

SHORTEST_WORD = 2

SHORTEST = 5
"""Letters of a name of which another may be a slip; of shorter ones many are alike."""

INNER_CAPITAL = lazy(r"[a-z0-9][A-Z]")


def meant(name: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The names that a longer one is by mistake, with the next word behind them; none where code has the longer one."""
    found = SENTENCE.fullmatch(name)
    names = [found[1]] if found else []
    ends = [length for length in range(SHORTEST_WORD, LONGEST_WORD + 1) if name[-length:].isalpha()]
    names += [name[:-length] for length in ends if name[-length:].islower() and name[:-length] in vocabulary]
    yield from names if names and not vocabulary.is_proven(name) else ()


def is_slip_of(word: str, name: str) -> bool:
    """Whether a word is the name with two letters exchanged, one too many or missing, or without its capitals.

    Another letter in the place of one makes another name (`getItem` of `setItem`), and so does an s at the end.
    """
    if word.casefold() == name.casefold():
        return word.islower() and INNER_CAPITAL.search(name) is not None
    if min(len(word), len(name)) < SHORTEST or words.in_other_number(word, name):
        return False
    if not (word.isascii() and word.isalnum() and name.isalnum()) or any(map(str.isdigit, {*word} ^ {*name})):
        return False
    from rapidfuzz.distance.OSA import distance

    is_exchanged = sorted(word) == sorted(name)
    return (is_exchanged or len(word) != len(name)) and distance(word, name, score_cutoff=1) == 1


def is_mended_by_code(expected: str, found: str, source: Page | None) -> bool:
    """Whether code blocks of the English have the found spelling and never the expected one: a slip that was mended."""
    blocks = [block.text for block in source.codes] if source else []
    return _stands_in_one(found, blocks) and not _stands_in_one(expected, blocks)


def _stands_in_one(word: str, texts: Iterable[str]) -> bool:
    return any(words.stands_in(word, text) for text in texts)
