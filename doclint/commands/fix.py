"""`doclint fix`: puts the English back where it was damaged."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from doclint.commands.exits import reports_errors
from doclint.commands.options import about, asked, how
from doclint.reports.console import complain, progress

if TYPE_CHECKING:
    from doclint.repair import Repaired


@click.command("fix")
@about
@click.option("--unsafe", is_flag=True, help="Also fixes that a person should look at.")
@click.option("--human", is_flag=True, help="On pages that a person translated, also with one witness.")
@click.option("--diff", is_flag=True, help="Print a unified diff and write nothing.")
@click.option("--format", "form", type=click.Choice(["terminal", "jsonl"]), default="terminal", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Exit with 1 where a finding from this severity on is left; default: error.",
)
@how
@reports_errors
def command(
    unsafe: bool,
    human: bool,
    diff: bool,
    form: str,
    fail_on: str | None,
    jobs: int | None,
    page_timeout: float,
    no_cache: bool,
    **options: Any,
) -> int:
    """Put protected words back where the translation damaged them.

    Only what `doclint check` would show with the same options is put back, and of that only what is safe: one
    protected word with a witness for its place. Each page is checked again; what did not hold is left as it was.

    \b
    doclint fix docs/ru-RU --source docs/en-US --diff
    doclint fix docs/ru-RU --source docs/en-US
    doclint fix --changed-lines origin/main
    doclint fix --select heading-identifier-changed --unsafe
    """
    from doclint.hindrance import Wish
    from doclint.plan.plan import make
    from doclint.plan.start import repair
    from doclint.problem import Severity
    from doclint.summary import Summary

    wanted = asked(options)
    plan = make(wanted)
    for note in plan.notes:
        complain(note)
    pages, trouble = repair(
        plan,
        Wish(unsafe, human),
        jobs=jobs,
        seconds=page_timeout,
        cached=not no_cache,
        changed_lines=wanted.changed_lines,
        is_dry=diff,
    )
    if trouble:
        complain(trouble)
    summary = Summary()
    with progress(len(pages.targets)) as advance:
        for page in pages:
            summary.add(page)
            write(page, "diff" if diff else form)
            advance()
    for line in pages.tally.lines("would put back" if diff else "put back"):
        complain(line)
    troubles = [*pages.tally.unwritten, *summary.troubles()]
    for line in troubles:
        complain(line)
    if troubles:
        return 3
    level = fail_on or plan.config.fail_on or "error"
    return int(summary.fails(None if level == "never" else Severity(level)))


def write(page: Repaired, form: str) -> None:
    """What is said of one page on standard output."""
    from doclint.reports.difference import unified
    from doclint.reports.putback import as_text, write_lines
    from doclint.text import decode, encode

    if form == "jsonl":
        write_lines(page, sys.stdout)
    elif form == "terminal":
        sys.stdout.write(as_text(page))
    elif page.edits:
        sys.stdout.flush()
        sys.stdout.buffer.write(encode(unified(page.path, decode(page.old), page.edits)))
