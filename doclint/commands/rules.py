"""`doclint rules`: the list."""

from __future__ import annotations

import shutil

import click

from doclint.commands.exits import reports_errors


@click.command("rules")
@reports_errors
def command() -> int:
    """List the rules."""
    from doclint import rulebook
    from doclint.reports.help import listed

    click.echo(listed(rulebook.load(), columns=shutil.get_terminal_size((120, 24)).columns), nl=False)
    return 0
