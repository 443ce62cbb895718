"""Slips of the English that a translator mended, by what its own page, its code or other pages spell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from doclint.checks import Problem
from doclint.checks.code.spans import code_spans
from doclint.page import Code, Segment
from doclint.pair import Pair
from doclint.pair.words.slips import is_mended_by_code, is_slip_of
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy
from doclint.text.words import is_name, singular

SLIP = {Damage.MISSPELT, Damage.RECASED}

WORD = lazy(r"[A-Za-z_]\w+", re.ASCII)

ENCLOSING = "()[]{}\"'"
"""Signs that stand around a name, and that an author forgets."""

QUALIFIED = lazy(r"(?:[A-Za-z_][\w-]*[./=])+", re.ASCII)
"""What a name belongs to, before it."""

BRACKETS = ("()", "[]", "{}", "<>")

CLOSING = ")]}>"

OFTEN = 3
"""Times that the English says a word of which it has another spelling once: that is its slip."""


def is_mended(problem: Problem, pair: Pair) -> bool:
    """Whether the English code has the name that was found and never the expected one: a slip of its text."""
    found, expected = problem.found, problem.expected or ""
    if pair.source is None or isinstance(problem.source, Code) or not is_name(found) or not is_name(expected):
        return False
    if problem.damage not in SLIP | {Damage.TRUNCATED} or found not in pair.source.code_text:
        return False
    return is_mended_by_code(expected, found, pair.source)


def is_perhaps_mended(problem: Problem) -> bool:
    """Whether the translator may have mended a slip of the English: a letter, brackets or quotes that it lacks."""
    name, found = problem.expected or "", problem.found
    if problem.damage is Damage.MISSPELT:
        return is_name(name) and is_name(found)
    if problem.damage is Damage.GLUED:
        return found == f"{name}s"
    if problem.damage not in {Damage.WORDS_ADDED, Damage.PUNCTUATION_ADDED} or len(found.split()) != len(name.split()):
        return False
    more, less = Counter(found) - Counter(name), Counter(name) - Counter(found)
    return not less and all((char.isascii() and char.isalnum()) or char in ENCLOSING for char in more)


def is_said_fully(problem: Problem) -> bool:
    """Whether a span says more than the English, or less, and no machine did it.

    A name with what it belongs to (`depot.open`, `kind=north`), one thing of a kind (`action` of `actions`), quotes
    around it, or brackets that the English opens and does not close.
    """
    name, found = problem.expected or "", problem.found
    if not isinstance(problem.source, Segment) or not name or not found:
        return False
    owner = found.removesuffix(name)
    if owner != found and QUALIFIED.fullmatch(owner) and name[0].isalpha() and not name.startswith(owner):
        return True
    if found in (f'"{name}"', f"'{name}'"):
        return True
    if name.isalpha() and name.islower() and singular(name) == found != name:
        return True
    more = found.removeprefix(name)
    return found != more != "" and not set(more) - set(CLOSING) and not _are_closed(_span_of(problem, problem.source))


def _span_of(problem: Problem, segment: Segment) -> str:
    """The code span of the English that the expected words stand in; these where there is none."""
    place = problem.source_span
    spans = [code.text for code in code_spans(segment) if place is not None and code.whole.overlaps(place)]
    return spans[0] if spans else problem.expected or ""


def _are_closed(text: str) -> bool:
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in BRACKETS)


def is_put_right(problem: Problem, pair: Pair) -> bool:
    """Whether the expected word is a slip of a name that the English page's code has, and that the translation says."""
    found, expected = problem.found, problem.expected or ""
    if problem.damage not in SLIP or pair.source is None or not is_slip_of(expected, found):
        return False
    known = pair.source_vocabulary
    return known.is_proven(found) and not known.is_proven(expected)


def is_spelt_so(problem: Problem, pair: Pair, is_known: Callable[[str], bool]) -> bool:
    """Whether other English pages have the one word that differs as the translation spells it, and none as the page's
    English does, which says it once: a slip of it."""
    if problem.damage not in {*SLIP, Damage.GLUED} or pair.source is None:
        return False
    one, other = _differing(problem)
    return bool(one) and _said(pair.source.text)[one] == 1 and is_known(other) and not is_known(one)


def is_slip_of_english(problem: Problem, pair: Pair) -> bool:
    """Whether the one word that differs stands in the English once, and with its letters in order again and again."""
    one, other = _differing(problem)
    if pair.source is None or not one:
        return False
    if one.casefold() == other.casefold() or sorted(one.casefold()) != sorted(other.casefold()):
        return False  # a class may be called as a word is
    said = _said(pair.source.text)
    return said[one] == 1 and said[other] >= OFTEN


def _differing(problem: Problem) -> tuple[str, str]:
    """The one word of the English that differs, and what stands in its place; empty where several do, or none."""
    ours, theirs = WORD.findall(problem.expected or ""), WORD.findall(problem.found)
    if len(ours) != len(theirs):
        return "", ""
    differing = {(one, other) for one, other in zip(ours, theirs, strict=True) if one != other}
    return differing.pop() if len(differing) == 1 else ("", "")


@lru_cache(4)
def _said(text: str) -> Counter[str]:
    """How often a page says each word, which is asked for many of its problems."""
    return Counter(WORD.findall(text))
