"""One JSON object a finding, one finding a line, in UTF-8."""

from __future__ import annotations

from typing import TextIO

from doclint.run import PageResult, Summary


class JsonLines:
    """Writes findings as they come."""

    def __init__(self, out: TextIO) -> None:
        out.flush()
        self.out = out.buffer

    def page(self, result: PageResult) -> None:
        if result.findings:
            self.out.write(result.findings.lines)

    def end(self, summary: Summary) -> None:
        """Nothing more: counts are for people."""
