"""Page text on a terminal: nothing in it may steer the terminal, and it takes up the columns we think."""

from __future__ import annotations

import unicodedata

from doclint.text.lazypattern import lazy

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

NO_COLUMN = frozenset({"Mn", "Me", "Mc", "Cf", "Cc", "Zl", "Zp"})
JOINED = lazy("[\u1160-\u11ff\ud7b0-\ud7ff\U0001f3fb-\U0001f3ff]")
"""Vowels and ends of Korean syllables, and colours of skin: shown within the letter before them."""


def shown(text: str) -> str:
    """The text with control characters made visible and tabs made spaces."""
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char == "\t":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    if char in BIDI_CONTROLS or unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp"):
        return "\N{REPLACEMENT CHARACTER}"
    return char


def width(text: str) -> int:
    """The columns a text takes up on a terminal: two for East Asian wide letters, none for combining marks."""
    return len(text) if _is_plain(text) else sum(map(_columns, text))


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _columns(char: str) -> int:
    if _is_plain(char):
        return 1
    if unicodedata.category(char) in NO_COLUMN or JOINED.match(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def isolated(text: str) -> str:
    """The text, set apart where it holds right-to-left letters, so that they do not turn what stands around them."""
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
    return text


def start_of(text: str, columns: int) -> str:
    """The longest beginning of a text that takes up at most so many columns."""
    return text[: _fitting(text, columns)]


def end_of(text: str, columns: int) -> str:
    """The longest end of a text that takes up at most so many columns."""
    count = _fitting(text[::-1], columns)
    return text[len(text) - count :]


def _fitting(text: str, columns: int) -> int:
    used = 0
    for count, char in enumerate(text):
        used += _columns(char)
        if used > columns:
            return count
    return len(text)
