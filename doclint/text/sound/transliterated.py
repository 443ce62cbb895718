"""Whether a word stands in a text in letters of another script, by its sound."""

from __future__ import annotations

from functools import lru_cache

from doclint.text.sound.pieces import foreign_runs, windows
from doclint.text.sound.romanize import LONGEST, likest, sounds, weight_of_vowels


@lru_cache(10_000)
def transliterated(expected: str, found: str, *, beside_latin: bool = False) -> bool:
    """Whether some neighbouring words in a foreign script sound like the expected one.

    The bars are measured on Microsoft's pages, 0.8 for scripts with case, which have vowels, on 2,599 damaged words in
    Cyrillic: 87.1 % are alike, the others are translations, and only 10 lie between 0.75 and 0.85, nine of them cousins
    (`мобильный` of mobile). Of 8,000 words held against a wrong name of their page 0.9 % pass, nearly all of them names
    that share most of their words. 0.75 for scripts without case: 45 of 80 damaged words in katakana, and 2 % of the
    wrong ones; words put into ten other scripts by hand lie at 0.73 to 1.0. Without vowels 0.8, because little is left
    to compare: 0.2 % of 10,200 wrong names are as like a Hebrew, Arabic or Persian word, 16 of 17 right ones. Where
    Latin pieces of the word stand beside it (`ID группы` of group-id) the rest must sound like all of it, or it is a
    half.
    """
    if len(expected) > LONGEST:
        return False
    wanted = sounds(expected)
    for run in foreign_runs(found):
        for window in windows(run):
            if not len(expected) <= 4 * len(window) <= 12 * len(expected):
                continue
            weight = weight_of_vowels(window)
            bar = 0.95 if beside_latin else 0.75 if 0.1 < weight < 0.4 else 0.8
            if likest(wanted, sounds(window), weight) >= bar:
                return True
    return False
