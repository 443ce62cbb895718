"""Code spans that hold a sentence, a label or a sample rather than code."""

from __future__ import annotations

import re

from doclint.checks.samples.command import FEW
from doclint.checks.samples.readers import PLACEHOLDER
from doclint.text.lazypattern import lazy

SIGN = lazy(r"\w ?: ?['\"\d]|\w\(|\)\.|[\[{=_/\\$@|<]|\w[.:]\w|::|--?\w|->")
"""What prose does not have."""

QUOTED = lazy(r"""^["'«“„][^"'»”]*["'»”]$""")

LETTERS = lazy(r"[^\W\d_]+[.!?:…]*")

UNSEEN = lazy(r"[\u200b-\u200f\u2060\ufeff]")
"""Signs without a form, which come with what was copied from elsewhere."""

EQUATION = lazy(r"\s[=×÷+]\s")

SENTENCE = 6
"""Words of a span that are a sentence where the first has a capital."""

PICTURE = lazy(r"[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f? ?")

QUESTION = lazy(r"\w\?(?:\s|\Z)")

CODE = lazy(r"[=;(){}<>]")

GIVEN_IN_WORDS = lazy(r"\w\(([a-z]+(?:[ -][a-z]+)*(?:, [a-z]+(?:[ -][a-z]+)*)*)\)")
"""What a function is given in words, as in `max(base stall, connect timeout)`."""


def is_words(text: str) -> bool:
    """Whether a text is made of letters only, as sentences, labels and many names are."""
    return text[:1].isalpha() and all(LETTERS.fullmatch(part) for part in re.split(r"[ '’-]+", text) if part)


def is_quoted(text: str) -> bool:
    """Whether a text stands between quotes."""
    return QUOTED.match(text) is not None


def is_button(text: str) -> bool:
    """Whether a text is one word with a capital, as a button says."""
    text = UNSEEN.sub("", text)
    return text.isalpha() and text[0].isupper() and text[1:].islower()


def is_prose(text: str) -> bool:
    """Whether a code span is a sample, a label or a sentence rather than code."""
    words = text.split()
    if not PLACEHOLDER.sub("", text).strip():
        return True
    if is_quoted(text):
        return len(words) > 1 or is_button(text.strip("\"'«“„»”"))
    if len(words) == 1:
        return is_button(text)
    if PICTURE.match(text):
        return is_words(PICTURE.sub("", text))
    if is_told_in_words(text):
        return True
    sides = EQUATION.split(text)
    if len(sides) > 1 and all(" " in side and is_words(side) for side in sides):
        return True  # a formula in words
    if SIGN.search(PLACEHOLDER.sub("", text)):
        return False
    return 2 * sum(is_words(word.strip("()")) for word in words) >= len(words)


def is_told_in_words(text: str) -> bool:
    """Whether a sentence or a question stands there, or a formula of what words say, whatever names are in it."""
    words = text.split()
    if text[0].isupper() and QUESTION.search(text) and not CODE.search(text):
        return 2 * sum(map(is_words, words)) >= len(words) > FEW
    if len(words) >= SENTENCE and text[0].isupper():
        return sum(map(is_words, words)) >= len(words) - 1
    given = [part for call in GIVEN_IN_WORDS.finditer(text) for part in call[1].split(", ")]
    return len(given) > 1 and sum(" " in part for part in given) > 1
