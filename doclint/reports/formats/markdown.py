"""A job summary in Markdown: counts, then the causes, the worst first."""

from __future__ import annotations

import re
from typing import TextIO

from doclint.engine import Route
from doclint.engine.causes import Cause, Causes
from doclint.reports.cells import shown
from doclint.reports.documentation import rule_url
from doclint.reports.formats.terminal import BEHIND, STALE
from doclint.reports.receiver import Setting
from doclint.run import PageResult, Summary
from doclint.text import Severity
from doclint.text.plural import counted

MOST_BYTES = 1 << 20
"""GitHub refuses a larger summary whole."""
MOST_ROWS = 500
"""More nobody reads."""
RESERVE = 20_000
"""Bytes for what stands below the table."""

MARKUP = re.compile(r"[&<>|`*_\[\]\\~#@!$:{}()]|(?<=www)\.", re.IGNORECASE)


class Markdown:
    """Counts while pages come, writes at the end."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self.out = out
        self.setting = setting
        self.causes = Causes()

    def page(self, result: PageResult) -> None:
        if result.findings.has_faults:
            self.causes.add(result.findings.faults)

    def end(self, summary: Summary) -> None:
        head = ["## doclint", "", _counts(summary), ""]
        if len(self.causes):
            head += ["| places | pages | severity | what | rule | for example |", "|---:|---:|---|---|---|---|"]
        text = "".join(f"{line}\n" for line in head)
        self.out.write(text)
        self._table(MOST_BYTES - RESERVE - len(text.encode("utf-8")))
        for line in _notes(summary):
            self.out.write(f"\n{line[:2000]}\n")

    def _table(self, room: int) -> None:
        for number, cause in enumerate(self.causes):
            row = self._row(cause)
            room -= len(row.encode("utf-8"))
            if number == MOST_ROWS or room < 0:
                left = f"{len(self.causes) - number} milder causes are not in this summary"
                self.out.write(f"\n{left}; JSON Lines, SARIF and CSV have every finding.\n")
                self.setting.say(left)
                return
            self.out.write(row)

    def _row(self, cause: Cause) -> str:
        finding = cause.example
        place = f"{self.setting.pages.in_repository(finding.path)}:{finding.place.start.line}"
        rules = ", ".join(_linked(rule) for rule in cause.rules)
        cells = cause.places, cause.pages, cause.severity, plain(finding.message[:500]), rules, plain(place[:500])
        return f"| {' | '.join(map(str, cells))} |\n"


def _linked(rule: str) -> str:
    url = rule_url(rule)
    return f"[{rule}]({url})" if url else rule


def _counts(summary: Summary) -> str:
    pages = counted(summary.pages, "page")
    if not summary.findings:
        return f"Nothing found on {pages}."
    kinds = ", ".join(f"{summary.severities[kind]} {kind}" for kind in Severity if summary.severities[kind])
    total = counted(summary.findings, "finding")
    return (
        f"**{total}** ({kinds}) on {summary.pages_with_findings} of {pages}; "
        f"{summary.routes[Route.HERE]} fixable with `doclint fix`."
    )


def _notes(summary: Summary) -> list[str]:
    """What was not shown or not checked; the first few of each."""
    notes = [f"{counted(summary.behind, 'note')} {BEHIND}, apart: {STALE}."] if summary.behind else []
    notes += [f"{count} not shown: {plain(why)}" for why, count in summary.dropped.most_common(3)]
    notes += [f"{count} pages {plain(why)}" for why, count in summary.source_troubles.most_common(3)]
    return notes + [plain(line) for line in list(summary.troubles())[:3]]


def plain(text: str) -> str:
    """Text that Markdown and HTML leave as it is: no tag, link, mention, emoji or cell border comes of it."""
    return MARKUP.sub(lambda match: f"&#{ord(match[0])};", shown(text))
