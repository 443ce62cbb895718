"""`doclint rules`: the list."""

from __future__ import annotations

import shutil

import click

from doclint.cli.exits import reports_errors


@click.command("rules")
@click.option("--markdown", is_flag=True, help="As a page of documentation, with help and examples.")
@reports_errors
def command(markdown: bool) -> int:
    """List the rules.

    \b
    doclint rules
    doclint rules --markdown > rules.md
    """
    from doclint.cli.help import listed
    from doclint.engine import rulebook

    if markdown:
        from doclint.engine.authoring import ruledocs

        click.echo(ruledocs.markdown(rulebook.load()), nl=False)
        return 0
    click.echo(listed(rulebook.load(), columns=shutil.get_terminal_size((120, 24)).columns), nl=False)
    return 0
