"""`doclint audit`: the one-off report of many pages, as a folder that opens from disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import about, how, planned
from doclint.cli.usage import Command
from doclint.reports import complain
from doclint.reports.console import progress

if TYPE_CHECKING:
    from doclint.run import Asked, How
    from doclint.run.plan.plan import Plan
    from doclint.run.run import Run
    from doclint.workflows.audit.build import Page
    from doclint.workflows.coverage.table import Row


@click.command("audit", cls=Command)
@about
@click.option(
    "--output", "-o", required=True, metavar="DIR", help="Folder to write; an earlier audit in it is replaced."
)
@click.option("--weights", metavar="FILE", help="CSV with columns path and views: how often pages are read.")
@click.option("--previous", metavar="FILE", help="summary.json of an earlier audit, to show what changed.")
@how
@reports_errors
def command(
    output: str,
    weights: str | None,
    previous: str | None,
    how: How,
    **options: Any,
) -> int:
    """Write a report for people who decide: what is damaged, where to repair it, what was not checked.

    DIR/index.html opens from disk, without a network. Beside it are summary.json, findings.csv and coverage.csv
    and, with `pip install doclint[audit]`, findings.parquet and bug lists for the vendor (bugs-LOCALE.xlsx).
    Verdicts given in the report (real, false, house style) can be exported for `doclint accept --from`.

    \b
    doclint audit -o audit
    doclint audit docs/ru-RU --source ../docs.git@main -o audit --weights views.csv
    """
    from doclint.run.plan import start
    from doclint.workflows.audit.build import build, require_replaceable
    from doclint.workflows.audit.earlier import read_summary
    from doclint.workflows.audit.totals import Totals
    from doclint.workflows.audit.weights import read_weights

    out = Path(output)
    require_replaceable(out)
    earlier = read_summary(previous) if previous else None
    totals = Totals(read_weights(weights) if weights else None)
    wanted, plan = planned(options)
    totals.summary.unread.update(dict.fromkeys(plan.unread, 0))
    run = start.start(plan, how)
    summary = build(
        pages(run, plan),
        out,
        totals=totals,
        template=plan.config.published_url,
        source_locale=plan.config.source_locale or "en",
        previous=earlier,
        coverage=covered(wanted),
    )
    click.echo(
        f"{out / 'index.html'}: {summary['findings']} findings on {summary['pages_with_findings']} of ", nl=False
    )
    click.echo(f"{summary['pages']} pages, {summary['causes']} causes")
    click.echo(f"next: open {out / 'index.html'} in a browser")
    troubles = list(totals.summary.troubles())
    complain(*troubles)
    return 3 if troubles else 0


def covered(wanted: Asked) -> list[Row]:
    """What each locale has of the English; nothing, and why, where a clone cannot list the English pages."""
    from doclint.run.plan.plan import make
    from doclint.text.errors import SourceError
    from doclint.workflows.coverage.table import rows

    try:
        return list(rows(make(wanted._replace(missing=True))))
    except SourceError as error:
        complain(f"coverage is not counted: {error}")
        return []


def pages(run: Run, plan: Plan) -> Iterator[Page]:
    """The pages with their results, which come in the order of the targets."""
    from doclint.run.pagelocale import locale_of

    with progress(len(run.targets)) as bar:
        for target, result in run.pages():
            context = plan.contexts[target.context]
            locale = result.findings[0].locale if result.findings else locale_of(context, target)
            yield target, locale, result
            bar.advance()
