"""All that is known of one finding, for a person who doubts it: what `doclint why` prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from doclint.engine import Finding, Wish
from doclint.engine.finding import Excerpt
from doclint.engine.route import route
from doclint.engine.subject import Subject
from doclint.page import Segment
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.pair.column import Column
from doclint.pair.columns import Role
from doclint.reports.cells import isolated, shown
from doclint.reports.diff import unified
from doclint.text import Edit, Span, Trust
from doclint.text.jsonescape import json_line

MARKS = "⟦", "⟧"

ROUTES = {
    "here": "here: `doclint fix` fixes it",
    "english": "in the English: backticks around the word prevent it",
    "vendor": "at the vendor: the English cannot prevent it",
    "decide": "by a person, who has to decide",
}


class Beside(NamedTuple):
    """What laid the two parts of a finding side by side."""

    match: Match[Segment]
    column: Column | None


def lines(finding: Finding, subject: Subject) -> Iterator[str]:
    """The answer line by line; text of pages in it cannot steer the terminal."""
    start = finding.place.start
    yield isolated(f"{shown(finding.path)}:{start.line}:{start.column}: {shown(finding.message)}")
    yield from _parts(finding)
    yield ""
    for name, value in _facts(finding, subject):
        yield f"{name:>12}  {isolated(shown(value))}"
    if finding.fix:
        yield ""
        yield from _difference(finding, subject.file_text)
    yield ""
    yield "to silence it, in doclint.toml:"
    yield from (shown(line) for line in silencing(finding))


def _parts(finding: Finding) -> Iterator[str]:
    name = finding.locale or "here"
    width = max(len(name), 2)
    yield f"  {name:>{width}} │ {isolated(_marked(finding.target_line))}"
    if finding.source_line:
        yield f"  {'en':>{width}} │ {isolated(_marked(finding.source_line))}"


def _marked(line: Excerpt) -> str:
    before, at, after = line.text[: line.start], line.text[line.start : line.end], line.text[line.end :]
    return shown(f"{before}{MARKS[0]}{at}{MARKS[1]}{after}")


def _facts(finding: Finding, subject: Subject) -> Iterator[tuple[str, str]]:
    yield "rule", f"{finding.rule} {finding.code} ({finding.severity}, confidence {finding.confidence.name.lower()})"
    if finding.also:
        yield "also seen by", ", ".join(finding.also)
    yield "evidence", finding.evidence or "none"
    beside = _beside(finding, subject.pair)
    if beside and beside.column:
        yield "column", f'"{beside.column.header}", read as {beside.column.role}'
    if beside:
        yield "side by side", f"by {beside.match.by}, confidence {beside.match.confidence.name.lower()}"
    yield "English", Trust[finding.trust.upper()].meaning
    if finding.source:
        revision = f" at {finding.source.revision}" if finding.source.revision else ""
        yield "source", f"{finding.source.path}:{finding.source.line}{revision}"
    yield "verdict", str(finding.verdict)
    for one in finding.witnesses:
        yield one.witness, f"{one.says}: {one.why}"
    if subject.trouble:
        yield "", subject.trouble
    yield "repaired", ROUTES[route(finding)]
    yield "fingerprint", finding.fingerprint


def _beside(finding: Finding, pair: Pair) -> Beside | None:
    """The two segments of a finding; None where it is about code, or about no part of the English."""
    matches = [*pair.segments, *([pair.description] if pair.description else [])]
    found = next((match for match in matches if _covers(match.target, finding.place.span, pair)), None)
    if found is None:
        return None
    columns = pair.columns(*Role)
    return Beside(found, next((it for it in columns if any(cell.target is found.target for cell in it.cells)), None))


def _covers(segment: Segment, span: Span, pair: Pair) -> bool:
    start, end = pair.target.locate(segment.span)
    return start <= span.start and span.end <= end


def _difference(finding: Finding, text: str) -> Iterator[str]:
    """The lines that the fix changes, before and after."""
    assert finding.fix is not None
    obstacle = Wish().obstacle(finding)
    yield "safe fix:" if not obstacle else f"a fix, {obstacle}:"
    edits = sorted(Edit(Span(edit.start, edit.end), edit.text) for edit in finding.fix.edits)
    _, _, *lines = unified(finding.path, text, edits).split("\n")
    yield from (isolated(shown(line.rstrip("\r"))) for line in lines if line.startswith(("-", "+")))


def silencing(finding: Finding) -> Iterator[str]:
    """Configuration that silences a finding: its words as house style, or its rule on its page."""
    if finding.expected is not None and finding.found:
        yield "[[allow]]"
        yield f"expected = {json_line(finding.expected)}"
        yield f"found = {json_line(finding.found)}"
        if finding.locale:
            yield f"locale = {json_line(finding.locale)}"
        yield 'reason = "why it is right"'
        yield "# or, for the rule on this page:"
    yield "[[override]]"
    yield f"when = {{ path = {json_line('/' + finding.path)} }}"
    yield f"ignore = [{json_line(finding.rule)}]"
