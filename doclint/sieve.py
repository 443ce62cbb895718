"""Step 7 of a run: what is left of a page's result by configuration and by lines, and what was taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from doclint.changes import touches
from doclint.discover import Target
from doclint.filters import Filter
from doclint.finding import Finding
from doclint.findings import Findings
from doclint.summary import PageResult

ELSEWHERE = "on lines that did not change"


@dataclass(frozen=True, slots=True)
class Sieve:
    """Filters, one for each context of a run."""

    filters: Sequence[Filter] = ()
    names: Sequence[str] = ()
    """What reports call the contexts; empty where there is only one."""
    lines: Mapping[str, Sequence[range]] | None = None
    """The lines (1-based) that findings must touch, by the path of the page; None: any."""

    def apply(self, target: Target, result: PageResult) -> PageResult:
        """The result with the findings that are left; the very same where nothing filters."""
        name = self.names[target.context] if self.names else ""
        chosen = self.filters[target.context] if self.filters else None
        idle = (chosen is None or chosen.is_idle) and self.lines is None
        if idle or not result.findings.counts:
            return replace(result, scope=name) if name else result
        dropped: Counter[str] = Counter()
        findings: Sequence[Finding] = result.findings
        if chosen:
            filtered = chosen.apply(findings)
            findings, dropped = filtered.kept, filtered.dropped
        if self.lines is not None:
            lines = self.lines.get(result.path, ())
            kept = [one for one in findings if touches(lines, one.place.start.line, one.place.end.line)]
            dropped[ELSEWHERE] += len(findings) - len(kept)
            findings = kept
        return replace(result, findings=Findings(findings), dropped=+dropped, scope=name)
