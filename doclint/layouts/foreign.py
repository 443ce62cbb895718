"""What a page's letters tell of its language: whether it is surely not English, or in no language at all."""

from __future__ import annotations

from doclint.text.lazypattern import lazy

READ = 20_000
"""Bytes at the head of a page."""
PART = 0.1
"""Of the letters; a French page has half as many that ASCII has not."""
FEWEST = 5
CROWDIN = "crwdns"
PSEUDO = lazy(CROWDIN + r"\d+:0")


def is_foreign(page: bytes) -> bool:
    """Whether many of a page's letters are none of English; French and German are not told."""
    letters = [letter for letter in page[:READ].decode("utf-8", "ignore") if letter.isalpha()]
    others = sum(not letter.isascii() for letter in letters)
    return others >= FEWEST and others >= len(letters) * PART


def is_pseudo(text: str) -> bool:
    """Whether a page is in Crowdin's pseudo-language, made for editing on the site itself."""
    return CROWDIN in text and PSEUDO.search(text) is not None
