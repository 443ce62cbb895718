"""Step 7 of a run: what is left of a page's result by configuration, team, baseline and lines; the rest is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from doclint.engine import Finding
from doclint.engine.packed import Findings
from doclint.layouts import Target
from doclint.run.filter.overrides import Filter
from doclint.run.summary import PageResult

if TYPE_CHECKING:
    from doclint.run.filter.accept import Acceptance
    from doclint.run.filter.ratchet import Ratchet

R = TypeVar("R", bound=PageResult)

ACCEPTED = "accepted"
ELSEWHERE = "on lines that did not change"


class Filters(NamedTuple):
    """Filters, one for each context of a run."""

    filters: Sequence[Filter] = ()
    names: Sequence[str] = ()
    """What reports call the contexts; empty where there is only one."""
    lines: Mapping[str, Sequence[range]] | None = None
    """The lines (1-based) that findings must touch, by the path of the page; None: any."""
    acceptance: Acceptance | None = None
    """What the team accepted."""
    ratchet: Ratchet | None = None
    """The baseline."""
    is_whole: bool = False
    """Whether the run is about all pages and all rules."""

    def apply(self, target: Target, result: R) -> R:
        """The result with the findings that are left; the very same where nothing filters."""
        name = self.names[target.context] if self.names else ""
        chosen = self.filters[target.context] if self.filters else None
        idle = (chosen is None or chosen.is_idle) and self.lines is None and self.acceptance is None
        if self.ratchet is None and (idle or not result.findings.counts):
            return replace(result, scope=name) if name else result
        dropped = Counter(result.dropped)
        findings: Sequence[Finding] = result.findings if result.findings.counts else ()
        if chosen and findings:
            filtered = chosen.apply(findings)
            findings = filtered.kept
            dropped += filtered.dropped
        if self.acceptance and findings:
            kept = [one for one in findings if not self.acceptance.accepts(one)]
            dropped[ACCEPTED] += len(findings) - len(kept)
            findings = kept
        if self.ratchet:
            result, findings = self.ratchet.apply(target, replace(result, dropped=dropped), findings)
            dropped = Counter(result.dropped)
        if self.lines is not None:
            from doclint.sources.git.changes import touches

            lines = self.lines.get(result.path, ())
            kept = [one for one in findings if touches(lines, one.place.start.line, one.place.end.line)]
            dropped[ELSEWHERE] += len(findings) - len(kept)
            findings = kept
        done = replace(result, findings=Findings(findings), dropped=+dropped, scope=name)
        return replace(done, excused=self.ratchet.excused(findings)) if self.ratchet else done

    def rest(self, *, is_whole: bool) -> Iterator[PageResult]:
        """What is to be said when all pages are through; `is_whole` tells whether all went well."""
        if self.acceptance:
            from doclint.run.filter.unused import leftovers

            chosen = self.filters[0] if self.filters else None
            for result in leftovers(self.acceptance, is_whole=is_whole and self.is_whole):
                kept = chosen.apply(result.findings).kept if chosen else result.findings
                yield replace(result, findings=Findings(kept))
