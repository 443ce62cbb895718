"""Findings for a person at a terminal, grouped: by cause, by rule, a line each, or by page while they are few."""

from __future__ import annotations

from typing import Literal, TextIO

from doclint.engine import Finding
from doclint.engine.causes import Cause, Causes
from doclint.reports.cells import isolated, shown
from doclint.reports.formats.terminal import COLOURS, Terminal
from doclint.run import PageResult, Summary
from doclint.text.plural import counted

Group = Literal["auto", "cause", "page", "rule", "none"]

FEW = 50
"""So many findings are shown by page, and so many causes of more."""


class Grouped(Terminal):
    """Prints findings as they are grouped; what is grouped by cause or rule comes at the end."""

    def __init__(self, out: TextIO, *, colour: bool, columns: int, group: Group = "auto") -> None:
        super().__init__(out, colour=colour, columns=columns)
        self.group = group
        self.causes = Causes()
        self.first: list[PageResult] = []
        """With `auto`: the pages so far, until the findings are too many to show them all."""
        self.seen = 0

    def page(self, result: PageResult) -> None:
        if self.group == "page":
            super().page(result)
        elif self.group == "none":
            for finding in result.findings.faults:
                self._one_line(finding)
        elif result.findings:
            self.seen += len(result.findings)
            self.causes.add(result.findings.faults)
            if self.group == "auto" and self.seen <= FEW:
                self.first.append(result)
            else:
                self.first.clear()

    def end(self, summary: Summary) -> None:
        if self.group == "auto" and self.seen <= FEW:
            for result in self.first:
                super().page(result)
        elif self.group in ("auto", "cause"):
            self._causes(None if self.group == "cause" else FEW)
        elif self.group == "rule":
            self._rules()
        super().end(summary)

    def _one_line(self, finding: Finding) -> None:
        place = f"{shown(finding.path)}:{finding.place.start.line}:{finding.place.start.column}"
        level = self._style(str(finding.severity), fg=COLOURS[finding.severity])
        self._line(f"{isolated(place)}: {level}: {isolated(shown(finding.message))} [{finding.rule}]")

    def _causes(self, most: int | None) -> None:
        for number, cause in enumerate(self.causes):
            if number == most:
                left = len(self.causes) - number
                self._line(f"... and {left} more causes: --group cause shows all, --group page each finding")
                self._line("")
                return
            self._cause(cause)
        if self.causes:
            self._line("")

    def _cause(self, cause: Cause) -> None:
        finding = cause.example
        places = counted(cause.places, "place")
        pages = counted(cause.pages, "page")
        level = self._style(f"{cause.severity:7}", fg=COLOURS[cause.severity], bold=True)
        rules = self._style(", ".join(cause.rules), dim=True)
        count = self._style(f"{cause.places:>6}", bold=True)
        self._line(f"{count}  {level}  {isolated(shown(finding.message))}  {rules}")
        where = f"{shown(finding.path)}:{finding.place.start.line}"
        what = "" if cause.places == 1 else f"{places} on {pages}, "
        self._line(f"{'':17}{what}as {isolated(where)}")

    def _rules(self) -> None:
        """Each rule with its worst cause as the example."""
        causes = list(self.causes)
        names = dict.fromkeys(rule for cause in causes for rule in cause.rules)
        for name in names:
            own = [cause for cause in causes if name in cause.rules]
            places = sum(cause.rules[name] for cause in own)
            self._line(self._style(f"{name}: {places} findings of {len(own)} causes", bold=True))
            self._cause(own[0])
        if names:
            self._line("")
