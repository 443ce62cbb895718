"""Workflow commands: annotations on a GitHub Actions run."""

from __future__ import annotations

from typing import TextIO

from doclint.engine import Finding
from doclint.reports.cells import shown
from doclint.reports.receiver import Setting
from doclint.run import PageResult, Summary

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
SHOWN = 10
"""GitHub shows so many annotations of each level for a step, the first ones."""


class GitHub:
    """Writes the first of each level as they come; it says how many the receiver would not have shown."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self.out = out
        self.setting = setting
        self.written = dict.fromkeys(COMMANDS, 0)

    def page(self, result: PageResult) -> None:
        if all(count >= SHOWN for count in self.written.values()):
            return
        for finding in result.findings.faults:
            if self.written[finding.severity] < SHOWN:
                self.written[finding.severity] += 1
                self._annotation(finding)

    def _annotation(self, finding: Finding) -> None:
        start, end = finding.place.start, finding.place.end
        properties = {
            "file": self.setting.pages.in_repository(finding.path),
            "line": str(start.line),
            "endLine": str(end.line),
            "title": finding.rule,
        }
        if start.line == end.line:
            # GitHub takes no columns across lines
            properties |= {"col": str(start.column), "endColumn": str(end.column)}
        listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        self.out.write(f"::{COMMANDS[finding.severity]} {listed}::{_data(finding.message)}\n")

    def end(self, summary: Summary) -> None:
        left = summary.findings - sum(self.written.values())
        if left > 0:
            self.setting.say(
                f"{left} of {summary.findings} findings have no annotation: GitHub shows {SHOWN} of each level; "
                "--report markdown=FILE and --report sarif=FILE hold more"
            )


def _data(text: str) -> str:
    return _percent(shown(text))


def _property(text: str) -> str:
    return _percent(shown(text)).replace(":", "%3A").replace(",", "%2C")


def _percent(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
