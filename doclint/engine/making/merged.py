"""One finding a fault, where several rules speak of the same word in the same place."""

from __future__ import annotations

from doclint.engine.finding import Finding
from doclint.text.words import stands_in

NEAR = 20
"""Findings before one, in the order of the page, that may be about the same place."""


def merged(findings: list[Finding]) -> list[Finding]:
    """One finding a fault: of rules that agree on place and expected word, the one that knows the English speaks."""
    findings = sorted(findings, key=lambda finding: (finding.place.span, -finding.confidence, finding.code))
    kept: list[Finding] = []
    ends: list[int] = []
    for finding in findings:
        start = finding.place.span.start
        near = range(len(kept) - 1, max(len(kept) - NEAR, 0) - 1, -1)
        twin = next((at for at in near if ends[at] > start and _same(kept[at], finding)), None)
        if twin is None:
            kept.append(finding)
            ends.append(_end(finding))
        else:
            kept[twin] = _both(kept[twin], finding)
            ends[twin] = _end(kept[twin])
    return kept


def _end(finding: Finding) -> int:
    """Where what may overlap the finding begins no more."""
    start, end = finding.place.span
    return max(end, start + 1)


def _both(one: Finding, other: Finding) -> Finding:
    """One finding of two: about the whole word where the other is about a part, whose fix would not be enough.

    What alone of the two breaks the build speaks in any case.
    """
    if _holds(other, one) or (not _holds(one, other) and _rank(other) < _rank(one)):
        one, other = other, one
    if other.breaks_build and not one.breaks_build:
        return other.confirmed_by(one)
    return one.confirmed_by(other._replace(fix=None) if _holds(one, other) else other)


def _same(one: Finding, other: Finding) -> bool:
    if not one.expected or not other.expected or not one.place.span.overlaps(other.place.span):
        return False
    return one.expected.casefold() == other.expected.casefold() or _holds(one, other) or _holds(other, one)


def _holds(one: Finding, other: Finding) -> bool:
    """Whether another rule's finding is about a part of this one's word, in a part of its place."""
    within = one.place.span.start <= other.place.span.start and other.place.span.end <= one.place.span.end
    if not within or one.rule == other.rule or not one.expected or not other.expected:
        return False
    return len(other.expected) < len(one.expected) and stands_in(other.expected, one.expected)


def _rank(finding: Finding) -> tuple[bool, int, int, int, str]:
    length = finding.place.span.end - finding.place.span.start
    return finding.source_line is None, -finding.confidence, finding.severity.rank, length, finding.code
