"""A random sample of a run's findings, printed by another reporter."""

from __future__ import annotations

from itertools import groupby
from typing import Protocol

from doclint.engine.packed import Findings
from doclint.engine.sample import Sample
from doclint.run import PageResult, Summary


class Reporter(Protocol):
    """What prints pages as they come, and the end."""

    def page(self, result: PageResult) -> None: ...

    def end(self, summary: Summary) -> None: ...


class Sampled:
    """Prints only some findings, when all are known; the counts at the end are of all."""

    def __init__(self, printer: Reporter, size: int, seed: int) -> None:
        self.printer = printer
        self.sample = Sample(size, seed)

    def page(self, result: PageResult) -> None:
        self.sample.add(result.findings)

    def end(self, summary: Summary) -> None:
        for path, findings in groupby(self.sample.findings(), key=lambda finding: finding.path):
            chosen = list(findings)
            self.printer.page(PageResult(path, chosen[0].trust, Findings(chosen)))
        self.printer.end(summary)
