"""Whether a page is surely not in English, by its letters; French and German are not told."""

from __future__ import annotations

READ = 20_000
"""Bytes at the head of a page."""
PART = 0.1
"""Of the letters; a French page has half as many that ASCII has not."""
FEWEST = 5


def is_foreign(page: bytes) -> bool:
    """Whether many of a page's letters are none of English."""
    letters = [letter for letter in page[:READ].decode("utf-8", "ignore") if letter.isalpha()]
    others = sum(not letter.isascii() for letter in letters)
    return others >= FEWEST and others >= len(letters) * PART
