"""`doclint check`: what a run is asked for, what it says, and the exit code."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import CLUSTER, about, how, report_options, to_output, wished
from doclint.cli.printing import Printing
from doclint.cli.usage import Command
from doclint.reports import complain
from doclint.reports.choose import FORMATS, Several, reporting
from doclint.reports.console import output_to
from doclint.text.plural import counted

if TYPE_CHECKING:
    from doclint.cli.session import Session
    from doclint.engine import Wish
    from doclint.reports.reporter import Reporter
    from doclint.run import How, Summary
    from doclint.run.run import Run
    from doclint.workflows.fix.write import Written


@click.command("check", cls=Command)
@about
@click.option(
    "--against", metavar="ENGLISH", help="Compare two texts: PATHS (one file, or -) with this English file (or -)."
)
@click.option("--fetch", is_flag=True, help="First fetch what a partial clone of the source lacks, over the network.")
@to_output(*FORMATS)
@report_options
@click.option("--fix", is_flag=True, help="First fix what is safe, like `doclint fix`; then report the rest.")
@wished
@click.option(
    "--baseline", metavar="FILE", help="File of known findings: only new ones are reported. See `doclint baseline`."
)
@click.option("--stdin-filename", metavar="PATH", help="Check standard input as if it were the file PATH.")
@click.option(
    "--hook",
    is_flag=True,
    help="For a commit hook: only findings of the commit, each with the command that accepts it.",
)
@click.option(
    "--shard",
    metavar="NUMBER/OF",
    help="Check one of several equal parts, such as 3/16; a page stays in its part.",
)
@click.option("--part", metavar="FILE", help="Also write what `doclint merge` and `doclint audit --from` need.")
@CLUSTER
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
    hook: bool,
    shard: str | None,
    part: str | None,
    cluster: str | None,
    how: How,
    **options: Any,
) -> int:
    """Check translated pages against their English.

    PATHS are Markdown files, folders, or REPO@REV; by default, all translated pages of the repository, if its layout
    is a known one. The English is in the page itself (side by side), beside it in the layout, or where --source or the
    configuration says: in a folder at the same relative path, or in a git repository at the commit that the page
    names, without a checkout. Pages without English are only checked by rules that need none.

    \b
    doclint check
    doclint check docs/ru-RU --source docs/en-US
    doclint check . --source ../docs.git@main --since origin/main
    doclint check page.md --source english.md --format jsonl
    doclint check --format github --report sarif=out.sarif --report markdown=summary.md
    doclint check --baseline '.doclint/baseline.{locale}.txt' --strict-baseline
    doclint check --stdin-filename docs/ru-RU/page.md < page.md
    doclint check --statistics --output counts.txt --exit-zero
    doclint check docs/ru-RU --source docs/en-US --diff
    doclint check --hook docs/ru-RU/page.md
    doclint check --against english.md - --exact --format json < translated.md
    doclint check --shard 3/16 --part part-3.jsonl
    """
    from doclint.cli.session import Session, strict
    from doclint.engine import Wish

    printing = Printing(form, group, sample, seed, counts_only=statistics or quiet)
    out = os.devnull if quiet else output
    if against is not None:
        from doclint.cli.against import compared

        return compared(
            against,
            printer=None if form == "json" else printing.printer,
            fail_on=fail_on,
            output=out,
            stdin_filename=stdin_filename,
            exit_zero=exit_zero,
            seconds=how.seconds,
            **options,
        )
    wish, level = Wish(unsafe, human, known), "never" if exit_zero else fail_on
    _require_sense(wish, fix=fix, diff=diff, has_reports=bool(reports), is_given=stdin_filename is not None)
    then = None
    if hook:
        from doclint.cli.hook import before, repeated, require_sense

        require_sense(form, fix=fix, diff=diff, is_given=stdin_filename is not None)
        printing, then = printing._replace(repeated=repeated(options)), before()
    _require_plain(part, cluster, is_other=fix or diff or hook or stdin_filename is not None)
    portion = None
    if shard or part:
        from doclint.run.plan.pages.shard import Shard

        portion = Shard.read(shard) if shard else Shard()
    how = how._replace(cluster=cluster)
    session = Session.of(options, how, baseline=baseline, stdin_filename=stdin_filename, before=then, shard=portion)
    if diff:
        from doclint.cli.mending import mended

        with output_to(out):
            return mended(session, wish, form, is_dry=True, fail_on=level)
    if fetch:
        from doclint.run.plan import start

        complain(f"{start.fetch(session.plan)} missing objects fetched")
    pages = session.repair(wish) if fix else session.check()
    with output_to(out):
        summary = _reported(session, pages, printing, reports, part, quiet=quiet, fail_on=level)
    code = _ended(session, pages, summary, form, fail_on=level)
    return strict(summary, code, exit_zero=exit_zero) if strict_baseline else code


def _require_sense(wish: Wish, *, fix: bool, diff: bool, has_reports: bool, is_given: bool) -> None:
    """Raise ConfigError for options that mean nothing together."""
    from doclint.text.errors import ConfigError

    if diff and has_reports:
        raise ConfigError("--diff prints fixes instead of a report: leave out --report")
    if not (fix or diff) and (wish.unsafe or wish.human or wish.known):
        raise ConfigError("--unsafe, --human and --known only mean something with --fix or --diff")
    if fix and not diff and is_given:
        raise ConfigError("--fix writes files: use `doclint fix --stdin-filename` to print a fixed page")


def _require_plain(part: str | None, cluster: str | None, *, is_other: bool) -> None:
    """Raise ConfigError for a part of what is no plain check, and for workers that are to do more than that."""
    from doclint.text.errors import ConfigError

    if is_other and (part or cluster):
        name = "--part" if part else "--cluster"
        raise ConfigError(f"{name} is for a plain check: leave out --fix, --diff, --hook, --stdin-filename")


def _reported(
    session: Session,
    pages: Run | Written,
    printing: Printing,
    reports: Sequence[str],
    part: str | None,
    *,
    quiet: bool,
    fail_on: str | None,
) -> Summary:
    """The findings printed, and written to the files of `--report` and `--part`."""
    from doclint.reports.pages import Pages
    from doclint.reports.receiver import Setting

    plan, book = session.plan, session.book
    setting = Setting(
        plan.rules, Pages(plan.targets, plan.contexts), partial(session.fails, limit=session.limit(fail_on))
    )
    with ExitStack() as stack:
        writer = stack.enter_context(reporting(printing.printer(setting), reports, setting))
        if part:
            writer = Several([writer, stack.enter_context(_recording(session, pages, part))])
        summary = session.summed(pages, writer.page, quiet=quiet)
        if book and plan.is_whole:
            summary.turn(book.gone(pages.targets))
        writer.end(summary)
    return summary


def _recording(session: Session, pages: Run | Written, part: str) -> AbstractContextManager[Reporter]:
    """What writes a part."""
    from doclint.run.run import Run
    from doclint.workflows.parts.write import recording

    assert isinstance(pages, Run)
    assert session.shard
    assert session.whole
    asked, whole = session.whole
    return recording(part, pages, whole=whole, shard=session.shard, asked=asked, book=session.book)


def _ended(session: Session, pages: Run | Written, summary: Summary, form: str, *, fail_on: str | None) -> int:
    """Say what the report leaves out; the exit code."""
    from doclint.cli.session import tell
    from doclint.run.run import Run

    if session.book and session.book.trouble:
        complain(session.book.trouble)
    if form != "terminal":
        for reason, count in summary.source_troubles.most_common():
            complain(f"{counted(count, 'page')} {reason}")
    troubles = list(summary.troubles())
    if not isinstance(pages, Run):
        tell(pages, "fixed")
        troubles += pages.tally.unwritten
    return session.ended(summary, troubles, fail_on)
