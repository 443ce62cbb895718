"""One JSON object a finding, one finding a line, in UTF-8."""

from __future__ import annotations

import json
import re
from typing import TextIO

from doclint.summary import PageResult, Summary

UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029]")
"""What JSON may hold as it is, but steers terminals or ends a line for some readers."""


class JsonLines:
    """Writes findings as they come."""

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def page(self, result: PageResult) -> None:
        for finding in result.findings:
            line = json.dumps(finding.as_json(), ensure_ascii=False)
            self.out.write(UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n")

    def end(self, summary: Summary) -> None:
        """Nothing more: counts are for people."""
