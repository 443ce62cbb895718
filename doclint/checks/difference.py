"""A place where the translation differs from the English beside it, and the problem that is made of it."""

from __future__ import annotations

from typing import NamedTuple

from doclint.checks.problem import Fix, Problem
from doclint.page import Code, Html, Segment
from doclint.page.model import Directive
from doclint.pair.alignment.align import Match
from doclint.text import Confidence, Severity, Span
from doclint.text.damage import Damage, judge


class Difference(NamedTuple):
    """Two parts side by side, and the places in them that differ."""

    match: Match[Segment] | Match[Code] | Match[Html] | Match[Directive]
    span: Span
    """In the target page's text; empty at the place where something is missing."""
    source_span: Span | None = None
    """The protected word's place in the source page's text."""

    def problem(
        self,
        found: str,
        expected: str | None = None,
        *,
        evidence: str,
        damage: Damage | None = None,
        message: str = "",
        put: str | None = None,
        is_safe: bool = False,
        severity: Severity | None = None,
        is_sure: bool = True,
        is_sample: bool = False,
        is_no_english: bool = False,
    ) -> Problem:
        """The problem; its fix writes `put` over the place, and without that there is none.

        Both words tell the damage where neither it nor a message is given. A problem is as sure as the match, or less:
        `is_sure` says that just this is the place.
        """
        if damage is None and expected is not None and not message:
            damage = judge(expected, found) if found else Damage.DROPPED
        confidence = self.match.confidence
        return Problem(
            self.span,
            found,
            expected,
            damage,
            message,
            fix=None if put is None else Fix.of(self.span, put, is_safe=is_safe),
            severity=severity,
            confidence=confidence if is_sure else min(confidence, Confidence.MEDIUM),
            evidence=evidence,
            source=self.match.source,
            source_span=self.source_span,
            target=self.match.target,
            is_sample=is_sample,
            is_no_english=is_no_english,
        )
