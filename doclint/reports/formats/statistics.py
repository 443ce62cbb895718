"""Counts by rule and severity, and nothing of the findings themselves."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from doclint.reports.cells import shown
from doclint.reports.formats.terminal import BEHIND, next_step, ratchet
from doclint.run import PageResult, Summary
from doclint.text import Severity
from doclint.text.plural import counted, noun_of


class Statistics:
    """Counts as pages come, prints at the end: the rule that speaks most comes first."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.counts: Counter[tuple[str, Severity]] = Counter()

    def page(self, result: PageResult) -> None:
        for count in result.findings.counts:
            if not count.is_behind:
                self.counts[count.rule, count.severity] += count.number

    def end(self, summary: Summary) -> None:
        for (rule, severity), count in sorted(self.counts.items(), key=lambda item: (-item[1], item[0])):
            self.out.write(f"{count:>8}  {severity:7}  {shown(rule)}\n")
        pages = counted(summary.pages, "page")
        self.out.write(f"{summary.findings:>8}  in all, on {summary.pages_with_findings} of {pages}\n")
        if summary.behind:
            self.out.write(f"{summary.behind:>8}  {noun_of(summary.behind, 'place')} {BEHIND}\n")
        if summary.blocks:
            self.out.write(f"{summary.compared:>8}  of {summary.blocks} blocks compared with the English\n")
        for why, count in summary.dropped.most_common():
            self.out.write(f"{count:>8}  not shown: {why}\n")
        for locale, counts in sorted(summary.ratchet.items()):
            self.out.write(f"{'':8}  {ratchet(locale, counts)}\n")
        if following := next_step(summary):
            self.out.write(f"{following}\n")
