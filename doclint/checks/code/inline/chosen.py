"""Code spans that people write otherwise than the English on purpose."""

from __future__ import annotations

from collections import Counter

from doclint.checks import Problem
from doclint.checks.code.http import is_status_translated
from doclint.checks.code.spans import CodeSpan, code_spans
from doclint.checks.samples.differ import may_differ
from doclint.checks.samples.signs import is_braced_otherwise
from doclint.page import Segment
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.pair.words.slips import is_mended_by_code
from doclint.text.damage import likeness
from doclint.text.lazypattern import lazy
from doclint.text.words import foreign_words, is_name, letters_of, singular

GLOSS = lazy(r"\s*[(（][^()（）]*[^\x00-\x7f][^()（）]*[)）]")

CODE_SIGN = lazy(r"[^\w\s'\"-]|[0-9]")
"""What no word has that stands for another in a language."""

SENTENCE_ENDS = ".!?"

ALIKE = 0.6
"""How like each other two spans must be where several changed."""

FEWEST_RECASED = 3
"""Spans of a sentence that got other capitals because somebody decided so."""


def is_free(pair: Pair, expected: str, found: str) -> bool:
    """Whether people write the one for the other, and no machine has damaged anything."""
    if is_status_translated(expected, found) or is_braced_otherwise(expected, found):
        return False
    if (
        may_differ(expected, found)
        or is_mended_by_code(expected, found, pair.source)
        or is_put_otherwise(pair, expected, found)
    ):
        return True
    # a kind of thing, in the singular: not every language has the English plural
    return is_name(expected) and singular(expected) == found and expected[0].isupper()


def is_put_otherwise(pair: Pair, expected: str, found: str) -> bool:
    """Whether both are one function, with what it is given or without, or the English has a sign before another that
    Markdown does not need; not so beside English that is known."""
    if pair.is_exact:
        return False
    name = found.partition("(")[0] if found.isascii() and found.endswith(")") else found
    is_call = name.isidentifier() and expected.removesuffix("()") == name
    return is_call or expected.replace("\\\\", "\\") == found


def is_gloss(name: str, found: str) -> bool:
    """Whether the name stands first, and what it means behind it in brackets."""
    return GLOSS.fullmatch(found.removeprefix(name)) is not None


def is_another(pair: Pair, match: Match[Segment], problem: Problem) -> bool:
    """Whether one name stands for another, for whatever reason, and nobody translated it.

    Letters of another script stand around it, or it has signs that only code has, and that the English name has not.
    """
    expected, found = problem.expected or "", problem.found
    if pair.is_exact or not found.isascii() or likeness(expected, found) >= ALIKE:
        return False
    is_other_code = bool(Counter(CODE_SIGN.findall(found)) - Counter(CODE_SIGN.findall(expected)))
    return is_other_code or next(foreign_words(match.target.plain), None) is not None


def is_recased(match: Match[Segment], expected: CodeSpan, found: CodeSpan) -> bool:
    """Whether a person decided on other capitals: of all spans, or of the one that begins a sentence."""
    if found.text == expected.text[:1].upper() + expected.text[1:] and expected.text.isalpha():
        before = match.target.page.text[match.target.span.start : found.whole.start].rstrip()
        if not before or before[-1] in SENTENCE_ENDS:
            return True
    return _are_recased(match)


def _are_recased(match: Match[Segment]) -> bool:
    """Whether all spans with capitals, and several, got others, and none was changed otherwise: a person decided so."""
    ours, theirs = ({code.text for code in code_spans(side)} for side in (match.source, match.target))
    lost, folded = ours - theirs, {text.casefold() for text in theirs}
    is_every = all(text in lost or text.islower() or not any(map(str.isalpha, text)) for text in ours)
    return is_every and len(lost) >= FEWEST_RECASED and all(text.casefold() in folded for text in lost)


def is_odd(problem: Problem, pair: Pair) -> bool:
    """Whether the English is the odd one: it writes the word once with these signs, else as the translation."""
    expected, found = problem.expected or "", problem.found
    if pair.source is None or pair.is_exact or letters_of(expected) != letters_of(found):
        return False
    words = pair.source.text.replace("`", " ").split()
    return words.count(expected) == 1 < words.count(found)
