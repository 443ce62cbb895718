"""What became of findings and tickets between two states of the translations, for people and as JSON Lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from doclint.reports.cells import isolated, shown
from doclint.text.jsonescape import json_line
from doclint.text.plural import counted
from doclint.workflows.compare.tickets import Ticket, Turn
from doclint.workflows.compare.verdicts import State, Verdict, regressed

MOST = 50
"""Findings that are shown."""

MEANINGS = {
    State.UPDATED: ": another wrong word in the same place",
    State.ABSENT: ": fixed",
    State.SOURCE_CHANGED: ": the English differs between the two",
}
"""What a state means, where its name does not tell."""


def as_text(verdicts: Sequence[Verdict], tickets: Sequence[Ticket]) -> Iterator[str]:
    """A line for each that is new or wrong in another way, then counts, then the tickets."""
    speaking = [it for it in verdicts if it.state in (State.NEW, State.UPDATED)]
    speaking.sort(key=lambda it: it.state is not State.NEW)
    for verdict in speaking[:MOST]:
        one, before = verdict.record, verdict.before
        place = isolated(f"{shown(one.path)}:{one.place[0]}:{one.place[1]}")
        was = f' (before: "{isolated(shown(before.found))}")' if before else ""
        yield f"{verdict.state:10}{place}: {one.severity}: {isolated(shown(one.message))}{was} [{one.rule}]"
    if len(speaking) > MOST:
        yield f"... and {len(speaking) - MOST} more: --format jsonl has all, --format paths the pages"
    counts = Counter(it.state for it in verdicts)
    errors = Counter(it.state for it in verdicts if it.record.severity == "error")
    for state in State:
        if counts[state] or state is not State.REPAIRED:
            yield f"{counts[state]:>8}  {state} ({counted(errors[state], 'error')}){MEANINGS.get(state, '')}"
    yield from map(_said, tickets)


def _said(ticket: Ticket) -> str:
    name, page = isolated(shown(ticket.name)), isolated(shown(ticket.pages[0]))
    if ticket.turn is Turn.CLOSED:
        return f"ticket {name} can be closed: all its findings are fixed"
    more = f" and {counted(len(ticket.pages) - 1, 'more page')}" if len(ticket.pages) > 1 else ""
    return f"ticket {name} has to be reopened: its finding is back on {page}{more}"


def as_paths(verdicts: Sequence[Verdict], _: Sequence[Ticket]) -> Iterator[str]:
    """The pages with a new finding, a line each."""
    return regressed(verdicts)


def as_lines(verdicts: Sequence[Verdict], tickets: Sequence[Ticket]) -> Iterator[str]:
    """One object for each finding, then one for each ticket."""
    for verdict in verdicts:
        yield json_line(_row(verdict))
    for ticket in tickets:
        row = {"state": str(ticket.turn), "ticket": ticket.name, "pages": list(ticket.pages)}
        yield json_line(row)


def _row(verdict: Verdict) -> dict[str, Any]:
    before = verdict.before
    was = before and {"path": before.path, "line": before.place[0], "column": before.place[1], "found": before.found}
    return {"state": str(verdict.state), "before": was, **verdict.record.as_json()}
