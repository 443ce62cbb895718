"""`doclint explain`: a rule's help page."""

from __future__ import annotations

import shutil

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import RULES, rules_known
from doclint.cli.usage import Command
from doclint.reports.console import wants_colour


@click.command("explain", cls=Command)
@click.argument("rule")
@RULES
@reports_errors
def command(rule: str, rules: tuple[str, ...]) -> int:
    """Explain what RULE (a name or an id) finds, why, and what it ignores.

    \b
    doclint explain enum-member-changed
    doclint explain DL102
    doclint explain unit-changed --rules rules-of-ours
    """
    from doclint.cli.help import explained
    from doclint.engine import rulebook

    found = rulebook.find(rules_known(rules), rule)
    columns = min(shutil.get_terminal_size((100, 24)).columns, 100)
    click.echo(explained(found, colour=wants_colour(), columns=columns), nl=False, color=wants_colour())
    return 0
