"""Words of the English in comments that are others on the English page, if they were right before.

A comment that is behind differs from the page as well, so that a difference alone tells nothing, but for a word in
another script that is all that differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Match
from typing import NamedTuple

from doclint.checks.problem import Problem
from doclint.page import Code, Segment
from doclint.pair import Pair
from doclint.pair.alignment.opcodes import unequal
from doclint.text import Confidence, Severity, Span
from doclint.text.damage import Damage, judge
from doclint.text.lazypattern import lazy
from doclint.text.spans import enclosed
from doclint.text.words import foreign_words, one_line

OPENING, CLOSING = "<!--", "-->"

TOKEN = lazy(r"\w+|[^\w\s]")

LIKE = 60
"""Of 100: so much a part of a comment and one of the English page have in common where they are one."""

MOST_CHANGES = 4
"""Places in which a part differs; where more do, it is one of another version."""


class Kept(NamedTuple):
    """A paragraph, row or example of the English in a comment, and where it begins on the page."""

    text: str
    start: int


def kept_changed(pair: Pair) -> Iterator[Problem]:
    """Each word of the English in comments that the English page has another one for, and what is gone."""
    if pair.source is None or OPENING not in pair.target.text:
        return
    said = one_line(pair.source.text)
    strange = [one for one in _comments(pair.target.text) if one_line(one.text) not in said]
    if not strange:
        return
    parts: list[Segment | Code] = [*pair.source.segments(), *pair.source.codes]
    english = {one_line(one.text): one for one in parts}
    for comment in strange:
        for part in _parts(comment):
            source = None if one_line(part.text) in said else _likest(one_line(part.text), english)
            if source:
                yield from _differences(part, source, pair.source.text)


def _comments(text: str) -> Iterator[Kept]:
    """What stands between the signs of each comment."""
    for span in enclosed(text, OPENING, CLOSING):
        start, end = span.start + len(OPENING), span.end - len(CLOSING)
        if start < end:
            yield Kept(text[start:end], start)


def _parts(comment: Kept) -> Iterator[Kept]:
    """What a comment holds, block by block."""
    from doclint.page.markdown import parse

    page = parse(comment.text, "comment.md")
    for one in (*page.segments(), *page.codes):
        yield Kept(one.text, comment.start + one.span.start)


def _likest(text: str, english: dict[str, Segment | Code]) -> Segment | Code | None:
    """The part of the English page that a part of a comment is, or was in another version."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    found = extractOne(text, english.keys(), scorer=ratio, score_cutoff=LIKE)
    return english[found[0]] if found else None


def _differences(part: Kept, source: Segment | Code, page: str) -> Iterator[Problem]:
    ours, theirs = [*TOKEN.finditer(source.text)], [*TOKEN.finditer(part.text)]
    changes = unequal([one[0] for one in ours], [one[0] for one in theirs])
    for _, a, b, c, d in changes if len(changes) <= MOST_CHANGES else ():
        here = _reach(theirs, c, d, part.start)
        there = _reach(ours, a, b, source.span.start)
        expected, found = there.of(page), part.text[here.start - part.start : here.end - part.start]
        is_foreign = next(foreign_words(found), None) is not None
        if not (any(map(str.isalnum, expected)) or (expected and not found.isascii())):
            continue  # what came in stands for nothing, and signs are the writer's
        problem = Problem(
            here,
            found,
            expected,
            judge(expected, found) if found else Damage.DROPPED,
            severity=Severity.WARNING,
            confidence=Confidence.LOW,
            evidence="the English that is kept in a comment",
            source=source,
            source_span=there,
        )
        if is_foreign and len(changes) == 1:  # nobody writes so in what is else this English
            yield problem._replace(confidence=Confidence.MEDIUM)
        else:
            yield problem._replace(is_told_if_right_before=True)


def _reach(tokens: Sequence[Match[str]], start: int, end: int, at: int) -> Span:
    """The place of some tokens in a text that begins there; empty, behind the last before, where they are none."""
    if start < end:
        return Span(at + tokens[start].start(), at + tokens[end - 1].end())
    place = at + (tokens[start - 1].end() if start else 0)
    return Span(place, place)
