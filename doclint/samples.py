"""What of a code span a translator may put into their language: sentences, labels, strings, placeholders, locales."""

from __future__ import annotations

import re

from doclint.lazypattern import lazy

LOCALE = lazy(r"(?<=/)[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}(?=/)", re.IGNORECASE)
PLACEHOLDER = lazy(r"\{[^{}`]*\}|<[^<>`]*>|\[[^\[\]`]*\]")
INSIDE = lazy(r"""(["'])(?:(?!\1)[^\\`])*\1|(?<=>)[^<>]*(?=<)|/\*[^*]*\*/|(?:^|(?<=\s))(?://|\#).*""")
"""Strings, text between tags, comments."""

QUOTED = lazy(r"""^["'«“„].*["'»”]$""")
LETTERS = lazy(r"[^\W\d_]+[.!?:…]*")


def is_words(text: str) -> bool:
    """Whether a text is made of letters only, as sentences, labels and many names are."""
    return text[:1].isalpha() and all(LETTERS.fullmatch(part) for part in re.split(r"[ '’-]+", text) if part)


def is_quoted(text: str) -> bool:
    """Whether a text stands between quotes."""
    return QUOTED.match(text) is not None


def is_button(text: str) -> bool:
    """Whether a text is one word with a capital, as a button says."""
    return text.isalpha() and text[0].isupper() and text[1:].islower()


def is_prose(text: str) -> bool:
    """Whether a code span is a sample, a label or a sentence rather than code."""
    words = text.split()
    if is_quoted(text) or not PLACEHOLDER.sub("", text).strip():
        return True
    if len(words) == 1:
        return is_button(text)
    return 2 * sum(is_words(word.strip("()")) for word in words) >= len(words)


def may_differ(expected: str, found: str) -> bool:
    """Whether a translator may have put one in the place of the other."""
    if is_prose(expected) and not is_button(expected):
        return True
    return any(form.sub("", expected) == form.sub("", found) for form in (PLACEHOLDER, LOCALE, INSIDE))
