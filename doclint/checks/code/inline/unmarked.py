"""The problems of code spans that are gone, and of words that have lost their backticks."""

from __future__ import annotations

import re
import unicodedata

from doclint.checks import Problem
from doclint.checks.code.inline.forms import is_code_like
from doclint.checks.code.spans import CodeSpan, PageCode, code_spans
from doclint.checks.difference import Difference
from doclint.checks.samples.prose import is_quoted, is_words
from doclint.page import Kind, Segment
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text import Severity, Span, Trust
from doclint.text.words import is_name, stands_in


def is_unmarked(match: Match[Segment], code: CodeSpan, source: PageCode) -> bool:
    """Whether the word stands like any other: headings have a style of their own, quotes and emphasis mark it too.

    A number without its marks reads as before.
    """
    is_label = not is_code_like(code.text, source) and not code.text.islower()
    if match.target.kind is Kind.HEADING or is_quoted(code.text) or is_label or code.text.isdecimal():
        return False
    text, found = match.target.page.text, _place(match, code.text)
    if _in_code(match, found):
        return False  # a part of other code, as of `--name` or `name()`
    start, end = found
    around = text[max(start - 1, 0) : start], text[end : end + 1]
    if "`" in around or around == ("‘", "’"):
        return True  # one of its marks is left, or typography made others of them
    return not all(unicodedata.category(char)[0] in "PS" for char in around if char) or not all(around)


def is_bare(match: Match[Segment], word: str) -> bool:
    """Whether the word stands in the target, and without marks."""
    return stands_in(word, match.target.plain) and not _in_code(match, _place(match, word))


def _in_code(match: Match[Segment], span: Span) -> bool:
    return any(span.overlaps(code.whole) for code in code_spans(match.target))


def _place(match: Match[Segment], word: str) -> Span:
    """Where the word first stands in the target without marks, or else with them."""
    found = re.finditer(re.escape(word), match.target.plain)
    places = [match.target.inline.place(*one.span()) for one in found]
    return next((one for one in places if not _in_code(match, one)), places[0])


def dropped(pair: Pair, match: Match[Segment], code: CodeSpan, *, is_sure: bool) -> Problem:
    """The problem of a span that is gone; `is_sure` says that it is gone from just this segment."""
    is_word = is_words(code.text) and not is_name(code.text)  # many a language has a word for it
    severity = Severity.NOTE if is_word and pair.trust is not Trust.PROVEN else Severity.WARNING
    return Difference(match, match.target.span, code.span).problem(
        "", code.text, evidence="code span of the English", severity=severity, is_sure=is_sure
    )


def unmarked(match: Match[Segment], code: CodeSpan) -> Problem:
    """The problem of a word that stands without its backticks."""
    return Difference(match, _place(match, code.text), code.span).problem(
        code.text,
        code.text,
        evidence="code span of the English",
        message=f'"{code.text}" has lost its backticks',
        severity=Severity.WARNING,
    )


def demoted(match: Match[Segment], code: CodeSpan) -> Problem:
    """The problem of a word like any other, which is one only if a change took its marks away."""
    problem = unmarked(match, code)
    return problem._replace(is_told_if_right_before=True, severity=Severity.WARNING)
