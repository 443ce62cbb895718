"""How often the expected and the found words of a problem stand in a text as it lies in a file."""

from __future__ import annotations

import html
import re
import string
from functools import lru_cache

from doclint.text.words import one_line

SIMPLE = re.compile(r"[A-Za-z0-9./:@+`-]+")
"""A word in which nobody writes an escape or an entity."""

SIGNS = frozenset(f"{string.ascii_letters}{string.digits}_")
"""Of which two neighbours belong to one word; in other scripts words stand without a space beside it."""

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


class Words:
    """The expected and the found words of one problem, counted in each text once."""

    def __init__(self, expected: str, found: str, *, is_code: bool = False, is_marked: bool = False) -> None:
        """`is_code`: the expected words are a code span in the English only; as plain words there, they are others.
        `is_marked`: so they are in the translation, which has them without their marks."""
        self.expected = expected
        self.found = found
        self.left = expected if is_marked else found
        """What stands in the translation in the place of the expected words."""
        self._in_english = f"`{expected}`" if is_code else expected
        self._in_translation = self._in_english if is_marked else expected
        self._counts: dict[tuple[str, str], int] = {}

    def in_english(self, text: str) -> tuple[int, int]:
        """How often the expected and the found words stand in an English text."""
        return self.expected_in_english(text), self.found_in(text)

    def expected_in_english(self, text: str) -> int:
        """How often the expected words do."""
        return self._times(self._in_english, text, self.found)

    def in_translation(self, text: str) -> tuple[int, int]:
        """How often the expected and the found words stand in a translated text."""
        return self._times(self._in_translation, text, self.found), self.found_in(text)

    def found_in(self, text: str) -> int:
        """How often the found words stand in a text of either language."""
        return self._times(self.found, text, self.expected)

    def _times(self, word: str, text: str, other: str) -> int:
        key = word, text
        if key not in self._counts:
            self._counts[key] = count(text, word, other)
        return self._counts[key]


@lru_cache(maxsize=500)
def readings(text: str) -> tuple[str, ...]:
    """A text as it stands in a file, white space folded, and with escapes and entities decoded where it has any."""
    text = one_line(text)
    read = ESCAPE.sub(r"\1", html.unescape(text)) if "\\" in text or "&" in text else text
    return (text,) if read == text else (text, read)


def count(text: str, word: str, other: str) -> int:
    """How often a word stands in a text, not as a part of a longer one, nor of the other word."""
    if not word:
        return 0
    if word not in text:
        if SIMPLE.fullmatch(word):
            return 0
        if "&" not in text and any(part.isalnum() and part not in text for part in word.split()):
            return 0  # neither white space nor an escape makes another word of it
    if "\\" not in text and "&" not in text and _is_unbroken(word) and (word not in other or _is_unbroken(other)):
        return _count(text, word, other)
    return max(_count(reading, word, other) for reading in readings(text))


def _is_unbroken(word: str) -> bool:
    """Whether nothing in a word may stand on two lines, so that a text need not be folded to find it."""
    return word.split() == [word]


def _count(text: str, word: str, other: str) -> int:
    if word not in text:
        return 0
    if word in other and word != other:
        text = text.replace(other, "\0")
    is_left, is_right = word[0] in SIGNS, word[-1] in SIGNS
    found, at = 0, text.find(word)
    while at >= 0:  # a pattern that looks behind takes ten times as long
        end = at + len(word)
        is_part = (is_left and text[at - 1 : at] in SIGNS) or (is_right and text[end : end + 1] in SIGNS)
        found += not is_part
        at = text.find(word, end)
    return found
