"""The findings as a table for spreadsheets."""

from __future__ import annotations

from typing import TextIO

from doclint.engine import Finding
from doclint.engine.route import is_put_back
from doclint.reports.documentation import rule_url
from doclint.reports.receiver import Setting
from doclint.reports.table import Table
from doclint.run import PageResult, Summary

COLUMNS = """path line column severity confidence rule code damage locale trust message expected found source_text
target_text evidence source_path source_line fixable fingerprint verdict witnesses commit
url""".split()


class CsvTable:
    """Writes rows as they come."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self.out = out
        self.table: Table | None = None

    def _begun(self) -> Table:
        self.table = self.table or Table(self.out, COLUMNS)
        return self.table

    def page(self, result: PageResult) -> None:
        table = self._begun()
        for finding in result.findings:
            table.add(_row(finding))

    def end(self, summary: Summary) -> None:
        self._begun()


def _row(finding: Finding) -> dict[str, str | int | None]:
    return {
        "path": finding.path,
        "line": finding.place.start.line,
        "column": finding.place.start.column,
        "severity": str(finding.severity),
        "confidence": finding.confidence.name.lower(),
        "rule": finding.rule,
        "code": finding.code,
        "damage": finding.damage,
        "locale": finding.locale,
        "trust": finding.trust,
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found,
        "source_text": finding.source_text,
        "target_text": finding.target_text,
        "evidence": finding.evidence,
        "source_path": finding.source and finding.source.path,
        "source_line": finding.source and finding.source.line,
        "fixable": "yes" if is_put_back(finding) else "",
        "fingerprint": finding.fingerprint,
        "verdict": str(finding.verdict),
        "witnesses": "; ".join(f"{one.witness}: {one.why}" for one in finding.witnesses),
        "commit": next((one.commit for one in finding.witnesses if one.commit), ""),
        "url": rule_url(finding.rule),
    }
