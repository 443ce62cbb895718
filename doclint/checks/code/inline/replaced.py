"""The problems of code spans that stand in the place of others."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.checks import Problem
from doclint.checks.code.http import is_method_translated, is_request, is_status_translated
from doclint.checks.code.inline.chosen import ALIKE, is_another, is_free, is_odd, is_recased
from doclint.checks.code.inline.forms import is_code_like, is_path
from doclint.checks.code.pairs import side_by_side
from doclint.checks.code.spans import CodeSpan, PageCode
from doclint.checks.difference import Difference
from doclint.checks.front.keys import SWITCH_VALUES
from doclint.checks.samples.prose import is_button, is_prose
from doclint.checks.samples.signs import is_braced_otherwise
from doclint.checks.samples.told import is_tuple_put_over
from doclint.page import Segment
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text import Severity, Span, Trust
from doclint.text.damage import Damage, judge, likeness, resembles
from doclint.text.lazypattern import lazy
from doclint.text.words import foreign_words, is_joined, is_name, stands_in

LITERALS = SWITCH_VALUES | {"null", "nil", "undefined"}
"""Words that languages of programs reserve for values."""

QUANTITY = lazy(r"[0-9]+(?:\.[0-9]+)?[A-Za-z]{1,3}")
"""A number with its unit."""

BRACKET = lazy(r"[(（\[<「『【)）\]>」』】]")


def replaced_too(
    lost: list[CodeSpan], moved: list[CodeSpan], strange: list[CodeSpan], *, is_as_many: bool
) -> list[CodeSpan]:
    """The spans that another place of the page explains, and that a strange one here stands for all the same.

    It is like that one, or the segment has as many spans as the English, and no other is lost.
    """
    alike = [code for code in moved if any(likeness(code.text, found.text) >= ALIKE for found in strange)]
    if alike or lost or not is_as_many or len(moved) != len(strange):
        return alike
    return moved


def exchanged(
    pair: Pair,
    match: Match[Segment],
    lost: list[CodeSpan],
    strange: list[CodeSpan],
    source: PageCode,
    target: PageCode,
) -> Iterator[Problem]:
    """The strange spans that stand in the place of lost ones."""
    for expected, found in side_by_side(lost, strange):
        if expected is None or is_free(pair, expected.text, found.text):
            continue
        is_only = len(lost) == len(strange) == 1
        is_told = len(lost) == len(strange) or likeness(expected.text, found.text) >= ALIKE
        problem = replaced(match, expected, found, is_only=is_only, is_told=is_told, pages=(source, target))
        if is_odd(problem, pair):
            continue
        if is_button(expected.text) and pair.trust < Trust.EMBEDDED:
            yield problem._replace(severity=Severity.WARNING)  # a label, for all that one page tells
        elif not target.renamed(expected.text, found.text, source):
            is_mild = is_another(pair, match, problem) or (not pair.is_exact and is_recased(match, expected, found))
            yield problem._replace(severity=Severity.WARNING) if is_mild else problem
        elif is_name(expected.text) and not is_path(expected.text):  # a sample name, for all that one page tells
            yield problem._replace(severity=Severity.WARNING, fix=None)


def _is_put_beside(name: str, found: str) -> bool:
    """Whether nothing but one word of another script stands beside the name, and no bracket explains it."""
    rest = found.replace(name, " ")
    is_alone = not BRACKET.search(rest) and not any(char.isascii() and char.isalnum() for char in rest)
    return is_alone and len(list(foreign_words(rest))) == 1


def _is_plain(name: str, found: str) -> bool:
    """Whether a word of the language was put in the place of another, which no language reserves."""
    return name.isalpha() and name.islower() and name not in LITERALS and not stands_in(name, found)


def _narrowed(expected: CodeSpan, found: CodeSpan, match: Match[Segment]) -> tuple[CodeSpan, CodeSpan]:
    """Of two spans of as many words the only ones that differ, as the verb of `GET /parcels`, without the sign behind a
    key."""
    ours, theirs = expected.text.split(" "), found.text.split(" ")
    differing = [index for index, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b]
    if not 1 < len(ours) == len(theirs) or len(differing) != 1:
        return expected, found
    (index,) = differing
    ends = 1 if ours[index][-1:] == theirs[index][-1:] == ":" else 0
    pair = []
    for code, words, page in ((expected, ours, match.source.page), (found, theirs, match.target.page)):
        start = code.span.start + sum(len(word) + 1 for word in words[:index])
        word = words[index][: len(words[index]) - ends]
        span = Span(start, start + len(word))
        if span.of(page.text) != word:
            return expected, found
        pair.append(CodeSpan(word, span, code.whole))
    return pair[0], pair[1]


def replaced(
    match: Match[Segment],
    expected: CodeSpan,
    found: CodeSpan,
    *,
    is_only: bool,
    is_told: bool = True,
    is_whole: bool = False,
    pages: tuple[PageCode, PageCode],
) -> Problem:
    """The problem of a span in the place of another; `is_whole` says that the expected one still stands in it."""
    is_call, is_phrase = is_request(expected.text), is_prose(expected.text)
    expected, found = _narrowed(expected, found, match)
    name = expected.text
    is_wire = (is_call and is_method_translated(name, found.text)) or is_status_translated(name, found.text)
    damage = judge(name, found.text)
    is_sample = is_joined(name) or "_" in name or is_path(name) or not is_code_like(name, pages[0])
    is_proven = pages[0].has_words(name) and pages[1].has_words(name)
    is_mild = (damage is Damage.SPACED and found.text.isascii()) or QUANTITY.fullmatch(name) is not None
    is_mild |= is_tuple_put_over(name, found.text)
    is_mild |= _is_plain(name, found.text) and not pages[1].has_words(name)  # the page's own code has no such word
    is_mild |= not _is_put_beside(name, found.text) if is_whole else is_sample and not is_proven
    is_mild = (is_mild or (is_phrase and found.text.isascii())) and not is_wire
    is_braced = is_braced_otherwise(name, found.text)
    is_mild = "/" not in name if is_braced else is_mild
    is_typography = damage is Damage.SPACED and not any(map(str.isalpha, name))
    is_sure = is_only and match.is_sure
    is_safe = is_sure and not (is_mild or is_whole) and resembles(name, found.text)
    raw = expected.span.of(match.source.page.text)
    return Difference(match, found.span, expected.span).problem(
        found.text,
        name,
        evidence="code in a code block and in the text" if is_proven else "code span of the English",
        damage=damage,
        put=raw if is_only else None,
        is_safe=is_safe,
        severity=Severity.NOTE if is_typography else Severity.WARNING if is_mild else None,
        is_sure=is_told,
        is_sample=not (is_wire or is_braced),
        is_no_english=is_wire,
    )
