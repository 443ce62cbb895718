"""One JSON document: all findings as in JSON Lines, then the counts."""

from __future__ import annotations

from typing import TextIO

from doclint import VERSION
from doclint.reports.receiver import Setting
from doclint.run import PageResult, Summary
from doclint.text.jsonescape import json_line


class JsonArray:
    """Writes findings as they come; the document is complete when the run is."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self.out = out
        self.is_first = True

    def page(self, result: PageResult) -> None:
        for line in result.findings.lines.decode("utf-8").split("\n")[:-1]:
            self._head()
            self.out.write(line)

    def _head(self) -> None:
        self.out.write(f'{{"version": {json_line(VERSION)}, "findings": [\n' if self.is_first else ",\n")
        self.is_first = False

    def end(self, summary: Summary) -> None:
        if self.is_first:
            self._head()
        counts = {
            "breaks_build": summary.breaking,
            "pages": summary.pages,
            "pages_with_findings": summary.pages_with_findings,
            "findings": summary.findings,
            "fixable": summary.fixable,
            "source_changed": summary.behind,
            "severities": {str(kind): count for kind, count in summary.severities.items()},
            "rules": dict(summary.rules.most_common()),
            "trusts": dict(summary.trusts.most_common()),
            "dropped": dict(summary.dropped.most_common()),
            "source_troubles": dict(summary.source_troubles.most_common()),
            "compared": summary.compared,
            "blocks": summary.blocks,
            "unfinished": summary.unfinished,
            "broken": [str(error) for error in summary.broken],
        }
        self.out.write(f'\n], "summary": {json_line(counts)}}}\n'.encode("utf-8", "backslashreplace").decode("utf-8"))
