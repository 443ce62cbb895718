"""The ids that a translation gives its headings, and the one that is unlike the others."""

from __future__ import annotations

from collections.abc import Container, Iterator

from doclint.checks import Problem
from doclint.checks.addresses import is_foreign
from doclint.checks.difference import Difference
from doclint.page import Html, Page, Segment
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.pair.alignment.features import slug as heading_slug
from doclint.text import Severity, Span, Trust
from doclint.text.lazypattern import lazy
from doclint.text.words import letters_of

HABIT = 3
"""Anchors made of the English headings that tell how a page makes them."""

NUMBERED = lazy(r"-\d+\Z")
"""What a generator puts behind an anchor that stands on the page twice."""

Anchor = tuple[str, int, int]
"""The anchor itself and its place in the part's text."""


def ids_added(pair: Pair, own: set[str]) -> Iterator[Problem]:
    """The anchors that the translation gave its headings, where one is not the English heading's."""
    pairs = [(match, slug) for match in pair.headings if (slug := match.target.slug) and slug not in own]
    strange = [match for match, slug in pairs if not _is_made_alike(slug, heading_slug(match.source))]
    kept = len(pairs) - len(strange)
    made = {_letters(heading_slug(one)) for one in pair.source.headings} if strange and pair.source else set()
    for match in strange:
        slug, expected = match.target.slug or "", heading_slug(match.source)
        # an anchor made of a link, as that of a tab, holds what no rule of ours builds
        if match.source.slug or "](" in match.source.text or is_foreign(expected) or not _letters(expected):
            continue
        is_spaced = any(map(str.isspace, slug)) and "-".join(slug.split()) == expected
        is_habit = kept >= HABIT and len(strange) == 1 and _letters(slug) not in made
        is_sure = is_spaced or (kept and 2 * kept >= len(pairs) and is_foreign(slug))
        start = match.target.text.rindex(slug)
        found = anchor_problem(pair.target, match, (slug, start, start + len(slug)), expected, match.source.span)
        is_told = is_sure or is_habit
        is_later = pair.trust is Trust.PAIRED and _is_of_other_numbers(slug, expected)
        found = found if is_sure else found._replace(severity=Severity.NOTE if is_later else Severity.WARNING)
        yield found if is_told else found._replace(is_told_if_right_before=True)  # some give their headings other ids


def odd_id(page: Page, own: Container[str]) -> Iterator[Problem]:
    """The only anchor of a page in another script, which no link of the page leads to; `own`: ids of the English."""
    if len(page.headings) <= HABIT:
        return
    named = [(heading, slug) for heading in page.headings if (slug := heading.slug)]
    strange = [(heading, slug) for heading, slug in named if is_foreign(slug)]
    if len(strange) != 1 or len(named) <= HABIT:
        return
    ((heading, slug),) = strange
    if slug not in own and f"(#{slug})" not in page.text:
        start = heading.text.rindex(slug)
        yield Problem(
            span=heading.place(start, start + len(slug)),
            found=slug,
            severity=Severity.WARNING,
            message=f'"{slug}" is the only id of the page in another script, and nothing leads to it',
            evidence="the other ids of the page",
            target=heading,
        )


def _is_made_alike(slug: str, expected: str) -> bool:
    """Whether two anchors are those that generators make of one heading."""
    return slug == expected or _letters(slug) == _letters(expected)


def _is_of_other_numbers(slug: str, expected: str) -> bool:
    """Whether an anchor has most words of a heading and other numbers, as that of an older heading with a date."""
    theirs, ours = set(slug.split("-")), set(expected.split("-"))
    is_other = any(word.isdecimal() for word in ours - theirs) and any(word.isdecimal() for word in theirs - ours)
    return is_other and len(ours & theirs) > len(ours - theirs)


def _letters(slug: str) -> str:
    """What is the same in the anchors that different generators make of one heading."""
    return letters_of(NUMBERED.sub("", slug).casefold())


def anchor_problem(page: Page, match: Match[Segment] | Match[Html], found: Anchor, expected: str, at: Span) -> Problem:
    """The problem of an anchor that stands in the place of an English one, whose place is `at`."""
    span = match.target.place(found[1], found[2])
    return Difference(match, span, at).problem(
        found[0],
        expected,
        evidence="an anchor of the English",
        put=expected if span.of(page.text) == found[0] else None,
        is_safe=match.is_sure,
    )
