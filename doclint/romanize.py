"""How a word sounds, whatever script it is written in; coarse enough that `Апплефаилуре` and `appleFailure` agree.

anyascii gives the letters, and a few folds that hold for English in any script take away what transliterators
disagree on. There is no table of scripts and none of words: what a script writes down is asked of Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

LONGEST = 250
"""Longer texts have no sound: no identifier is half as long, and comparing costs the product of the lengths."""

WORD_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
"""A word inside a name: `vpp`, `Token` and `IDs` in `vppTokenIDs`."""

FOLDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[^a-z0-9]+", ""),
        (r"shch|sch(?=[^aeiouy])", "s"),
        (r"tch|ch", "C"),
        (r"[tsc]ion|syeon|shon", "sion"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"sh", "s"),
        (r"d?zh", "j"),
        (r"[kg]h", "h"),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"c(?=[eiy])|ts|tz|dz|z", "s"),
        (r"c", "k"),
        (r"g(?=[eiy])", "j"),
        (r"[wb]", "v"),
        (r"l", "r"),
        (r"h", ""),
        (r"oo|ou", "u"),
        (r"ee|y", "i"),
        (r"([a-zC])\1+", r"\1"),
    )
)
"""One after the other. `C` is the sound of `ch`; l and r, b and v are one sound in some script or other."""

LIPS = str.maketrans("fv", "pp")
"""Hebrew, Arabic, Korean, Georgian and Thai lack one or the other of p, b, f, v."""


CASED = 0.5
"""The weight of vowels in scripts that write them all."""

SHORTEST = 0.8
"""Of a name's letters a script that writes them all keeps at least so many: `Прокси` is not `appProxy`."""


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


def is_ideograph(char: str) -> bool:
    """Whether this letter stands for a meaning: what is written with it is translated, and has no sound to compare."""
    return not char.isascii() and "IDEOGRAPH" in unicodedata.name(char, "")


def weight_of_vowels(found: str) -> float:
    """How much the vowels of this text tell, from 0 to 1/2.

    Nothing where they are mostly not written (right-to-left scripts), little where the syllable forces them in
    (`デバイス` is de-ba-i-su) or signs carry them. Those letters have no case; the scripts of an alphabet do, but
    for Georgian, whose capitals Unicode knows all the same.
    """
    letters = [char for char in found if is_foreign(char)]
    if not letters:
        return 0.5
    dropped = sum(unicodedata.bidirectional(char) in ("R", "AL") for char in letters)
    cased = sum(char.lower() != char.upper() for char in letters)
    return (0.5 * cased + 0.2 * (len(letters) - cased - dropped)) / len(letters)


def romanized(text: str) -> str:
    """The text in ASCII letters, as anyascii spells them."""
    from anyascii import anyascii

    composed = unicodedata.normalize("NFKC", text)
    # The small tsu doubles the consonant behind it; anyascii makes it a t.
    return anyascii("".join(char for char in composed if "SMALL TU" not in unicodedata.name(char, "")))


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
    """Spellings of one sound made one."""
    for pattern, replacement in FOLDS:
        plain = pattern.sub(replacement, plain)
    return plain


def consonants(folded: str) -> str:
    """Vowels taken out and lip sounds made one; neighbours that are now equal count once."""
    bare = re.sub("[aeiou]", "", folded).translate(LIPS)
    return re.sub(r"([a-zC])\1+", r"\1", bare)


def likeness(word: str, found: str) -> float:
    """How much `found`, romanized where its script is not Latin, sounds like `word`: from 0 to 1.

    An ideograph has no sound: 0. So has a text longer than LONGEST.
    """
    if max(len(word), len(found)) > LONGEST or any(map(is_ideograph, found)):
        return 0.0
    return likest(sounds(word), sounds(found), weight_of_vowels(found))


def likest(ones: Iterable[Sound], others: tuple[Sound, ...], weight: float) -> float:
    """The best likeness among the readings of both; nothing audible is like nothing."""
    from rapidfuzz.distance.Indel import normalized_similarity as alike

    pairs = [(one, other) for one in ones for other in others if one.full and other.full]
    scores = (
        weight * alike(one.full, other.full) + (1 - weight) * alike(one.consonants, other.consonants)
        for one, other in pairs
    )
    return max(scores, default=0.0)


class Sounds:
    """Which of many known words does a word in a foreign script transliterate? For pages without their English.

    Measured on the prose of 1,588 Russian pages (175,494 words), each against the words of its own page: 2,700
    different matches, of which three were Russian words (`геокоординаты`, `индикатора`, `административной`; 5 places in
    all). 99 % of the names that stand there transliterated are recognized.

    A single word is matched by its loanword at up to 1.0 (`адрес`, `период`, `индекс`), so it must be long and nearly
    exact, and a short name nearly exact too (`клиенты` is clientId at 0.91). In a script without case every
    loanword is regular (`アプリケーション`): there single words never match, and what a name matches may be the plain
    word for the thing (`タイムゾーン`, timeZone).
    """

    LIKELY = 0.9
    SURE = 0.96
    LONG_WORD = 9
    LONG_NAME = 11
    FEWEST_CONSONANTS = 3

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(words))

    @cached_property
    def known(self) -> list[tuple[str, Sound]]:
        """Every reading of every word that is audible enough to be told from others."""
        readings = ((word, sound) for word in self.words if len(word) <= LONGEST for sound in sounds(word))
        return [(word, sound) for word, sound in readings if len(sound.consonants) >= self.FEWEST_CONSONANTS]

    @cached_property
    def keys(self) -> list[str]:
        """The consonants of `known`, to look through fast."""
        return [sound.consonants for _, sound in self.known]

    def match(self, found: str) -> tuple[str, float] | None:
        """The word that `found` sounds like, and how much; None when no word does, or two do about equally.

        The second-best must be half as far again as the best: an exact likeness wins over any other, a mere
        resemblance does not win over another one.
        """
        if len(found) > LONGEST or not any(map(is_foreign, found)) or any(map(is_ideograph, found)):
            return None
        weight = weight_of_vowels(found)
        (score, word), *others = *sorted(self.near(found, weight), reverse=True), (0.0, "")
        if weight == CASED and len(romanized(found)) < SHORTEST * len(word):
            return None
        if score < self.bar(word, weight) or (others[:-1] and 1 - others[0][0] <= 1.5 * (1 - score)):
            return None
        return word, score

    def near(self, found: str, weight: float) -> list[tuple[float, str]]:
        """The few words whose consonants resemble those of `found`, each with its likeness."""
        from rapidfuzz.distance.Indel import normalized_similarity as alike
        from rapidfuzz.process import extract

        heard = sounds(found)
        scores: dict[str, float] = {}
        for sound in heard:
            if len(sound.consonants) < self.FEWEST_CONSONANTS:
                continue
            for _, _, index in extract(sound.consonants, self.keys, scorer=alike, score_cutoff=0.75, limit=8):
                word, reading = self.known[index]
                scores[word] = max(scores.get(word, 0.0), likest((reading,), heard, weight))
        return [(score, word) for word, score in scores.items()]

    def bar(self, word: str, weight: float) -> float:
        """How alike is alike enough for this word; above 1 when no likeness is."""
        cased, several = weight > 0.4, len(WORD_PART.findall(word)) > 1
        if several:
            return self.LIKELY if cased and len(word) >= self.LONG_NAME else self.SURE
        return self.SURE if cased and len(word) >= self.LONG_WORD else 2.0
