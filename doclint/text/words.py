"""Which words name things in the product, by their shape alone, and where they stand in a text."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from doclint.text.lazypattern import lazy

TOKEN = re.compile(r"[A-Za-z_@#$][\w.@$#-]*", re.ASCII)
"""A table cell that is nothing but this is one word."""

NUMBER = lazy(r"-?\d+(\.\d+)?", re.ASCII)

MIXED = lazy(r"[a-z0-9][A-Z]|[A-Za-z]\d|_|@", re.ASCII)
"""What makes a single token a name: an inner capital, a digit behind a letter, an underscore."""

JOINED = lazy(r"[a-z0-9$]+(?:[-.][a-z0-9$]+)+", re.ASCII)
"""Lower-case words joined by hyphens or dots: `show-max`; also ordinary English, so the place must tell."""

ABBREVIATION = lazy(r"[A-Za-z](?:\.[A-Za-z])+")
"""Single letters with dots between them, as `e.g` and `s.t`, which name nothing."""

WORD_CHARS = string.ascii_letters + string.digits + "_"

LETTERS = lazy(r"[^\W\d_]+")

CHINESE = bytes(range(0x4E, 0xA0))
"""The numbers of the blocks that hold Chinese characters alone."""


def one_line(text: str) -> str:
    """A text, all its white space made single spaces."""
    return " ".join(text.split())


def letters_of(text: str) -> str:
    """The letters and digits of a text, without the signs and white space between them."""
    return "".join(filter(str.isalnum, text))


def is_token(text: str) -> bool:
    """Whether a text is one word of ASCII letters, digits and `_@.$#-`."""
    return TOKEN.fullmatch(text) is not None


def is_number(text: str) -> bool:
    """Whether a text is a bare decimal number."""
    return NUMBER.fullmatch(text) is not None


def is_name(word: str) -> bool:
    """Whether a single token has the shape of a name: `appleFailure`, `ipv6`, `show-max`, `@odata.type`."""
    return bool(TOKEN.fullmatch(word) and (MIXED.search(word.rstrip(".")) or is_joined(word)))


def is_joined(word: str) -> bool:
    """Whether the word is made of lower-case words with hyphens or dots between them."""
    return JOINED.fullmatch(word) is not None and ABBREVIATION.fullmatch(word) is None


def stands_in(word: str, text: str) -> bool:
    """Whether the word stands in the text, not as a part of a longer ASCII word: glued to kana it does."""
    return find(word, text) >= 0


def find(word: str, text: str, start: int = 0) -> int:
    """Where the word stands in the text on its own, from `start` on; -1 where it does not."""
    at = text.find(word, start)
    while at >= 0:
        if is_apart(word, text, at, endings=False):
            return at
        at = text.find(word, at + 1)
    return -1


def count(word: str, text: str, *, endings: bool = True) -> int:
    """How often the word stands in the text, on its own or with `endings`, the s of a genitive or plural."""
    found, at = 0, text.find(word)
    while at >= 0:
        found += is_apart(word, text, at, endings=endings)
        at = text.find(word, at + 1)
    return found


def is_apart(word: str, text: str, at: int, *, endings: bool = True) -> bool:
    """Whether the word that is at this place of the text is no part of a longer one, its `endings` aside."""
    if at and text[at - 1] in WORD_CHARS + "@":
        return False
    end = at + len(word)
    end += endings and text.startswith("s", end)
    return end >= len(text) or text[end] not in WORD_CHARS


def singular(word: str) -> str:
    """An English plural's singular, as names are built; the word itself where it is none."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def in_other_number(one: str, other: str) -> bool:
    """Whether one is the plural of the other."""
    return one != other and abs(len(one) - len(other)) < 3 and (singular(one) == other or singular(other) == one)


def foreign_words(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of letters of one script other than Latin, cut where kana meet kanji: (start, end, word)."""
    if text.isascii():
        return
    for first, end in runs(LETTERS, text):
        start = first
        for index in range(first + 1, end + 1):
            kind = script(text[start])
            if index == end or not (is_sign(text[index]) or script(text[index]) == kind):
                if kind != "LATIN":
                    yield start, index, text[start:index]
                start = index


def runs(letters: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where runs of letters stand, with the signs on them: to a pattern the vowels of many scripts are no letters."""
    start = end = -1
    for match in letters.finditer(text):
        if match.start() != end:
            if end > start:
                yield start, end
            start = match.start()
        end = match.end()
        while end < len(text) and not text[end].isascii() and is_sign(text[end]):
            end += 1
    if end > start:
        yield start, end


def blocks_in(text: str) -> Iterator[int]:
    """The numbers of the blocks of 256 characters that a text is written with, 0 that of Western Europe.

    The first of Chinese characters stands for all of them, and halves of UTF-16 for what lies beyond its 256 blocks.
    """
    left = text.encode("utf-16-be", "surrogatepass")[::2]
    while left:
        is_chinese = left[0] in CHINESE
        yield CHINESE[0] if is_chinese else left[0]
        left = left.translate(None, CHINESE if is_chinese else left[:1])


@lru_cache(4096)
def is_sign(char: str) -> bool:
    """Whether a character belongs to the letter before it: a vowel sign, an accent, a joiner."""
    return unicodedata.category(char) in ("Mn", "Mc", "Me") or char in "\u200c\u200d"


@lru_cache(4096)
def script(char: str) -> str:
    """The script of a letter, as Unicode's name of it begins; the long mark of kana counts as katakana."""
    return unicodedata.name(char, "").replace("-HIRAGANA", "").partition(" ")[0]
