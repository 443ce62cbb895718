"""A GitLab Code Quality report."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TextIO

from doclint.engine import Finding
from doclint.reports.cells import shown
from doclint.reports.jsontext import json_text
from doclint.reports.receiver import Setting
from doclint.run import PageResult, Summary

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


class GitLab:
    """Writes an array, an entry a finding, as they come."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self.out = out
        self.setting = setting
        self.before = "[\n"

    def page(self, result: PageResult) -> None:
        seen: Counter[tuple[str, str]] = Counter()
        for finding in result.findings:
            key = finding.rule, finding.fingerprint
            entry = self._entry(finding, result.scope, seen[key])
            seen[key] += 1
            self.out.write(self.before + json_text(entry))
            self.before = ",\n"

    def _entry(self, finding: Finding, scope: str, number: int) -> dict[str, object]:
        path = self.setting.pages.in_repository(finding.path)
        # GitLab shows one of several with the same fingerprint, and ours is a place in the source: all locales share it
        identity = "\0".join((scope, path, finding.rule, finding.fingerprint, str(number)))
        return {
            "description": shown(finding.message),
            "check_name": finding.rule,
            "fingerprint": sha256(identity.encode("utf-8", "surrogatepass")).hexdigest(),
            "severity": SEVERITIES[finding.severity],
            "location": {
                "path": path,
                "lines": {"begin": finding.place.start.line, "end": finding.place.end.line},
            },
        }

    def end(self, summary: Summary) -> None:
        self.out.write("[]\n" if self.before == "[\n" else "\n]\n")
