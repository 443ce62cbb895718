"""`doclint coverage`: which English pages each locale has, and how far they are behind."""

from __future__ import annotations

import io
from typing import Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import ABOUT, about_only, planned, to_output
from doclint.cli.usage import Command
from doclint.reports import complain

MEANINGLESS = {"changed_lines", "missing", "select", "ignore", "rules", "min_confidence"}
"""What is about findings, of which there are none here; missing pages are counted anyway."""


@click.command("coverage", cls=Command)
@about_only(*(name for name in ABOUT if name not in MEANINGLESS))
@to_output("text", "csv", "json", "markdown")
@reports_errors
def command(form: str, **options: Any) -> int:
    """Count, for each locale and folder, the pages that are translated, up to date, behind, missing, orphaned.

    A page is behind by the commits that changed its English since the commit that it names, or since its own last
    commit. Nothing is checked.

    \b
    doclint coverage
    doclint coverage docs.ja-JP --source docs.git@main --format csv
    """
    from doclint.reports.formats.rows import write
    from doclint.workflows.coverage.table import COLUMNS, rows

    _, plan = planned({**options, "missing": True})
    for line in plan.unread:
        complain(line)
    out = io.StringIO(newline="")
    write(form, out, COLUMNS, rows(plan))
    click.echo(out.getvalue().encode("utf-8", "backslashreplace"), nl=False)
    return 3 if plan.unread else 0
