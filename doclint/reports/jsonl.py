"""One JSON object a finding, one finding a line, in UTF-8."""

from __future__ import annotations

import json
from typing import TextIO

from doclint.summary import PageResult, Summary


class JsonLines:
    """Writes findings as they come."""

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def page(self, result: PageResult) -> None:
        for finding in result.findings:
            self.out.write(json.dumps(finding.as_json(), ensure_ascii=False) + "\n")

    def end(self, summary: Summary) -> None:
        """Nothing more: counts are for people."""
