"""Findings for a person at a terminal: the damaged line with the damage marked, the English below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TextIO

import click

from doclint.engine import Finding, Route
from doclint.engine.finding import Excerpt
from doclint.engine.packed import is_behind
from doclint.reports.cells import end_of, isolated, shown, start_of, width
from doclint.run import PageResult, Summary
from doclint.text import Severity, Trust
from doclint.text.plural import counted, noun_of

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
ROUTES = {
    Route.HERE: "fixable with `doclint fix`",
    Route.ENGLISH: "preventable in the English",
    Route.VENDOR: "for the translation vendor",
    Route.DECIDE: "for a person to decide",
}
"""Where findings are repaired."""
BEHIND = "where only the English has changed"
STALE = "`doclint stale` lists them as work"
MARKS = "⟦", "⟧"
"""Around the damage where there is no colour."""


class Terminal:
    """Prints findings page by page, and counts at the end."""

    def __init__(self, out: TextIO, *, colour: bool, columns: int) -> None:
        self.out = out
        self.colour = colour
        self.columns = max(columns, 40)

    def page(self, result: PageResult) -> None:
        if not result.findings:
            return
        self._line(self._style(isolated(shown(result.path)), bold=True, underline=True))
        for finding in sorted(result.findings, key=is_behind):
            self._finding(finding)
        self._line("")

    def _finding(self, finding: Finding) -> None:
        where = f"{finding.place.start.line}:{finding.place.start.column}"
        kind, colour = ("behind", "blue") if is_behind(finding) else (str(finding.severity), COLOURS[finding.severity])
        level = self._style(f"{kind:7}", fg=colour, bold=True)
        rule = self._style(f"{finding.rule} {finding.code}", dim=True)
        self._line(f"{where:>8}  {level}  {isolated(shown(finding.message))}  {rule}")
        gutter = max(width(finding.locale or "here"), 4)
        if then := next((one.then for one in finding.witnesses if one.then), ""):
            self._quoted("was", " ".join(then.split()), gutter)
        self._excerpt(finding.locale or "here", finding.target_line, gutter, COLOURS[finding.severity])
        if finding.source_line:
            self._excerpt("en", finding.source_line, gutter, "green")

    def _excerpt(self, name: str, line: Excerpt, gutter: int, colour: str) -> None:
        room = self.columns - 8 - gutter - 5
        before, marked, after = (
            shown(part) for part in (line.text[: line.start], line.text[line.start : line.end], line.text[line.end :])
        )
        marked = _cut(marked, room, keep_end=False) or "…"
        before = _cut(before.lstrip(), (room - width(marked)) // 2, keep_end=True)
        after = _cut(after.rstrip(), room - width(marked) - width(before), keep_end=False)
        if self.colour:
            marked = click.style(marked, fg=colour, bold=True, underline=True)
        else:
            marked = f"{MARKS[0]}{marked}{MARKS[1]}"
        bar = self._style("│", dim=True)
        self._line(f"{'':8}{self._style(name.rjust(gutter), dim=True)} {bar} {isolated(before + marked + after)}")

    def _quoted(self, name: str, text: str, gutter: int) -> None:
        """A line without a mark."""
        cut = _cut(shown(text), self.columns - 8 - gutter - 3, keep_end=False)
        self._line(f"{'':8}{self._style(f'{name.rjust(gutter)} │', dim=True)} {isolated(cut)}")

    def end(self, summary: Summary) -> None:
        pages = counted(summary.pages, "page")
        if summary.breaking:
            what = "1 finding breaks" if summary.breaking == 1 else f"{summary.breaking} findings break"
            self._line(self._style(f"{what} the build, or how the page is shown", bold=True))
        if summary.findings:
            parts = [counted(summary.severities[kind], kind.value) for kind in Severity if summary.severities[kind]]
            self._line(
                self._style(f"{counted(summary.findings, 'finding')}: {', '.join(parts)}", bold=True)
                + f", on {summary.pages_with_findings} of {pages}"
            )
            self._line(
                ", ".join(f"{summary.routes[way]} {what}" for way, what in ROUTES.items() if summary.routes[way])
            )
            for rule, count in summary.rules.most_common():
                self._line(f"{count:>8}  {rule}")
        else:
            self._line(f"nothing found on {pages}")
        for count, what in english(summary):
            self._line(f"{count:>8}  {what}")
        if summary.behind:
            places = noun_of(summary.behind, "place")
            self._line(f"{summary.behind:>8}  {places} {BEHIND}, on {counted(summary.pages_behind, 'page')}: {STALE}")
        for name, scope in sorted(summary.scopes.items()):
            parts = [counted(scope[kind], kind.value) for kind in Severity if scope[kind]]
            self._line(f"{counted(scope['pages'], 'page'):>14}  {shown(name)}: {', '.join(parts) or 'nothing found'}")
        for locale, counts in sorted(summary.ratchet.items()):
            self._line(f"{'':8}  {ratchet(locale, counts)}")
        for why, count in summary.dropped.most_common():
            self._line(f"{count:>8}  not shown: {why}")
        for what, count in summary.source_troubles.most_common():
            self._line(f"{count:>8}  {noun_of(count, 'page')} {what}")
        if summary.compared < summary.blocks:
            self._line(f"{summary.compared:>8}  of {summary.blocks} blocks compared with the English")
        if summary.unplaced:
            what = noun_of(summary.unplaced, "text")
            why = "over 10,000 characters or 100 brackets (code: 20,000), too many on a page, or at an unknown place"
            self._line(f"{summary.unplaced:>8}  {what} not compared whole: {why}")
        if following := next_step(summary):
            self._line(following)

    def _style(self, text: str, **style: bool | str) -> str:
        return click.style(text, **style) if self.colour else text  # type: ignore[arg-type]

    def _line(self, text: str) -> None:
        self.out.write(text + "\n")


def _cut(text: str, columns: int, *, keep_end: bool) -> str:
    if width(text) <= columns:
        return text
    if columns <= 1:
        return ""
    return "…" + end_of(text, columns - 1) if keep_end else start_of(text, columns - 1) + "…"


def ratchet(locale: str, counts: Mapping[str, int]) -> str:
    """What a baseline says of a locale, in one line."""
    differently = f" ({counts['changed']} with another wrong word)" if counts["changed"] else ""
    unseen = f", {counts['unseen']} from rules new to it" if counts["unseen"] else ""
    parts = f"{counts['known']} known{differently}, {counts['new']} new{unseen}, {counts['fixed']} fixed"
    return f"baseline {shown(locale)}: {parts}"


def english(summary: Summary) -> Iterator[tuple[int, str]]:
    """The pages by how well their English is known, the most first."""
    for trust, count in summary.trusts.most_common():
        yield count, f"{noun_of(count, 'page')} with {Trust[trust.upper()].meaning}"


def next_step(summary: Summary) -> str:
    """The one command to go on with; empty where there is nothing to do."""
    if summary.routes[Route.HERE]:
        return "next: `doclint fix --diff` with the same paths and options shows what it would fix"
    if summary.rules:
        (rule, _), *_ = summary.rules.most_common(1)
        return f"next: `doclint explain {rule}` tells what is wrong and what to do"
    if 2 * summary.trusts["alone"] > summary.pages:
        return "next: name the English with --source, or see `doclint check --help`"
    return ""
