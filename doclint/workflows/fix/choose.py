"""Which findings are put back together, and which of them first."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from doclint.engine import Finding
from doclint.engine.finding import FileFix
from doclint.text import Span
from doclint.workflows.fix.edits import meets


def chosen(findings: Iterable[Finding]) -> list[Finding]:
    """Those that can be put back together; of edits that meet, the more specific go first, the others wait.

    Several findings may have the very same fix: the cell that is put back whole for all that it lost.
    """
    taken: list[Span] = []
    fixes: set[FileFix] = set()
    kept: list[Finding] = []
    for finding in sorted(findings, key=_breadth):
        if finding.fix in fixes:
            kept.append(finding)
            continue
        spans = sorted(Span(edit.start, edit.end) for edit in (finding.fix.edits if finding.fix else ()))
        apart = all(one.end <= other.start and one != other for one, other in pairwise(spans))
        if apart and not any(meets(taken, span) for span in spans):
            taken = sorted((*taken, *spans))
            kept.append(finding)
            fixes |= {finding.fix} if finding.fix else set()
    return kept


def _breadth(finding: Finding) -> tuple[int, bool, int, str, Span]:
    """Fewer characters, then safe, then sure."""
    assert finding.fix
    length = sum(edit.end - edit.start for edit in finding.fix.edits)
    return length, not finding.fix.is_safe, -finding.confidence, finding.code, finding.place.span
