"""Which findings may be put back, and which of them first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from doclint.edited import meets
from doclint.finding import Finding
from doclint.text import Span

UNSAFE = "unsafe, --unsafe puts it back"
HUMAN = "on a page that a person translated, --human puts it back"
UNKNOWN = "no fix is known"

OTHER_WITNESS = re.compile(r"\blink\b|\bits link\b|file name|\banchor\b|\bJSON key\b|the page's code|the tab ")
"""Evidence besides the word's own looks: a link's target, an anchor, the page's code."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What besides safe fixes is wanted."""

    unsafe: bool = False
    human: bool = False
    """Fixes without a second witness on pages that a person translated."""

    def hindrance(self, finding: Finding) -> str:
        """Why a finding is not to be put back; empty where it is."""
        if finding.fix is None or not finding.fix.edits:
            return UNKNOWN
        if not (finding.fix.is_safe or self.unsafe):
            return UNSAFE
        if not self.human and is_human(finding) and not has_second_witness(finding):
            return HUMAN
        return ""


def is_human(finding: Finding) -> bool:
    """Whether a person translated the page, as its metadata says."""
    return finding.meta.get("translation", "").casefold() == "ht"


def has_second_witness(finding: Finding) -> bool:
    """Whether more than one thing says what must stand there: another rule, a link's target, an anchor, code."""
    return bool(finding.also) or bool(OTHER_WITNESS.search(finding.evidence))


def chosen(findings: Iterable[Finding]) -> list[Finding]:
    """Those that can be put back together; of edits that meet, the more specific go first, the others wait."""
    taken: list[Span] = []
    kept: list[Finding] = []
    for finding in sorted(findings, key=_breadth):
        spans = sorted(Span(edit.start, edit.end) for edit in (finding.fix.edits if finding.fix else ()))
        apart = all(one.end <= other.start and one != other for one, other in pairwise(spans))
        if apart and not any(meets(taken, span) for span in spans):
            taken = sorted((*taken, *spans))
            kept.append(finding)
    return kept


def _breadth(finding: Finding) -> tuple[int, bool, int, str, Span]:
    """Fewer characters, then safe, then sure."""
    assert finding.fix
    length = sum(edit.end - edit.start for edit in finding.fix.edits)
    return length, not finding.fix.is_safe, -finding.confidence, finding.code, finding.place.span
