"""How a word sounds, whatever script it is written in; coarse enough that `Апплефаилуре` and `appleFailure` agree.

anyascii gives the letters, and a few folds that hold for English in any script take away what transliterators
disagree on. There is no table of scripts and none of words: what a script writes down is asked of Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from doclint.text.lazypattern import lazy

LONGEST = 250
"""Longer texts have no sound: no identifier is half as long, and comparing costs the product of the lengths."""

WORD_PART = lazy(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
"""A word inside a name: `vpp`, `Token` and `IDs` in `vppTokenIDs`."""

OTHER = lazy(r"[^a-z0-9]+")
DOUBLED = lazy(r"([a-zC])\1+")

FOLDS: tuple[tuple[str, str | re.Pattern[str], str], ...] = (
    ("ch", lazy(r"shch|sch(?=[^aeiouy])"), "s"),
    ("ch", lazy(r"t?ch"), "C"),
    ("on", lazy(r"[tsc]ion|syeon|shon"), "sion"),
    ("h", "ph", "f"),
    ("h", "th", "t"),
    ("h", "sh", "s"),
    ("h", lazy(r"d?zh"), "j"),
    ("h", lazy(r"[kg]h"), "h"),
    ("c", "ck", "k"),
    ("q", "q", "k"),
    ("x", "x", "ks"),
    ("s", "ts", "s"),
    ("z", lazy(r"[td]?z"), "s"),
    ("c", lazy(r"c(?=[eiy])"), "s"),
    ("c", "c", "k"),
    ("g", lazy(r"g(?=[eiy])"), "j"),
    ("w", "w", "v"),
    ("b", "b", "v"),
    ("l", "l", "r"),
    ("h", "h", ""),
    ("o", "oo", "u"),
    ("o", "ou", "u"),
    ("e", "ee", "i"),
    ("y", "y", "i"),
)
"""One after the other: letters without which there is nothing to fold, what is folded, and into what.

`C` is the sound of `ch`; l and r, b and v are one sound in some script or other."""

CONSONANTS = str.maketrans("fv", "pp", "aeiou")
"""Hebrew, Arabic, Korean, Georgian and Thai lack one or the other of p, b, f, v; vowels go."""


SMALL_TSU = str.maketrans("", "", "っッ")
"""Doubles the consonant behind it; anyascii makes it a t."""

CASED = 0.5
"""The weight of vowels in scripts that write them all."""


class Sound(NamedTuple):
    """What is left of a word to compare."""

    full: str
    consonants: str


@lru_cache(10_000)
def is_latin(char: str) -> bool:
    """Whether this is a letter of the Latin script."""
    return char.isalpha() and (char.isascii() or unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH LATIN")))


@lru_cache(10_000)
def is_foreign(char: str) -> bool:
    """Whether this is a letter of another script than Latin."""
    return not char.isascii() and char.isalpha() and not is_latin(char)


@lru_cache(10_000)
def is_ideograph(char: str) -> bool:
    """Whether this letter stands for a meaning: what is written with it is translated, and has no sound to compare."""
    return not char.isascii() and "IDEOGRAPH" in unicodedata.name(char, "")


@lru_cache(10_000)
def weight_of_vowels(found: str) -> float:
    """How much the vowels of this text tell, from 0 to 1/2.

    Nothing where they are mostly not written (right-to-left scripts), little where the syllable forces them in
    (`デバイス` is de-ba-i-su) or signs carry them. Those letters have no case; the scripts of an alphabet do, but
    for Georgian, whose capitals Unicode knows all the same.
    """
    letters = [letter for char in found if (letter := _foreign_letter(char))]
    if not letters:
        return 0.5
    dropped = [letter.is_dropping for letter in letters].count(True)
    cased = [letter.is_cased for letter in letters].count(True)
    return (0.5 * cased + 0.2 * (len(letters) - cased - dropped)) / len(letters)


class _Letter(NamedTuple):
    """What a letter of another script than Latin tells of the vowels beside it."""

    is_cased: bool
    is_dropping: bool
    """Whether its script mostly leaves them out."""


@lru_cache(10_000)
def _foreign_letter(char: str) -> _Letter | None:
    if not is_foreign(char):
        return None
    return _Letter(char.lower() != char.upper(), unicodedata.bidirectional(char) in ("R", "AL"))


def romanized(text: str) -> str:
    """The text in ASCII letters, as anyascii spells them."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFKC", text)
    return "".join(map(_in_ascii, composed.translate(SMALL_TSU)))


@lru_cache(10_000)
def latin_letters(word: str) -> str:
    """The same in lower case, remembered, for a word that many names are held against."""
    return romanized(word).casefold()


@lru_cache(10_000)
def _in_ascii(char: str) -> str:
    """One character, which anyascii spells whatever stands beside it."""
    from anyascii import anyascii

    return anyascii(char)


@lru_cache(10_000)
def sounds(text: str) -> tuple[Sound, ...]:
    """The ways a text may sound: th is read t or s (`аусентикатион`), kh is k or h (Thai and Russian)."""
    plain = romanized(text).casefold()
    readings = [plain]
    if "th" in plain:
        readings.append(plain.replace("th", "s"))
    if "kh" in plain:
        readings.append(plain.replace("kh", "k"))
    return tuple(Sound(folded, consonants(folded)) for folded in map(fold, readings))


def fold(plain: str) -> str:
    """Spellings of one sound made one, of a text in lower case."""
    if not (plain.isascii() and plain.isalnum()):
        plain = OTHER.sub("", plain)
    for letters, form, replacement in FOLDS:
        if letters in plain:
            plain = plain.replace(form, replacement) if isinstance(form, str) else form.sub(replacement, plain)
    return DOUBLED.sub(r"\1", plain)


def consonants(folded: str) -> str:
    """Vowels taken out and lip sounds made one; neighbours that are now equal count once."""
    return DOUBLED.sub(r"\1", folded.translate(CONSONANTS))


def likeness(word: str, found: str) -> float:
    """How much `found`, romanized where its script is not Latin, sounds like `word`: from 0 to 1.

    An ideograph has no sound: 0. So has a text longer than LONGEST.
    """
    if max(len(word), len(found)) > LONGEST or any(map(is_ideograph, found)):
        return 0.0
    return likest(sounds(word), sounds(found), weight_of_vowels(found))


@cache
def similarity() -> Callable[..., float]:
    """How alike two texts are by what one must put in and take out, from 0 to 1; loaded when some page needs it.

    An import in the function that compares would cost a third of it.
    """
    from rapidfuzz.distance.Indel import normalized_similarity

    return normalized_similarity


def likest(ones: Iterable[Sound], others: tuple[Sound, ...], weight: float) -> float:
    """The best likeness among the readings of both; nothing audible is like nothing."""
    alike = similarity()
    pairs = [(one, other) for one in ones for other in others if one.full and other.full]
    scores = (
        weight * alike(one.full, other.full) + (1 - weight) * alike(one.consonants, other.consonants)
        for one, other in pairs
    )
    return max(scores, default=0.0)
