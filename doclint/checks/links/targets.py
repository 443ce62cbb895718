"""The addresses of a segment that the English has and the translation lacks, and what stands for them."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.checks import Problem
from doclint.checks.addresses import address, is_slip
from doclint.checks.difference import Difference
from doclint.checks.links.arrivals import (
    has_own_names,
    is_localized,
    is_tagged,
    leads_astray,
    leads_somewhere,
    leads_to_heading,
)
from doclint.checks.links.exchanged import exchanged
from doclint.page import Segment
from doclint.page.dialects.kinds import Dialect
from doclint.page.inline.pieces import PieceKind
from doclint.pair.alignment.align import Match
from doclint.pair.beyond import beyond
from doclint.pair.links import Link, bracketed, ended_by_ascii, links_of, respaced, unread
from doclint.pair.whereabouts import Arrival, Whereabouts
from doclint.text import Severity
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy

WORD = lazy(r"[^\W_]+")
LONG = 6
"""Letters of a word that stands in a text for a reason."""
MOST_PAIRS = 12
"""Of an address that is missing and one that leads nowhere; where more are, somebody wrote the text anew."""
MOST = 30
"""Addresses of one segment that may be missing; where more are, it is another text."""


def targets_changed(
    match: Match[Segment],
    anchors: frozenset[str],
    site: Whereabouts | None,
    dialect: Dialect | None = None,
    *,
    is_exact: bool,
) -> Iterator[Problem]:
    """The addresses of the English that are missing, and those of the target that are their damaged forms.

    One that leads to a page of the translation, and to the section that it names, was localized.
    """
    ours = _outside(links_of(match.source), unread(match.source))
    broken = _text_only(match.target, ours)
    theirs = _outside(links_of(match.target), broken)
    if dialect is Dialect.HUGO:
        theirs = ended_by_ascii(theirs, ours)
    keys, others = ([address(link.address)[:4] for link in side] for side in (ours, theirs))
    gone = beyond(keys, others)
    if not gone or len(gone) > MOST:
        return
    missing = [link for link, key in zip(ours, keys, strict=True) if key in gone]
    added = beyond(others, keys)
    strange = [link for link, key in zip(theirs, others, strict=True) if key in added]
    spaced = [form for link in missing if (form := respaced(match.target, link.address))]
    spaced = _outside(spaced, [link for link in broken if link.words])  # whose brackets are mended with it
    for link in (*spaced, *_outside(strange, spaced), *broken):
        problem = exchanged(match, link, missing, anchors)
        arrival = site.arrival(problem.found) if site and problem and link.is_read else Arrival.UNKNOWN
        if problem is None or arrival is Arrival.WHOLE:
            continue
        is_astray = site is not None and leads_astray(problem, arrival, site)
        if is_tagged(problem) and not is_astray:
            continue
        if not is_exact and _is_mended(problem, match.source.plain):
            strange = _outside(strange, [link])
            continue
        if is_astray:
            problem = problem._replace(confidence=match.confidence)
        if not is_exact and has_own_names(problem) and not (is_astray and site and leads_somewhere(problem, site)):
            problem = problem._replace(severity=Severity.WARNING)
        if is_exact or not (is_localized(problem) or leads_to_heading(problem, match.target.page)):
            yield problem
        strange = _outside(strange, [link])
    yield from _astray(match, missing, strange, site)
    if not is_exact and len(missing) == len(strange) == 1:
        yield _led_elsewhere(match, missing[0], strange[0], site)
        return
    for link in strange:
        for one in missing:
            if is_slip(one.address, link.address):
                yield _slipped(match, one, link, site, is_exact=is_exact)


def _astray(
    match: Match[Segment], missing: list[Link], strange: list[Link], site: Whereabouts | None
) -> Iterator[Problem]:
    """Each address within the site that leads to no page of it, with each that it may stand for.

    Only a change that touched nothing else tells: a site may have pages that no file shows.
    """
    ours, theirs = ([link for link in side if not address(link.address).host] for side in (missing, strange))
    if site is None or not ours or len(ours) * len(theirs) > MOST_PAIRS:
        return
    for link in theirs:
        if link.is_read and address(link.address).path and site.arrival(link.address) is Arrival.UNKNOWN:
            for one in ours:
                problem = Difference(match, link.span, one.span).problem(
                    link.address, one.address, evidence="a link of the English"
                )
                yield problem.if_changed_alone()


def _text_only(segment: Segment, english: list[Link]) -> list[Link]:
    """What was a link in the English, or looks like one, and is read as text."""
    broken = unread(segment)
    for link in english:
        form = bracketed(segment, link.address) if link.kind in (PieceKind.LINK, PieceKind.IMAGE) else None
        broken += _outside([form], broken) if form else []
    return broken


def _led_elsewhere(match: Match[Segment], expected: Link, found: Link, site: Whereabouts | None) -> Problem:
    """The problem of an address that a translator chose, if the English has not changed."""
    if is_slip(expected.address, found.address):
        problem = _slipped(match, expected, found, site, is_exact=False)
        return problem._replace(is_hint=problem.is_told_if_right_before)
    problem = Difference(match, found.span, expected.span).problem(
        found.address, expected.address, evidence="a link of the English"
    )
    return problem._replace(is_hint=True)


def _slipped(
    match: Match[Segment], expected: Link, found: Link, site: Whereabouts | None, *, is_exact: bool
) -> Problem:
    """The problem of one sign of an address, that may be another page, unless it was right before or leads nowhere.

    Beside English that is known nobody had another page in mind, unless the address leads to one.
    """
    problem = Difference(match, found.span, expected.span).problem(
        found.address,
        expected.address,
        evidence="a link of the English",
        damage=Damage.MISSPELT,
        put=expected.address,
        severity=Severity.WARNING,
    )
    is_inside = site is not None and found.is_read and not address(found.address).host
    is_lost = site is not None and is_inside and site.arrival(found.address) is Arrival.UNKNOWN
    is_dead = site is not None and is_lost and leads_somewhere(problem, site)
    is_led = is_inside != is_lost or leads_to_heading(problem, match.target.page)
    return problem._replace(is_told_if_right_before=not (is_dead or (is_exact and not is_led)))


def _is_mended(problem: Problem, text: str) -> bool:
    """Whether the one word of an address that is another stands so in the English text, and the expected one does not:
    a slip of the English that a person mended."""
    ours, theirs = WORD.findall(problem.expected or ""), WORD.findall(problem.found)
    missing, strange = beyond(ours, theirs), beyond(theirs, ours)
    if problem.damage is not Damage.MISSPELT or len(missing) != 1 or len(strange) != 1 or len(strange[0]) < LONG:
        return False
    said = text.casefold()
    return strange[0].casefold() in said and missing[0].casefold() not in said


def _outside(found: list[Link], broken: list[Link]) -> list[Link]:
    """The addresses that stand in none of these; a URL in `[text] (https://...)` leads there, but is no link."""
    return [link for link in found if not any(link.span.overlaps(form.span) for form in broken)]
