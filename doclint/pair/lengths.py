"""Texts so long that to look for each name in them would never end."""

from __future__ import annotations

from collections.abc import Iterable

from doclint.page import Segment
from doclint.page.inline.read import LONGEST
from doclint.pair.alignment.align import Match


def shorter(match: Match[Segment]) -> Match[Segment] | None:
    """None for texts so long that to look for each name in them would never end; a run says how many there are."""
    return match if len(match.source.text) <= LONGEST >= len(match.target.text) else None


def short(matches: Iterable[Match[Segment]]) -> list[Match[Segment]]:
    """All but those texts."""
    matches = list(matches)
    if not matches or max(len(page.text) for page in (matches[0].source.page, matches[0].target.page)) <= LONGEST:
        return matches  # as on most pages
    return [it for it in matches if len(it.source.text) <= LONGEST >= len(it.target.text)]
