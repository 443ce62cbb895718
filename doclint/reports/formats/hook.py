"""Findings of a commit, for the person who makes it: each with the one line that accepts it, and nothing else."""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import TextIO

from doclint.engine import Finding
from doclint.engine.packed import Findings
from doclint.reports.cells import shown
from doclint.reports.formats.terminal import Terminal
from doclint.run import PageResult, Summary

COLUMNS = 100
"""pre-commit keeps the output, so that no terminal says how wide it is."""


class Hook(Terminal):
    """Prints findings page by page; what only the English's change makes is no matter of this commit."""

    def __init__(self, out: TextIO, options: str, *, colour: bool) -> None:
        """`options` are those of the run that an acceptance has to repeat."""
        super().__init__(out, colour=colour, columns=COLUMNS)
        self.options = options

    def page(self, result: PageResult) -> None:
        if result.findings.has_faults:
            super().page(replace(result, findings=Findings(result.findings.faults)))

    def _finding(self, finding: Finding) -> None:
        super()._finding(finding)
        path = shlex.quote(finding.path)
        line = f'doclint accept {finding.fingerprint} --path {path}{self.options} --reason "..."'
        self._line(f"{'':8}{self._style('accept', dim=True)} {shown(line)}")

    def end(self, summary: Summary) -> None:
        if summary.findings:
            super().end(summary)
