"""`doclint new-rule`: the first draft of a rule."""

from __future__ import annotations

from pathlib import Path

import click

from doclint.cli.exits import reports_errors


@click.command("new-rule")
@click.argument("name")
@click.option("--group", type=click.IntRange(0, 9), default=9, metavar="DIGIT", help="The digit after DL in its id.")
@click.option("--folder", default="rules", show_default=True, help="Where the rules lie.")
@reports_errors
def command(name: str, group: int, folder: str) -> int:
    """Write the draft of a rule NAME, with examples that fail until the rule is written.

    The name says what is wrong, as value-list-changed does. CONTRIBUTING.md tells the rest of the way.

    \b
    doclint new-rule unit-changed --group 1
    python -m pytest tests/engine/test_rules.py -k unit-changed
    """
    from doclint.engine import rulebook
    from doclint.engine.authoring import newrule

    file = newrule.write_draft(name, Path(folder), rulebook.load(), str(group))
    click.echo(f"{file.as_posix()} is written: its examples fail until changed() finds them")
    click.echo(f"next: python -m pytest tests/engine/test_rules.py -k {name}")
    return 0
