"""Signs and numbers that people write in more ways than one, none of which is damage."""

from __future__ import annotations

from html import unescape

from doclint.checks import Problem
from doclint.checks.code.sentences import is_ruled
from doclint.checks.code.spans import code_spans
from doclint.engine.verdict.choices.ahead import VERSION
from doclint.page import Segment
from doclint.text.lazypattern import lazy

LEFT_OUT = lazy(r"\.{3,}|…")
"""Dots for what is left out, as many as somebody likes."""

HYPHEN = lazy("[\u2010-\u2015]")
"""Hyphens and dashes of printed text, which an author pasted; programs read the one of ASCII."""

HEX = lazy(r"0[xX][0-9A-Fa-f]+")
DECIMAL = lazy(r"\d*\.\d+")

SINCE = lazy(r"(\d+(?:\.\d+)+)\+|>= ?(\d+(?:\.\d+)+)")
"""A version and all later ones."""

RULE = "+-=|_ "
"""Signs that a line is drawn with."""

PROMPT = "$ "
"""What stands before a command that is given to a shell, and is no part of it."""


def is_written_otherwise(problem: Problem) -> bool:
    """Whether nothing differs but what people write as they like.

    How many dots stand for what is left out, which hyphen the English has, whether the prompt of a shell stands before
    a command, whether signs are entities, how a number is written (`0xff` is `0xFF`, `.5` is `0.5`), how it is said
    that a version may be later (`13.6+`), and how long the line below the head of a table is.
    """
    expected, found = problem.expected or "", problem.found
    if not expected or not found or expected == found:
        return False
    if found in (HYPHEN.sub("-", expected), expected.removeprefix(PROMPT)) or (
        found == unescape(expected) and _is_in_span(problem)
    ):
        return True
    if _is_same_number(expected, found):
        return True
    if (since := SINCE.fullmatch(expected)) and VERSION.findall(found) == [since[1] or since[2]]:
        return found != (since[1] or since[2])  # the version alone is another claim
    is_rule = all(is_ruled(text) and not set(text) - set(RULE) for text in (expected, found))
    return is_rule or LEFT_OUT.sub("…", expected) == LEFT_OUT.sub("…", found)


def _is_in_span(problem: Problem) -> bool:
    """Whether the expected words are code within a text, where no entity is read."""
    place, source = problem.source_span, problem.source
    if place is None or not isinstance(source, Segment):
        return False
    return any(code.whole.overlaps(place) for code in code_spans(source))


def _is_same_number(expected: str, found: str) -> bool:
    if HEX.fullmatch(expected) and HEX.fullmatch(found):
        return expected.casefold() == found.casefold()
    is_decimal = DECIMAL.fullmatch(expected) and DECIMAL.fullmatch(found)
    return bool(is_decimal) and expected.strip("0") == found.strip("0")
