"""What a repair did, page by page: for people, and as JSON Lines."""

from __future__ import annotations

from typing import TextIO

from doclint.engine import Finding
from doclint.engine.jsonline import as_json, as_line
from doclint.reports.cells import isolated, shown
from doclint.workflows.fix.page import Repaired
from doclint.workflows.fix.replacements import BY_PERSON

LONGEST = 80
"""Characters of a word that are shown."""


def as_text(page: Repaired) -> str:
    """A line for the page and one for each fault that was put back."""
    if not page.done:
        return ""
    return "".join([f"{shown(page.path)}\n", *(f"  {_line(finding)}\n" for finding in page.done)])


def _line(finding: Finding) -> str:
    place = f"{finding.place.start.line}:{finding.place.start.column}"
    put = finding.expected
    if finding.evidence == BY_PERSON and finding.fix:
        put = finding.fix.edits[0].text
    if put is None:
        return f"{place} {shown(finding.message)}: fixed ({finding.rule})"
    found = f"where {_quoted(finding.found)} stood" if finding.found else "where it was lost"
    return f"{place} {_quoted(put)} {found} ({finding.rule})"


def _quoted(text: str) -> str:
    """A word in quotes; what is long is cut."""
    text = shown(text)
    return isolated(f'"{text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"}"')


def write_lines(page: Repaired, out: TextIO) -> None:
    """One object for each finding that had a fix: what became of it, and the edits."""
    for finding, why in [*((one, "") for one in page.done), *page.reasons]:
        out.write(as_line({**as_json(finding), "fixed": not why, "why": why or None}))
