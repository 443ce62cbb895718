"""`doclint compare`: whether a hand-back is better than what it replaces."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.commands.exits import reports_errors
from doclint.commands.options import about, asked, how
from doclint.reports.console import complain

if TYPE_CHECKING:
    from doclint.handback import Side, Verdict
    from doclint.plan.sides import Way

MOST = 50
"""New findings that are shown on a terminal."""


@click.command("compare")
@about
@click.option(
    "--format", "form", type=click.Choice(["terminal", "jsonl", "paths"]), default="terminal", show_default=True
)
@click.option("--max-new-errors", type=click.IntRange(min=0), metavar="N", help="So many new errors are borne.")
@click.option(
    "--max-new-rate",
    type=click.FloatRange(min=0),
    metavar="P",
    help="New errors are borne up to P percent of the errors that OLD has.",
)
@how
@reports_errors
def command(
    paths: tuple[str, ...],
    form: str,
    max_new_errors: int | None,
    max_new_rate: float | None,
    jobs: int | None,
    page_timeout: float,
    no_cache: bool,
    **options: Any,
) -> int:
    """Compare two states of the translations, OLD and NEW: what was fixed, what is new.

    Each is REPO@REV, a revision of the repository that we are in, a folder, or a file of findings that `check --format
    jsonl` wrote. Each finding is fixed, still there, still wrong but differently, new, or not to be compared since the
    English changed. Exit code 1 when there are new errors, more than --max-new-errors or --max-new-rate bear if one is
    given. `--format paths` lists the pages with new findings, a line each.

    \b
    doclint compare main handback --source ../docs.git
    doclint compare before.jsonl after.jsonl --max-new-errors 5
    doclint compare main HEAD --format paths
    """
    from doclint.errors import ConfigError
    from doclint.handback import State, compare, regressed
    from doclint.plan.sides import Way

    if len(paths) != 2:
        raise ConfigError("compare wants two states of the translations, OLD and NEW")
    old, new, troubles = _sides(paths, Way(jobs, page_timeout, not no_cache), options)
    verdicts = compare(old, new)
    if form == "jsonl":
        for verdict in verdicts:
            click.echo(json.dumps(_row(verdict), ensure_ascii=False).encode("utf-8", "backslashreplace"))
    elif form == "paths":
        for path in regressed(verdicts):
            click.echo(path)
    else:
        _report(verdicts)
    for line in troubles:
        complain(line)
    if troubles:
        return 3
    fresh = sum(it.state is State.NEW and it.record.severity == "error" for it in verdicts)
    errors = sum(one.severity == "error" for one in old.records)
    return int(_is_worse(fresh, errors, max_new_errors, max_new_rate))


def _is_worse(fresh: int, errors: int, most: int | None, rate: float | None) -> bool:
    """Whether there are more new errors than any of the given limits bears; without one, whether there is any."""
    if most is None and rate is None:
        return fresh > 0
    return (most is not None and fresh > most) or (rate is not None and fresh * 100 > rate * errors)


def _sides(paths: tuple[str, ...], way: Way, options: dict[str, Any]) -> tuple[Side, Side, list[str]]:
    """Both sides, and what went wrong in a run."""
    from doclint.plan.sides import checked, written

    wanted = asked({"paths": (), **options})
    files = {path: written(path) for path in paths if Path(path).is_file()}
    beside = next(iter(files.values()), None)
    sides: list[Side] = []
    troubles: list[str] = []
    notes: dict[str, None] = {}
    for path in paths:
        if path in files:
            sides.append(files[path])
            continue
        side, summary, said = checked(path, wanted, way, beside=beside)
        sides.append(side)
        notes |= dict.fromkeys(said)
        notes |= {f"{count} pages of {path} {why}": None for why, count in summary.source_troubles.most_common()}
        troubles += summary.troubles()
    for note in notes:
        complain(note)
    return sides[0], sides[1], troubles


def _row(verdict: Verdict) -> dict[str, Any]:
    before = verdict.before
    was = before and {"path": before.path, "line": before.place[0], "column": before.place[1], "found": before.found}
    return {"state": str(verdict.state), "before": was, **verdict.record.as_json()}


def _report(verdicts: list[Verdict]) -> None:
    """What is new or differently wrong, then counts."""
    from doclint.handback import State
    from doclint.reports.cells import isolated, shown

    speaking = [it for it in verdicts if it.state in (State.NEW, State.STILL_DIFFERENTLY)]
    speaking.sort(key=lambda it: it.state is not State.NEW)
    for verdict in speaking[:MOST]:
        one, before = verdict.record, verdict.before
        place = isolated(f"{shown(one.path)}:{one.place[0]}:{one.place[1]}")
        was = f' (before: "{isolated(shown(before.found))}")' if before else ""
        click.echo(f"{verdict.state:18}{place}: {one.severity}: {isolated(shown(one.message))}{was} [{one.rule}]")
    if len(speaking) > MOST:
        click.echo(f"... and {len(speaking) - MOST} more: --format jsonl has all, --format paths the pages")
    counts = Counter(it.state for it in verdicts)
    errors = Counter(it.state for it in verdicts if it.record.severity == "error")
    for state in State:
        click.echo(f"{counts[state]:>8}  {state} ({errors[state]} errors)")
