"""`doclint advise`: the words that translators damage, and what keeps them in the English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import about, asked, how, to_output
from doclint.cli.usage import Choice, Command
from doclint.reports import complain
from doclint.text.plural import counted

if TYPE_CHECKING:
    from doclint.run import How


@click.command("advise", cls=Command)
@about
@click.option(
    "--from",
    "findings",
    multiple=True,
    metavar="FILE",
    help="Use findings written by `check --format jsonl` instead of checking.",
)
@click.option("--head", metavar="FILE|DIR|REPO[@REV]", help="The newest English; default: the English of the run.")
@click.option(
    "--syntax",
    type=Choice(["backticks", "microsoft"]),
    help="What protects words on the site; default: told by metadata.",
)
@to_output("table", "jsonl")
@click.option(
    "--limit", type=click.IntRange(min=0), default=50, show_default=True, help="Number of words in the table; 0: all."
)
@click.option("--diff", is_flag=True, help="Print a patch of the English pages instead.")
@click.option("--write", is_flag=True, help="Change the English pages.")
@click.option("--glossary", metavar="FILE.csv|FILE.tbx", help="Write a glossary of terms that must not be translated.")
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
    """Say how to write the English so that translators do not damage it again.

    PATHS are translated pages, as for `check`: the findings are counted by word, and each word gets a remedy on the
    English pages as they are now. With --from, or if PATHS are English files, they are the English pages to look at,
    and a warning is printed for each place. The exit code is 0 whatever is found.

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
        complain(f"{counted(len(patched), 'English page')} changed")
    return 0
