"""What happened to a word that had to stay as it is: the kinds of damage, and how one tells them apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

from doclint.text.lazypattern import lazy
from doclint.text.sound.pieces import pieces, windows
from doclint.text.sound.romanize import WORD_PART, likeness, weight_of_vowels
from doclint.text.sound.transliterated import transliterated

__all__ = ["Damage", "judge", "likeness"]

TOO_LONG = 1000
"""A longer text is no damaged word: it is only searched for the word."""

NUMBER = lazy(r"[+-]?[0-9]+(?:[.,][0-9]+)*")
TOKEN = lazy(r"[^\W_]+")


class Damage(StrEnum):
    """What happened to a protected word."""

    TRANSLITERATED = "transliterated"
    TRANSLATED = "translated"
    HALF_TRANSLATED = "half-translated"
    RECASED = "recased"
    SPACED = "spaced"
    WORDS_ADDED = "words-added"
    PUNCTUATION_ADDED = "punctuation-added"
    TRUNCATED = "truncated"
    MISSPELT = "misspelt"
    RENUMBERED = "renumbered"
    DROPPED = "dropped"
    GLUED = "glued"
    ANOTHER_MEMBER = "another-member"


CLOSE = {Damage.TRANSLITERATED, Damage.RECASED, Damage.SPACED, Damage.PUNCTUATION_ADDED, Damage.MISSPELT}
"""Damage that leaves a word which is plainly the damaged one."""

PLAIN_TOKEN = lazy(r"\{?[\w./:@#-]+\}?")
"""One word of code: no white space, no signs that part words."""


def resembles(expected: str, found: str) -> bool:
    """Whether one token is what became of another, as far as the two can tell; then it may be put back unasked."""
    return is_close(expected, found) or is_translated_token(expected, found)


def is_close(expected: str, found: str) -> bool:
    """Whether one token is plainly what became of another: by its letters, or its sound."""
    damage = judge(expected, found)
    return damage in CLOSE and (len(found.split()) == 1 or damage in (Damage.RECASED, Damage.SPACED))


def is_translated_token(expected: str, found: str) -> bool:
    """Whether one token stands in letters of another script where one in plain letters should."""
    tokens = PLAIN_TOKEN.fullmatch(expected) and PLAIN_TOKEN.fullmatch(found)
    return bool(tokens) and expected.isascii() and not found.isascii()


def shortened(text: str) -> str:
    """At most 80 code points on one line."""
    line = " ".join(text[:TOO_LONG].split())
    return line if len(line) <= 80 else f"{line[:79]}…"


def judge(expected: str, found: str, members: Collection[str] = ()) -> Damage:
    """What happened to `expected`, now that `found` stands in its place.

    `members` are the other words or values that are valid in that place. Raises ValueError when there is no damage.
    """
    if expected == found:
        raise ValueError(f"no damage: {shortened(expected)!r} stands as it must")
    if found in members:
        return Damage.ANOTHER_MEMBER
    if max(len(expected), len(found)) > TOO_LONG:
        contained = re.search(rf"(?<!\w){re.escape(expected)}(?!\w)", found) if expected else None
        return Damage.WORDS_ADDED if contained else Damage.TRANSLATED
    if (kept := judge_letters(expected, found)) is not None:
        return kept
    if NUMBER.fullmatch(expected):
        return judge_number(expected, found, members)
    return judge_word(expected, found, members)


@lru_cache(10_000)
def judge_letters(expected: str, found: str) -> Damage | None:
    """The damage where nothing is left or only case, width or white space differ; remembered, as that of a word."""
    return same_word(expected, found) if squeezed(found) else Damage.DROPPED


def same_word(expected: str, found: str) -> Damage | None:
    """The damage when only case, width or white space differ."""
    wanted, given = normal(expected), normal(found)
    if wanted == given:
        # A number has no case: these are the digits of another script, or in circles.
        return Damage.TRANSLITERATED if NUMBER.fullmatch(expected) else Damage.RECASED
    return Damage.SPACED if squeezed(wanted) == squeezed(given) else None


def judge_number(expected: str, found: str, members: Collection[str]) -> Damage:
    """The damage to a number, which has no sound and no parts: any other number is another number."""
    given = number_in(found)
    digits = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in given)
    if given == expected:
        return Damage.PUNCTUATION_ADDED
    if digits == expected:
        return Damage.TRANSLITERATED
    if re.fullmatch(rf"{re.escape(expected)}[^\W\d_]{{1,3}}", given):
        return Damage.GLUED  # the unit, which the English says behind it
    if given in members:
        return Damage.ANOTHER_MEMBER
    if digits.isascii() and NUMBER.fullmatch(digits):
        return Damage.RENUMBERED
    if re.search(r"\d", found):
        rest, count = re.subn(rf"(?<![\w.,:/+-]){re.escape(expected)}(?!\w|[.,:/+-]\w)", "", found)
        alone = count and not re.search(r"\d", rest)
        return Damage.WORDS_ADDED if alone else Damage.RENUMBERED
    return Damage.TRANSLATED if any(map(str.isalpha, found)) else Damage.RENUMBERED


def number_in(found: str) -> str:
    """What is left of a text between the punctuation around it; of that, a minus before a digit is part of a number."""
    plain = squeezed(unicodedata.normalize("NFKC", found))
    plain = "".join("-" if char == "−" or unicodedata.category(char) == "Pd" else char for char in plain)
    core = re.search(r"[+-]?\w(?:.*\w)?", plain, re.DOTALL)
    return core.group() if core else ""


def judge_word(expected: str, found: str, members: Collection[str]) -> Damage:
    """The damage to a word or name, from the kinds that are sure to those that are likely."""
    wanted, given = bare(expected), bare(found)
    if wanted and not given:
        return Damage.DROPPED
    if wanted == given:
        return changed_punctuation(expected, found)
    if given and given in (_kept_bare(members) if isinstance(members, frozenset) else _bare(members)):
        return Damage.ANOTHER_MEMBER
    return judge_alone(expected, found)


@lru_cache(8)
def _kept_bare(members: frozenset[str]) -> frozenset[str]:
    """Kept, since all cells of a column are held against the same words."""
    return _bare(members)


def _bare(members: Collection[str]) -> frozenset[str]:
    return frozenset(bare(member) for member in members if len(member) <= TOO_LONG)


@lru_cache(10_000)
def judge_alone(expected: str, found: str) -> Damage:
    """The damage to a word that became no other valid word; remembered, since the same word is damaged everywhere."""
    wanted, tokens = bare(expected), TOKEN.findall(normal(found))
    given = "".join(tokens)
    if stands_among(wanted, tokens):
        return Damage.WORDS_ADDED
    if len(wanted) > 2 and (any(wanted in token for token in tokens) or (len(wanted) > 5 and wanted in given)):
        return Damage.GLUED
    parts = [part.casefold() for part in WORD_PART.findall(expected)]
    if stands_among(given, parts) or (len(given) > 2 and wanted.startswith(given)):
        return Damage.TRUNCATED
    if misspelt(wanted, tokens, of_several=len(parts) > 1):
        return Damage.MISSPELT
    kept = kept_in_part(wanted, parts, found)
    if transliterated(expected, found, beside_latin=kept):
        return Damage.TRANSLITERATED
    return Damage.HALF_TRANSLATED if kept else Damage.TRANSLATED


def changed_punctuation(expected: str, found: str) -> Damage:
    """The damage when the letters agree: `"HttpOnly"` has more signs, `group id` has white space for one."""
    signs = len(squeezed(found)) - len(squeezed(expected))
    if signs >= 0:
        return Damage.PUNCTUATION_ADDED
    return Damage.SPACED if len(found.split()) > len(expected.split()) else Damage.MISSPELT


def stands_among(wanted: str, tokens: list[str]) -> bool:
    """Whether a word is one of these, or several neighbours put together."""
    joined = "".join(tokens)
    edges = {0, *accumulate(map(len, tokens))}
    return bool(wanted) and any(start + len(wanted) in edges and joined.startswith(wanted, start) for start in edges)


def misspelt(wanted: str, tokens: list[str], *, of_several: bool) -> bool:
    """Whether some neighbouring tokens are the word with a slip.

    A name of several words may be off by 15 % of its letters (`windowsinformationprotectionwipepepeaction`); a single
    word by one letter of five or more, since its translation is often a cousin (`Ressourcen` of resources). A mere
    piece of the word is no slip, and letters that have no case come from translation; a Cyrillic `с` in `сompleted`
    may not.
    """
    from rapidfuzz.distance.OSA import distance

    slips = max(1, len(wanted) * 15 // 100) if of_several else 1
    shortest = 4 if of_several else 5
    return len(wanted) >= shortest and any(
        distance(wanted, window, score_cutoff=slips) <= slips
        for window in windows(tokens)
        if abs(len(window) - len(wanted)) <= slips
        and not (window in wanted and len(window) + 2 < len(wanted))
        and weight_of_vowels(window) == 0.5
    )


def kept_in_part(wanted: str, parts: list[str], found: str) -> bool:
    """Whether Latin pieces of the word still stand: one of its parts, or a good third of it cut anywhere."""
    tokens = [text.casefold() for script, text in pieces(found) if script == "LATIN"]
    long_parts = [part for part in parts if len(part) > 2 and part != wanted]
    return any(
        (len(parts) > 1 and token in parts)
        or any(part in token for part in long_parts)
        or (len(token) > 2 and 3 * len(token) >= len(wanted) and token in wanted)
        for token in tokens
    )


def normal(text: str) -> str:
    """Without differences of case and width."""
    return unicodedata.normalize("NFKC", text).casefold()


def squeezed(text: str) -> str:
    """Without white space, and without characters that do not show."""
    if text.isascii():
        return "".join(text.split())
    return "".join(filter(_is_seen, text))


@lru_cache(10_000)
def _is_seen(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) != "Cf"


@lru_cache(10_000)
def bare(text: str) -> str:
    """Letters and digits only."""
    return "".join(TOKEN.findall(normal(text)))
