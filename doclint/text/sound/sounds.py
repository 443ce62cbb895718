"""Which known name a word in foreign letters sounds like: for pages that have no English beside them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from doclint.text.sound.romanize import (
    CASED,
    LONGEST,
    WORD_PART,
    Sound,
    is_foreign,
    is_ideograph,
    likest,
    romanized,
    similarity,
    sounds,
    weight_of_vowels,
)

SHORTEST = 0.8
"""Of a name's letters a script that writes them all keeps at least so many: `Прокси` is not `appProxy`."""


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
        from rapidfuzz.process import extract

        heard = sounds(found)
        scores: dict[str, float] = {}
        for sound in heard:
            if len(sound.consonants) < self.FEWEST_CONSONANTS:
                continue
            for _, _, index in extract(sound.consonants, self.keys, scorer=similarity(), score_cutoff=0.75, limit=8):
                word, reading = self.known[index]
                scores[word] = max(scores.get(word, 0.0), likest((reading,), heard, weight))
        return [(score, word) for word, score in scores.items()]

    def bar(self, word: str, weight: float) -> float:
        """How alike is alike enough for this word; above 1 when no likeness is."""
        cased, several = weight > 0.4, len(WORD_PART.findall(word)) > 1
        if several:
            return self.LIKELY if cased and len(word) >= self.LONG_NAME else self.SURE
        return self.SURE if cased and len(word) >= self.LONG_WORD else 2.0
