"""Reviewdog's diagnostic format, one diagnostic a line, with suggestions to apply in a review."""

from __future__ import annotations

from typing import TextIO

from doclint.engine import Finding
from doclint.reports.cells import shown
from doclint.reports.documentation import home, rule_url
from doclint.reports.edits import replacement
from doclint.reports.jsontext import json_text
from doclint.reports.receiver import Setting
from doclint.run import PageResult, Summary
from doclint.text import Lines, Span
from doclint.text.spans import BOM

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


class RdJsonLines:
    """Writes diagnostics as they come. Paths are those of the working directory: reviewdog adds the way to it."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self.out = out
        self.setting = setting

    def page(self, result: PageResult) -> None:
        faults = result.findings.faults
        if not faults:
            return
        text = self.setting.pages.text(result.path)
        lines = None if text is None else Lines(text)
        for finding in faults:
            self.out.write(json_text(_diagnostic(finding, lines)) + "\n")

    def end(self, summary: Summary) -> None:
        """Nothing more: the format has no place for counts."""


def _diagnostic(finding: Finding, lines: Lines | None) -> dict[str, object]:
    location: dict[str, object] = {"path": finding.path}
    suggestions = []
    if lines is None or finding.place.span.end > len(lines.text):
        # without the text nobody knows the bytes: the line is still right
        location["range"] = {"start": {"line": finding.place.start.line}}
    else:
        location["range"] = _range(lines, finding.place.span)
        change = replacement(finding.fix, lines.text) if finding.fix else None
        if change:
            suggestions = [{"range": _range(lines, change.span), "text": change.text}]
    return {
        "message": shown(finding.message),
        "location": location,
        "severity": SEVERITIES[finding.severity],
        "source": _linked("name", "doclint", home()),
        "code": _linked("value", finding.rule, rule_url(finding.rule)),
        **({"suggestions": suggestions} if suggestions else {}),
    }


def _linked(kind: str, name: str, url: str | None) -> dict[str, str]:
    return {kind: name, "url": url} if url else {kind: name}


def _range(lines: Lines, span: Span) -> dict[str, object]:
    return {"start": _position(lines, span.start), "end": _position(lines, span.end)}


def _position(lines: Lines, offset: int) -> dict[str, int]:
    """Line and column from 1, the column in bytes of UTF-8; a byte order mark takes up none."""
    line = lines.position(offset).line
    before = lines.text[lines.starts[line - 1] : offset]
    return {"line": line, "column": len(before.removeprefix(BOM).encode("utf-8", "surrogatepass")) + 1}
