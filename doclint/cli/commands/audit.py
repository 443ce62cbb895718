"""`doclint audit`: the one-off report of many pages, as a folder that opens from disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import CLUSTER, about, how, planned
from doclint.cli.usage import Command
from doclint.reports import complain
from doclint.reports.console import progress

if TYPE_CHECKING:
    from doclint.run import Asked, How
    from doclint.run.plan.plan import Plan
    from doclint.run.run import Run
    from doclint.workflows.audit.build import Page
    from doclint.workflows.audit.totals import Totals
    from doclint.workflows.coverage.table import Row


UNCOUNTED = "coverage is not counted: {}"


@click.command("audit", cls=Command)
@about
@click.option(
    "--output", "-o", required=True, metavar="DIR", help="Folder to write; an earlier audit in it is replaced."
)
@click.option("--weights", metavar="FILE", help="CSV with columns path and views: how often pages are read.")
@click.option(
    "--previous",
    metavar="FILE|DIR",
    help="summary.json of an earlier audit, or a folder of them, to show what changed.",
)
@click.option(
    "--from",
    "part",
    metavar="PART",
    help="Check nothing: report what `doclint check --part` wrote; PATHS are more parts.",
)
@CLUSTER
@how
@reports_errors
def command(
    output: str,
    weights: str | None,
    previous: str | None,
    part: str | None,
    cluster: str | None,
    how: How,
    **options: Any,
) -> int:
    """Write a report for people who decide: what is damaged, where to repair it, what was not checked.

    DIR/index.html opens from disk, without a network. Beside it are summary.json, findings.csv, coverage.csv, purge.csv
    and, with `pip install doclint[audit]`, findings.parquet and bug lists for the vendor (bugs-LOCALE.xlsx).
    Verdicts given in the report (real, false, house style) can be exported for `doclint accept --from`.

    \b
    doclint audit -o audit
    doclint audit docs/ru-RU --source ../docs.git@main -o audit --weights views.csv
    doclint audit -o audit --from part-1.jsonl part-2.jsonl
    """
    from doclint.workflows.audit.build import require_replaceable
    from doclint.workflows.audit.earlier import read_summaries
    from doclint.workflows.audit.figures.origin import origin
    from doclint.workflows.audit.totals import Totals
    from doclint.workflows.audit.weights import read_weights

    out = Path(output)
    require_replaceable(out)
    earlier = read_summaries(previous) if previous else []
    totals = Totals(read_weights(weights) if weights else None, origin())
    make = _checked if part is None else _merged
    how = how._replace(cluster=cluster)
    summary = make(options if part is None else _parts_only(part, options), how, out, totals, earlier)
    click.echo(
        f"{out / 'index.html'}: {summary['findings']} findings on {summary['pages_with_findings']} of ", nl=False
    )
    click.echo(f"{summary['pages']} pages, {summary['causes']} causes")
    click.echo(f"next: open {out / 'index.html'} in a browser")
    troubles = list(totals.summary.troubles())
    complain(*troubles)
    return 3 if troubles else 0


def _checked(
    options: dict[str, Any], how: How, out: Path, totals: Totals, earlier: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """The audit of pages that are checked now."""
    from doclint.run.plan import start
    from doclint.workflows.audit.build import build

    wanted, plan = planned(options)
    totals.summary.unread.update(dict.fromkeys(plan.unread, 0))
    return build(
        pages(start.start(plan, how), plan),
        out,
        totals=totals,
        template=plan.config.published_url,
        source_locale=plan.config.source_locale or "en",
        earlier=earlier,
        coverage=covered(wanted),
    )


def _merged(
    options: dict[str, Any], how: How, out: Path, totals: Totals, earlier: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """The audit of pages that were checked in parts."""
    from doclint.workflows.audit.build import build
    from doclint.workflows.parts.merged import Merged

    merged = Merged.of(options["paths"])
    totals.summary.unread.update(dict.fromkeys(merged.unread, 0))
    coverage, why = merged.coverage()
    if why:
        complain(UNCOUNTED.format(why))
    return build(
        ((page.place, page.result.locale, page.result) for page in merged.pages()),
        out,
        totals=totals,
        template=merged.head.published_url,
        source_locale=merged.head.source_locale or "en",
        earlier=earlier,
        coverage=coverage,
    )


def _parts_only(part: str, options: dict[str, Any]) -> dict[str, Any]:
    """The parts that are named. Raises ConfigError where more is asked, which only a check can answer."""
    from doclint.text.errors import ConfigError

    more = [name for name, value in options.items() if value and name != "paths"]
    if more:
        raise ConfigError(f"--from reads what was found: leave out --{more[0].replace('_', '-')}")
    return {"paths": (part, *options["paths"])}


def covered(wanted: Asked) -> list[Row]:
    """How much of the English each locale has; nothing, and why, where a clone cannot list the English pages."""
    from doclint.run.plan.plan import make
    from doclint.text.errors import SourceError
    from doclint.workflows.coverage.table import rows

    try:
        return list(rows(make(wanted._replace(missing=True))))
    except SourceError as error:
        complain(UNCOUNTED.format(error))
        return []


def pages(run: Run, plan: Plan) -> Iterator[Page]:
    """The pages with their results, which come in the order of the targets."""
    from doclint.run.pagelocale import locale_of

    with progress(len(run.targets)) as bar:
        for target, result in run.pages():
            is_told = result.locale or not result.unfinished
            yield target, result.locale if is_told else locale_of(plan.contexts[target.context], target), result
            bar.advance()
