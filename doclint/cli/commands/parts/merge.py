"""`doclint merge`: the report of a run that was checked in parts."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import RULES, report_options, rules_known, to_output
from doclint.cli.printing import Printing
from doclint.cli.usage import Command
from doclint.reports import complain
from doclint.reports.choose import FORMATS, reporting
from doclint.reports.console import output_to
from doclint.text.plural import counted

if TYPE_CHECKING:
    from doclint.workflows.parts.dataset import DatasetWriter
    from doclint.workflows.parts.record import Page


@click.command("merge", cls=Command)
@click.argument("parts", nargs=-1, required=True, metavar="PARTS...")
@to_output(*FORMATS)
@report_options
@click.option("--dataset", metavar="DIR", help="Also write all as Parquet files by repository and locale.")
@RULES
@reports_errors
def command(
    parts: tuple[str, ...],
    form: str,
    reports: tuple[str, ...],
    group: Any,
    sample: int | None,
    seed: int,
    fail_on: str | None,
    strict_baseline: bool,
    statistics: bool,
    quiet: bool,
    output: str | None,
    exit_zero: bool,
    dataset: str | None,
    rules: tuple[str, ...],
) -> int:
    """Report what `doclint check --shard` found in all its parts, as one run over all pages would.

    PARTS are the files that `--part` wrote, folders of them, or a dataset. All parts of a run must be there; one that
    is missing, there twice, or of another run is named. Nothing is checked anew. Formats that show what stands on a
    page (sarif, rdjsonl) read the pages, so merge those where the pages are.

    \b
    doclint merge part-1.jsonl part-2.jsonl
    doclint merge parts --format github --report markdown=summary.md
    doclint merge parts --quiet --dataset findings
    """
    from doclint.cli.session import ended, limit, reaches, strict
    from doclint.reports.receiver import Setting
    from doclint.workflows.parts.merged import Merged
    from doclint.workflows.parts.pages import KnownPages

    merged, pages = Merged.of(parts), KnownPages()
    level = "never" if exit_zero else fail_on or merged.head.fail_on
    setting = Setting(merged.rules(rules_known(rules)), pages, partial(reaches, limit=limit(level)))
    printing = Printing(form, group, sample, seed, counts_only=statistics or quiet)
    with ExitStack() as stack:
        stack.enter_context(output_to(os.devnull if quiet else output))
        writer = stack.enter_context(reporting(printing.printer(setting), reports, setting))
        kept = stack.enter_context(_dataset(dataset)) if dataset else None

        def report(page: Page) -> None:
            pages.come(page)
            writer.page(page.result)
            if kept:
                kept.page(page)

        summary = merged.summed(report, writer.page)
        if kept:
            kept.end(merged.parts)
        writer.end(summary)
    complain(*merged.troubles())
    if form != "terminal":
        complain(*(f"{counted(count, 'page')} {reason}" for reason, count in summary.source_troubles.most_common()))
    code = ended(summary, list(summary.troubles()), level)
    return strict(summary, code, exit_zero=exit_zero) if strict_baseline else code


def _dataset(folder: str) -> AbstractContextManager[DatasetWriter]:
    """What writes the Parquet files."""
    from doclint.workflows.parts.dataset import written

    return written(Path(folder))
