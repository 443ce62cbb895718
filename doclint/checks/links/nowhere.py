"""The problem of a link that leads nowhere."""

from __future__ import annotations

from doclint.checks import Fix, Problem
from doclint.page import Segment
from doclint.pair.links import Link
from doclint.text import Confidence


def leads_nowhere(link: Link, segment: Segment, right: str | None, why: str, evidence: str) -> Problem:
    """The problem of a link, with the address that is right, where one is known, why this one is not, and by what."""
    hint = f'; did you mean "{right}"?' if right else ""
    is_plain = link.span.of(segment.page.text) == link.address
    return Problem(
        span=link.span,
        found=link.address,
        expected=right,
        message=f'"{link.address}" leads nowhere: {why}{hint}',
        fix=Fix.unsafe(link.span, right) if right and is_plain else None,
        confidence=Confidence.HIGH if right else Confidence.MEDIUM,
        evidence=evidence,
        target=segment,
    )


def english_leads(address: str) -> str:
    """The evidence that the English link beside one gives."""
    return f'the English link leads to "{address}"'
