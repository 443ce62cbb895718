"""`doclint fix`: puts the English back where it was damaged."""

from __future__ import annotations

import sys
from typing import Any

import click

from doclint.commands.exits import reports_errors
from doclint.commands.options import about, asked, how
from doclint.reports.console import complain, progress


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
    from doclint.plan.plan import make
    from doclint.plan.start import repairs
    from doclint.problem import Severity
    from doclint.putback import put_back
    from doclint.repairable import Wish
    from doclint.reports.difference import unified
    from doclint.reports.putback import Tally, as_text, write_lines
    from doclint.summary import Summary
    from doclint.text import decode

    wanted = asked(options)
    plan = make(wanted)
    for note in plan.notes:
        complain(note)
    pages, trouble = repairs(
        plan,
        Wish(unsafe, human),
        jobs=jobs,
        seconds=page_timeout,
        cached=not no_cache,
        changed_lines=wanted.changed_lines,
    )
    if trouble:
        complain(trouble)
    summary, tally = Summary(), Tally()
    unwritten = 0
    with progress(len(pages.targets)) as advance:
        for target, page in pages:
            why = "" if diff else put_back(target, page)
            if why:
                complain(f"{page.path} {why}")
                unwritten += 1
                continue
            summary.add(page)
            tally.add(page)
            if form == "jsonl":
                write_lines(page, sys.stdout)
            elif not diff:
                sys.stdout.write(as_text(page))
            elif page.edits:
                sys.stdout.flush()
                sys.stdout.buffer.write(unified(page.path, decode(page.old), page.edits).encode("utf-8"))
            advance()
    for line in tally.lines("would put back" if diff else "put back"):
        complain(line)
    troubles = list(summary.troubles())
    for line in troubles:
        complain(line)
    if troubles or unwritten:
        return 3
    level = fail_on or plan.config.fail_on or "error"
    return int(summary.fails(None if level == "never" else Severity(level)))
