"""Values without backticks, in a list of plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doclint.checks import Fix, Problem
from doclint.checks.difference import Difference
from doclint.checks.lists import item_beside, items
from doclint.checks.words import names_lost, part_changed
from doclint.page import Segment
from doclint.pair.alignment.align import Match
from doclint.text import Severity, Span
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy
from doclint.text.words import is_name, singular, stands_in

FEWEST_KEPT = 2
"""Lower-case words that the translation kept in a list without code, so that it is one of values and no prose."""

COLON = lazy(r".*[:：]\s*")
"""What stands before the first value."""

LONGEST_VALUE = 3
"""Words that a value may have become."""


def plain_values_changed(match: Match[Segment], words: Sequence[str], *, is_exact: bool) -> Iterator[Problem]:
    """Values without backticks, where names or words kept whole prove that they are values."""
    plain = match.target.plain
    lost = [word for word in words if not stands_in(word, plain) and not stands_in(singular(word), plain)]
    if not lost or len(lost) == len(words):
        return
    kept = sum(word.islower() for word in words if word not in lost)
    if not is_exact and kept < FEWEST_KEPT:
        lost = [word for word in lost if is_name(word)]  # brands and names stand in lists of plain words too
    spans = item_beside(words, plain)
    for word in lost:
        if word in spans:
            yield _plain_problem(match, word, words, spans[word], is_only=len(lost) == 1)
    rest = [word for word in lost if word not in spans and is_name(word)]
    yield from names_lost(match, rest, evidence="value of the English list")


def told_values_changed(match: Match[Segment], words: Sequence[str]) -> Iterator[Problem]:
    """Plain words that the English calls values, where as many items of the target stand in their place."""
    plain = match.target.plain
    parts = items(plain)[-len(words) :]
    if len(parts) < len(words):
        return
    colon = COLON.match(parts[0].of(plain))
    head = Span(parts[0].start + colon.end(), parts[0].end) if colon else Span(0, 0)
    parts = [head, *parts[1:]]
    texts = [part.of(plain).rstrip(".。।") for part in parts]
    if any(len(text.split()) > LONGEST_VALUE for text in texts):
        return
    for word, part, text in zip(words, parts, texts, strict=True):
        if text and not any(stands_in(other, text) for other in words):
            first = text.split()[0]
            text = first if first.casefold() == word.casefold() else text
            problem = part_changed(match, word, part.start, part.start + len(text), evidence="called a value")
            if problem.fix and (problem.damage is Damage.RECASED or not text.isalnum()):
                problem = problem._replace(fix=Fix(problem.fix.edits, is_safe=False))  # perhaps a slip of the English
            yield problem._replace(severity=Severity.WARNING)


def _plain_problem(match: Match[Segment], word: str, words: Sequence[str], at: Span, *, is_only: bool) -> Problem:
    found, span = at.of(match.target.plain), match.target.inline.place(*at)
    at_source = match.source.text.find(word)
    is_whole = is_only and span.of(match.target.page.text) == found and bool(found)
    is_whole = is_whole and not any(stands_in(other, found) for other in words)
    is_sure = match.is_sure
    return Difference(match, span, match.source.place(at_source, at_source + len(word))).problem(
        found,
        word,
        evidence="value of the English list",
        put=word if is_whole else None,
        is_safe=is_sure,
        severity=None if is_name(word) else Severity.WARNING,
        is_sure=is_sure,
    )
