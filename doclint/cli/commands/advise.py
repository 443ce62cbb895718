"""`doclint advise`: the words that translators damage, and what keeps them in the English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import about, asked, how, to_output
from doclint.reports import complain

if TYPE_CHECKING:
    from doclint.run import How


@click.command("advise")
@about
@click.option(
    "--from", "findings", multiple=True, metavar="FILE", help="Findings of `check --format jsonl`, instead of a run."
)
@click.option("--head", metavar="FILE|DIR|REPO[@REV]", help="The newest English; else where the run's English lies.")
@click.option(
    "--syntax", type=click.Choice(["backticks", "microsoft"]), help="What the site knows; else metadata tells."
)
@to_output("table", "jsonl")
@click.option("--limit", type=click.IntRange(min=0), default=50, show_default=True, help="Words in the table; 0: all.")
@click.option("--diff", is_flag=True, help="Print the patch of the English pages instead.")
@click.option("--write", is_flag=True, help="Write the English pages.")
@click.option("--glossary", metavar="FILE.csv|FILE.tbx", help="Write the terms that no vendor should translate.")
@how
@reports_errors
def command(
    findings: tuple[str, ...],
    head: str | None,
    syntax: Any,
    form: str,
    limit: int,
    diff: bool,
    write: bool,
    glossary: str | None,
    how: How,
    **options: Any,
) -> int:
    """Say how to write the English so that translators damage it no more.

    PATHS are translated pages, as for `check`: what a run finds there is counted by word, and each word gets a
    remedy on the English pages as they are now. With --from, or where PATHS are English files, they are the
    English pages to look at, and each place is warned of. Nothing found is no error: the exit code is 0.

    \b
    doclint advise docs/ru docs/ja --source docs/en
    doclint advise --from findings.jsonl --head ../docs --diff
    doclint advise docs/en/parcel.md
    """
    from doclint.workflows.advise import report
    from doclint.workflows.advise.gather import gather
    from doclint.workflows.advise.gather import write as write_page

    found = gather(asked(options), how, head=head, syntax=syntax, findings=findings)
    patched = [page for page in found.pages if page.edits]
    if glossary:
        from doclint.workflows.advise import termbase

        termbase.write(glossary, termbase.terms(found.totals))
    if diff:
        for page in patched:
            click.echo(report.diff(page).encode("utf-8", "surrogateescape"), nl=False)
    elif form == "jsonl":
        for line in report.lines(found.totals):
            click.echo(line)
    elif found.is_of_pages:
        for page in found.pages:
            for line in report.warnings(page):
                click.echo(line)
    else:
        for line in report.table(found.totals, limit or None):
            click.echo(line)
    complain(*report.summary(found.pages, found.totals, found.wordless))
    if write:
        for page in patched:
            write_page(page)
        complain(f"{len(patched)} English {'page' if len(patched) == 1 else 'pages'} written")
    return 0
