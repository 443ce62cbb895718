"""How like a name some words are, as sounds or as letters."""

from __future__ import annotations

from functools import lru_cache

from doclint.text import words
from doclint.text.damage import likeness
from doclint.text.sound.romanize import is_foreign, latin_letters, similarity

LIKE_ENOUGH = 0.6
"""A word of the target at least this like the lost name is taken to be what became of it."""

SURELY_LIKE = 0.8
"""So like the name that putting it back cannot leave a part: `календаря` is not all that became of calendarView."""

SAME_LETTERS = 1.5
"""The likeness of words that differ only by case and spaces."""

OTHER_NUMBER = 1.2

LATIN_LIKE = 0.85
"""In plain letters a name is like many others, and so is a word of another language."""

NO_WORD_LIKE = 0.45
"""Below this a look at the letters tells that the sound will not do."""

SIGNS = "/$@#-_."


@lru_cache(20_000)
def score(name: str, text: str) -> float:
    """How like a name some words are: as sounds, or in plain letters as letters.

    Remembered, since several rules ask it of the same words, and a title comes back as a heading and in the text.
    """
    letters = "".join(text.split()).casefold().lstrip(SIGNS)
    wanted = _wanted(name)
    if letters == wanted:
        return SAME_LETTERS
    if words.in_other_number(name.casefold(), text.casefold()):
        return OTHER_NUMBER
    if text.startswith(name) and text[len(name)].isupper() and text.isalnum():
        return LATIN_LIKE  # the name with a word more, as another one has
    if not 0.3 < len(letters) / len(wanted) < 3.5:
        return 0.0
    alike = similarity()
    # a name that stands untouched in the text is itself, not what became of another one
    if letters.isascii() or not any(map(is_foreign, letters)):
        return float(alike(letters, wanted, score_cutoff=LATIN_LIKE))
    rough = "".join(map(latin_letters, text.split()))
    if alike(rough, wanted) < NO_WORD_LIKE:
        return 0.0
    return likeness(name, text)


@lru_cache(1000)
def _wanted(name: str) -> str:
    """The letters of a name, which is held against each word of a text."""
    return "".join(name.split()).casefold().lstrip(SIGNS)
