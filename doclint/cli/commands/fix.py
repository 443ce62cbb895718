"""`doclint fix`: puts the English back where it was damaged."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import PRUNE, reports_errors
from doclint.cli.options import about, how, planned, to_output, wished
from doclint.reports import complain
from doclint.reports.console import progress
from doclint.text.plural import counted

if TYPE_CHECKING:
    from doclint.workflows.fix.page import Repaired


@click.command("fix")
@about
@wished
@click.option("--baseline", metavar="FILE", help="Known findings; else the configuration's. See `doclint baseline`.")
@click.option("--stdin-filename", metavar="PATH", help="Print standard input put right, as what stands in PATH.")
@to_output("terminal", "jsonl")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Exit with 1 where a finding from this severity on is left; default: error.",
)
@how
@reports_errors
def command(**options: Any) -> int:
    """Put protected words back where the translation damaged them.

    Only what `doclint check` would show with the same options is put back, and of that only what is safe: one
    protected word with a witness for its place. Each page is checked again; what did not hold is left as it was.

    \b
    doclint fix docs/ru-RU --source docs/en-US --diff
    doclint fix docs/ru-RU --source docs/en-US
    doclint fix --changed-lines origin/main
    doclint fix --select heading-identifier-changed --unsafe
    doclint fix --known && doclint baseline prune
    doclint fix --stdin-filename docs/ru-RU/page.md < page.md
    """
    return mended(**options)


def mended(
    *,
    unsafe: bool,
    human: bool,
    known: bool,
    baseline: str | None,
    stdin_filename: str | None,
    diff: bool,
    form: str,
    fail_on: str | None,
    jobs: int | None,
    page_timeout: float,
    no_cache: bool,
    **options: Any,
) -> int:
    """Put back what is wished for, say what was and what is left; the exit code."""
    from doclint.engine import Wish
    from doclint.run import Summary
    from doclint.run.plan.exceptions import ratchet
    from doclint.text import Severity
    from doclint.workflows.fix.start import repair

    wanted, plan = planned(options, stdin_filename)
    book = ratchet(plan, baseline, is_narrowed=wanted.min_confidence is not None)
    given = None if stdin_filename is None else sys.stdin.buffer.read()
    pages = repair(
        plan,
        Wish(unsafe, human, known),
        jobs=jobs,
        seconds=page_timeout,
        cached=not no_cache,
        say=complain,
        changed_lines=wanted.changed_lines,
        ratchet=book,
        given=given,
        is_dry=diff,
    )
    summary = Summary(unread=Counter(dict.fromkeys(plan.unread, 0)))
    with progress(len(pages.targets)) as advance:
        for page in pages:
            summary.add(page)
            write(page, "diff" if diff else form, given)
            advance()
    for line in pages.tally.lines("would put back" if diff else "put back"):
        complain(line)
    pages.repairs.reckoning.require()
    if not known and (count := summary.turned("known")):
        complain(f"left {counted(count, 'fault')}: known, in the baseline; --known repairs those, too")
    if (count := summary.turned("fixed")) and not pages.is_dry:
        complain(PRUNE.format(counted(count, "finding")))
    if book and book.trouble:
        complain(book.trouble)
    troubles = [*pages.tally.unwritten, *summary.troubles()]
    for line in troubles:
        complain(line)
    if troubles:
        return 3
    level = fail_on or plan.config.fail_on or "error"
    return int(summary.fails(None if level == "never" else Severity(level)))


def write(page: Repaired, form: str, given: bytes | None) -> None:
    """What is said of one page on standard output; one that was given is printed itself."""
    from doclint.reports.diff import unified
    from doclint.text.spans import decode, encode
    from doclint.workflows.fix.report import as_text, write_lines

    if form == "jsonl":
        write_lines(page, sys.stdout)
    elif form == "terminal" and given is not None:
        write_bytes(given if page.new is None else page.new)
    elif form == "terminal":
        sys.stdout.write(as_text(page))
    elif page.edits:
        write_bytes(encode(unified(page.path, decode(page.old), page.edits)))


def write_bytes(data: bytes) -> None:
    """Put bytes on standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
