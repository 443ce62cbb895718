"""What a token of a block is."""

from __future__ import annotations

from doclint.checks.code.sentences import line_before
from doclint.checks.code.tokens import PROSE as PROSE_LANGUAGES
from doclint.checks.code.tokens import Token as CodeToken
from doclint.page import Code
from doclint.pair.alignment.align import Match
from doclint.text.lazypattern import lazy
from doclint.text.words import foreign_words, letters_of

REMARKS = ("//", "# ")
"""What a comment begins with for those who write a console's output down."""
DECLARED = frozenset(("var", "let", "const"))
"""Words of JavaScript that declare a variable, of which newer code has newer ones."""
MODULE = lazy(r"(?:\bfrom|\bimport|\brequire\()\s*[\"'][^\"'\n]*\Z")
"""What stands before a sign in the name of a module."""


def is_same_words(expected: CodeToken, found: CodeToken) -> bool:
    """Whether nothing but signs differs."""
    return letters_of(expected.text) == letters_of(found.text)


def is_keyword(match: Match[Code], expected: CodeToken, word: CodeToken) -> bool:
    """Whether a word that is no name begins a line of code, and another in small letters stands there now."""
    if {expected.text, word.text} <= DECLARED:
        return False
    code, at = match.source.text, expected.start
    is_first = not line_before(code, at).strip() and match.source.language not in PROSE_LANGUAGES
    return (
        is_first
        and not expected.is_name
        and expected.text.isalpha()
        and expected.text.islower()
        and word.text.islower()
    )


def is_module(token: CodeToken, code: str) -> bool:
    """Whether a token stands in the name of a module, which is found by each of its signs.

    Elsewhere other signs are another version for the most part.
    """
    return MODULE.search(line_before(code, token.start)) is not None


def overlap(one: CodeToken, other: CodeToken) -> bool:
    """Whether two tokens of a block share a sign."""
    return one.start < other.start + len(other.text) and other.start < one.start + len(one.text)


def is_sign(text: str) -> bool:
    """Whether there is neither a letter nor a digit in it."""
    return not any(map(str.isalnum, text))


def is_foreign(word: str) -> bool:
    """Whether a word has letters of another script than Latin, in which hardly anybody writes code."""
    return next(foreign_words(word), None) is not None
