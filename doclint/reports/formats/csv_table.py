"""A table for a spreadsheet: a row a finding, and no cell that a spreadsheet calculates, dates or rounds."""

from __future__ import annotations

import csv
from typing import TextIO

from doclint.engine import Finding
from doclint.engine.route import is_put_back
from doclint.reports.cells import shown
from doclint.reports.documentation import rule_url
from doclint.reports.receiver import Setting
from doclint.run import PageResult, Summary

COLUMNS = """path line column severity confidence rule code damage locale trust message expected found source_text
target_text evidence source_path source_line fixable fingerprint url""".split()

FORMULA = ("=", "+", "-", "@")


class CsvTable:
    """Writes rows as they come, in UTF-8 with the mark by which spreadsheets know it."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self.out = out
        self.rows = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        self.is_begun = False

    def _begin(self) -> None:
        if not self.is_begun:
            self.is_begun = True
            self.out.write("\ufeff")
            self.rows.writerow(COLUMNS)

    def page(self, result: PageResult) -> None:
        self._begin()
        self.rows.writerows(_row(finding) for finding in result.findings)

    def end(self, summary: Summary) -> None:
        self._begin()


def _row(finding: Finding) -> list[str | int]:
    return [
        _cell(finding.path),
        finding.place.start.line,
        finding.place.start.column,
        str(finding.severity),
        finding.confidence.name.lower(),
        finding.rule,
        finding.code,
        finding.damage or "",
        finding.locale or "",
        finding.trust,
        _cell(finding.message),
        _words(finding.expected or ""),
        _words(finding.found),
        _words(finding.source_text),
        _words(finding.target_text),
        _cell(finding.evidence),
        _cell(finding.source.path) if finding.source else "",
        finding.source.line if finding.source else "",
        "yes" if is_put_back(finding) else "",
        _words(finding.fingerprint),
        rule_url(finding.rule) or "",
    ]


def _words(text: str) -> str:
    """Words of a page, always behind an apostrophe: `1/3` is a date to a spreadsheet, `true` a truth value, `1E5` a
    number, each in its own language; what is always there is taken off again without guessing."""
    return f"'{shown(text)}" if text else ""


def _cell(text: str) -> str:
    """A text that reads as one, but for a sign that begins a formula."""
    text = shown(text)
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text
