"""The kind of damage as people read it: more exact than what verdicts weigh, which is how close two words are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from doclint.page import Segment
from doclint.text import words
from doclint.text.damage import Damage, normal, squeezed
from doclint.text.lazypattern import lazy
from doclint.text.sound.romanize import WORD_PART, similarity

CLOSE = (Damage.MISSPELT, Damage.GLUED, Damage.TRUNCATED)
"""What a word is called that shares nearly all letters with the expected one."""

DIGITS = lazy(r"\d+")
EDGES = lazy(r"\A[\W_]+|[\W_]+\Z")

LETTERS = lazy(r"[^\W\d_]+")
SPACES = 2
"""Spaces of a text that is more than a name."""

LATIN = 0x250
"""The first letter beyond those of languages that are written as English is."""

MOSTLY = 0.9
"""The share of its letters by which a page is written in an alphabet."""

SHORTEST = 4
"""Letters of a word that tells its language."""

ANOTHER = 0.6
"""Parts of two names that are less alike are other words."""


def kind(expected: str, found: str, damage: Damage) -> Damage:
    """What happened to a word: `damage`, where that says only how close the two are, told more exactly."""
    if damage is Damage.HALF_TRANSLATED:
        return Damage.ANOTHER_MEMBER if _is_another_name(expected, found) else damage
    if damage not in CLOSE:
        return damage
    ours, theirs = normal(expected), normal(found)
    if DIGITS.sub("#", ours) == DIGITS.sub("#", theirs):
        return Damage.RENUMBERED
    if EDGES.sub("", squeezed(ours)) == EDGES.sub("", squeezed(theirs)):
        return Damage.PUNCTUATION_ADDED
    if damage is Damage.MISSPELT and any(words.in_other_number(ours, word) for word in theirs.split()[1:]):
        return Damage.WORDS_ADDED
    if damage is Damage.MISSPELT and _is_another_name(expected, found):
        return Damage.ANOTHER_MEMBER
    return Damage.TRANSLATED if _is_cousin(expected, found) else damage


def is_of_text(expected: str, found: str, texts: Iterable[Segment]) -> bool:
    """Whether other texts of the page say each word that differs: then it is one of its language, and no slip."""
    new = [word for word in LETTERS.findall(found) if word not in expected]
    if not new or any(len(word) < SHORTEST or not (word.islower() or word.istitle()) for word in new):
        return False
    others = [text.text for text in texts if text.text.count(" ") >= SPACES]
    if new[0].isascii() and not _is_latin("".join(others)):
        return False
    forms = [re.compile(rf"(?<![\w`./-]){word}(?![\w`/(-])", re.IGNORECASE) for word in new]
    return all(any(map(form.search, others)) for form in forms)


def _is_latin(text: str) -> bool:
    """Whether a page is written in letters as English is, or in those of Western Europe."""
    letters = list(filter(str.isalpha, text))
    return sum(ord(char) < LATIN for char in letters) > MOSTLY * len(letters)


def _is_another_name(expected: str, found: str) -> bool:
    """Whether both are names, spelt alike, and differ by whole words: `iosTruck` for `androidTruck`."""
    if not (found.isascii() and words.is_name(expected) and words.is_name(found)):
        return False
    if found[0].isupper() != expected[0].isupper():
        return False  # the capital of a translation: `MaxErgebnis` of maxScore
    ours, theirs = ([part.casefold() for part in WORD_PART.findall(name)] for name in (expected, found))
    gone, new = ("".join(part for part in one if part not in other) for one, other in ((ours, theirs), (theirs, ours)))
    return bool(gone and new) and similarity()(gone, new) < ANOTHER


def _is_cousin(expected: str, found: str) -> bool:
    """Whether a plain word became the word that another language has for it: `Konfiguration` of configuration.

    A slip of the keyboard gives it neither a capital nor an ending, and no letter that English lacks.
    """
    if not (expected.isalpha() and expected.islower() and found.isalpha()):
        return False
    is_capital = found[:1].isupper() and found[1:].islower()
    is_ending = found.islower() and (found.startswith(expected) or expected.startswith(found))
    return is_capital or is_ending or not found.isascii()
