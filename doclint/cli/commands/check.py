"""`doclint check`: what a run is asked for, what it says, and the exit code."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import PRUNE, reports_errors
from doclint.cli.options import about, how, planned, to_output, wished
from doclint.reports import complain
from doclint.reports.choose import FORMATS, reporter, reporting
from doclint.reports.console import output_to, progress, wants_colour
from doclint.text.plural import counted

if TYPE_CHECKING:
    from doclint.reports.receiver import Setting
    from doclint.reports.reporter import Reporter
    from doclint.workflows.fix.write import Written


@click.command("check")
@about
@click.option("--against", metavar="ENGLISH", help="Only PATHS, one file or -, beside this file or -: two texts.")
@click.option("--fetch", is_flag=True, help="First get what a partial clone of the source lacks, over the network.")
@to_output(*FORMATS)
@click.option("--report", "reports", multiple=True, metavar="FORMAT=FILE", help="Also write this; any number.")
@click.option(
    "--group",
    type=click.Choice(["auto", "cause", "page", "rule", "none"]),
    default="auto",
    show_default=True,
    help="On a terminal: by cause, by page, by rule, a line each; auto is by page up to fifty findings.",
)
@click.option("--sample", type=click.IntRange(min=1), metavar="N", help="Show N at random, over rules and causes.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of --sample.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Exit with 1 from this severity on; default: error.",
)
@click.option("--fix", is_flag=True, help="First put back what is safe, as `doclint fix` does; then say what is left.")
@wished
@click.option("--baseline", metavar="FILE", help="Known findings: only new ones are shown. See `doclint baseline`.")
@click.option("--strict-baseline", is_flag=True, help="Exit with 1, too, where the baseline knows what is fixed.")
@click.option("--statistics", is_flag=True, help="Only counts, by rule and severity.")
@click.option("--quiet", "-q", is_flag=True, help="No report: only the exit code, and what goes wrong.")
@click.option("--output", metavar="FILE", help="Write the report there, whole or not at all, not to standard output.")
@click.option("--stdin-filename", metavar="PATH", help="Check standard input as what stands in PATH.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@how
@reports_errors
def command(
    against: str | None,
    fetch: bool,
    form: str,
    reports: tuple[str, ...],
    group: Any,
    sample: int | None,
    seed: int,
    fail_on: str | None,
    fix: bool,
    unsafe: bool,
    human: bool,
    known: bool,
    diff: bool,
    baseline: str | None,
    strict_baseline: bool,
    statistics: bool,
    quiet: bool,
    output: str | None,
    stdin_filename: str | None,
    exit_zero: bool,
    jobs: int | None,
    page_timeout: float,
    no_cache: bool,
    **options: Any,
) -> int:
    """Check translated pages against their English.

    PATHS are Markdown files, folders, or REPO@REV; without any, the translated pages of the repository, in whatever
    known layout they lie. The English stands in the page itself (side by side), beside it in the layout, or where
    --source or the configuration says: below a folder at the same relative path, in a git repository at the commit
    that the page names, without a checkout. Without it only rules that need no English speak.

    \b
    doclint check
    doclint check docs/ru-RU --source docs/en-US
    doclint check . --source ../docs.git@main --since origin/main
    doclint check page.md --source english.md --format jsonl
    doclint check --format github --report sarif=out.sarif --report markdown=summary.md
    doclint check --baseline 'doclint.baseline.{locale}.txt' --strict-baseline
    doclint check --stdin-filename docs/ru-RU/page.md < page.md
    doclint check --statistics --output counts.txt --exit-zero
    doclint check docs/ru-RU --source docs/en-US --diff
    doclint check --against english.md - --exact --format json < translated.md
    """
    from doclint.engine import Wish
    from doclint.reports.formats.statistics import Statistics
    from doclint.reports.pages import Pages
    from doclint.reports.receiver import Setting
    from doclint.run import Summary
    from doclint.run.plan import start
    from doclint.run.plan.exceptions import ratchet
    from doclint.run.run import Run
    from doclint.text import Severity
    from doclint.text.errors import ConfigError

    if against is not None:
        from doclint.cli.against import compared

        return compared(
            against,
            printer=None if form == "json" else lambda setting: printer_for(form, group, sample, seed, setting=setting),
            fail_on=fail_on,
            output=os.devnull if quiet else output,
            stdin_filename=stdin_filename,
            exit_zero=exit_zero,
            page_timeout=page_timeout,
            **options,
        )
    if diff:
        from doclint.cli.commands.fix import mended

        wishes: Any = {"unsafe": unsafe, "human": human, "known": known, "baseline": baseline, "diff": True}
        way: Any = {"jobs": jobs, "page_timeout": page_timeout, "no_cache": no_cache, "stdin_filename": stdin_filename}
        level = "never" if exit_zero else fail_on
        if reports:
            raise ConfigError("--diff prints what would be put back, and no report: leave --report out")
        with output_to(os.devnull if quiet else output):
            return mended(form="terminal", fail_on=level, **wishes, **way, **options)
    if not fix and (unsafe or human or known):
        raise ConfigError("--unsafe, --human and --known are about what --fix or --diff puts back")
    wanted, plan = planned(options, stdin_filename)
    if fetch:
        complain(f"{start.fetch(plan)} missing objects fetched")
    if fix and stdin_filename is not None:
        raise ConfigError("--fix writes pages: `doclint fix --stdin-filename` prints the one that it is given")
    book = ratchet(plan, baseline, is_narrowed=wanted.min_confidence is not None)
    given = None if stdin_filename is None else sys.stdin.buffer.read()
    run_by: Any = {
        "jobs": jobs,
        "seconds": page_timeout,
        "cached": not no_cache,
        "say": complain,
        "changed_lines": wanted.changed_lines,
        "ratchet": book,
    }
    pages: Run | Written
    if fix:
        from doclint.workflows.fix.start import repair

        pages = repair(plan, Wish(unsafe, human, known), **run_by)
    else:
        pages = start.start(plan, **run_by, given=given)
    setting = Setting(plan.rules, Pages(plan.targets, plan.contexts))
    summary = Summary(unread=Counter(dict.fromkeys(plan.unread, 0)))
    with output_to(os.devnull if quiet else output):
        counts_only = statistics or quiet
        printer = Statistics(sys.stdout) if counts_only else printer_for(form, group, sample, seed, setting=setting)
        with reporting(printer, reports, setting) as writer:
            with progress(len(pages.targets)) as advance:
                for result in pages:
                    summary.add(result)
                    writer.page(result)
                    advance()
            if book and plan.is_whole:
                summary.turn(book.gone(pages.targets))
            writer.end(summary)
    if book and book.trouble:
        complain(book.trouble)
    if form != "terminal":
        for reason, count in summary.source_troubles.most_common():
            complain(f"{counted(count, 'page')} {reason}")
    troubles = list(summary.troubles())
    if not isinstance(pages, Run):
        for line in pages.tally.lines("put back"):
            complain(line)
        pages.repairs.reckoning.require()
        troubles += pages.tally.unwritten
    for line in troubles:
        complain(line)
    if troubles:
        return 3
    level = fail_on or plan.config.fail_on or "error"
    fixed = summary.turned("fixed") if strict_baseline else 0
    if fixed:
        complain(PRUNE.format(counted(fixed, "finding")))
    return int(
        bool(fixed and not exit_zero) or summary.fails(None if level == "never" or exit_zero else Severity(level))
    )


def printer_for(form: str, group: Any, sample: int | None, seed: int, *, setting: Setting) -> Reporter:
    """What prints the findings on standard output."""
    from doclint.reports.reporter import Sampled

    if form == "terminal":
        from doclint.reports.formats.grouped import Grouped

        columns = shutil.get_terminal_size((100, 24)).columns
        printer: Reporter = Grouped(
            sys.stdout, colour=wants_colour(), columns=columns, group="page" if sample else group
        )
    else:
        printer = reporter(form, sys.stdout, setting)
    return Sampled(printer, sample, seed) if sample else printer
