"""Checkstyle XML, which many CI services and review bots read."""

from __future__ import annotations

from typing import TextIO

from doclint.reports.markup import HEAD, attributes
from doclint.reports.receiver import Setting
from doclint.run import PageResult, Summary

SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


class Checkstyle:
    """Writes a `file` for each page with findings, as they come."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self.out = out
        self.before = f'{HEAD}<checkstyle version="4.3">\n'
        """The version of Checkstyle whose form it is, as readers expect one."""

    def page(self, result: PageResult) -> None:
        if not result.findings:
            return
        self.out.write(f"{self.before}<file{attributes(name=result.path)}>\n")
        self.before = ""
        for finding in result.findings:
            described = attributes(
                line=finding.place.start.line,
                column=finding.place.start.column,
                severity=SEVERITIES[finding.severity],
                message=finding.message,
                source=f"doclint.{finding.rule}",
            )
            self.out.write(f"<error{described}/>\n")
        self.out.write("</file>\n")

    def end(self, summary: Summary) -> None:
        self.out.write(f"{self.before}</checkstyle>\n")
