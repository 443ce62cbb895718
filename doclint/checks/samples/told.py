"""What code says in words that are put over: phrases behind a sign, ways through menus, values in a row."""

from __future__ import annotations

import re

from doclint.checks.samples.prose import is_words
from doclint.text.lazypattern import lazy

TUPLE = lazy(r"[\[(][^\W\d_]+(?:, ?[^\W\d_]+)+[\])]")
"""Words in a row that say what a program gives or takes in this order: `[west, south, east, north]`."""

PHRASE = lazy(r"(?<=[>.…=,(:|])\s?[a-z]+(?: (?:[a-z]+|\d+)){2,}(?=\s*(?:[,.)}\]|]|\Z))")
"""Words of a sentence behind a sign of code: `...the key of step 2`."""

PHRASE_THERE = r"\s?[^\W_](?:[\w ’'-]*\w)?"

ASKED = lazy(r"(@?[a-z][\w-]*) ([A-Z][\w'’]*(?: [\"'“(]*[^\W\d_][\w'’-]*[.,:;?!)\"'”]*){3,})(?: \[[^\]]+\])?[.?!…]*")
"""Who is asked, and a sentence of four words at least, which begins with a capital."""

WAY = lazy(r"\s(?:->|→|>|›|»)\s")
"""What leads from one menu to the next."""


def is_way(expected: str, found: str) -> bool:
    """Whether both lead through as many menus, one with a name of several words: no type is called so."""
    parts = WAY.split(expected)
    if len(parts) == 1 or len(parts) != len(WAY.split(found)):
        return False
    return any(" " in part for part in parts) and all(part[:1].isupper() and is_words(part) for part in parts)


def is_asked(expected: str, found: str) -> bool:
    """Whether both ask the same program or person in a sentence: `@depot Open the door to the north`."""
    asked = ASKED.fullmatch(expected)
    if asked is None or not found.startswith(f"{asked[1]} "):
        return False
    words = asked[2].split()
    return 2 * sum(map(str.islower, words)) > len(words)


def is_told(expected: str, found: str) -> bool:
    """Whether nothing differs but what the code says in words: `find(name) -> door or list of doors`."""
    pieces = PHRASE.split(expected)
    return len(pieces) > 1 and re.fullmatch(PHRASE_THERE.join(map(re.escape, pieces)), found) is not None


def is_tuple_put_over(expected: str, found: str) -> bool:
    """Whether both are as many words in brackets, the English ones plain."""
    both = TUPLE.fullmatch(expected) and TUPLE.fullmatch(found)
    return bool(both) and expected.islower() and expected.count(",") == found.count(",")
