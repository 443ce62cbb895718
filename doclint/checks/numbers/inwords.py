"""Small numbers as English says them in letters."""

from __future__ import annotations

import re

from doclint.text.lazypattern import lazy

WORDS = {
    number: lazy(rf"\b(?:{words})\b", re.IGNORECASE)
    for number, words in enumerate(
        """one|first|once two|second|twice|both three|third|thrice four|fourth five|fifth six|sixth seven|seventh
        eight|eighth nine|ninth ten|tenth eleven|eleventh twelve|twelfth""".split(),
        start=1,
    )
}


def is_said_in_words(number: str, english: str) -> bool:
    """Whether an English text says a number in letters: `eight`, `the second`."""
    return number.isdecimal() and int(number) in WORDS and WORDS[int(number)].search(english) is not None
