"""`doclint new-rule`: the first draft of a rule."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from doclint.cli.exits import reports_errors
from doclint.cli.usage import Command


@click.command("new-rule", cls=Command)
@click.argument("name")
@click.option("--into", metavar="DIR", help="Folder of your own rules; created if needed.")
@click.option("--prefix", metavar="LETTERS", help="With --into: letters of the id; default: as in the folder, or OWN.")
@click.option(
    "--group", type=click.IntRange(0, 9), metavar="DIGIT", help="First digit of the id; default: 9, with --into 1."
)
@click.option("--folder", default="rules", show_default=True, help="Folder of doclint's own rules, in a clone.")
@reports_errors
def command(name: str, into: str | None, prefix: str | None, group: int | None, folder: str) -> int:
    """Write the draft of a rule NAME, with examples that fail until the rule is written.

    The name says what is wrong, such as value-list-changed. With --into it is a rule of your own, for `--rules DIR`:
    see docs/rule-packs.md. Without, it is one of doclint's own: see CONTRIBUTING.md.

    \b
    doclint new-rule term-shouted --into rules-of-ours
    doclint new-rule unit-changed --group 1
    python -m pytest tests/engine/test_rules.py -k unit-changed
    """
    from doclint.engine import rulebook
    from doclint.engine.authoring import newrule
    from doclint.text.errors import ConfigError

    if into is not None:
        file = newrule.write_own(name, Path(into), prefix, str(1 if group is None else group))
        following = f"doclint rules --rules {shlex.quote(into)} --test"
    else:
        if prefix is not None:
            raise ConfigError("--prefix is for rules of your own: name their folder with --into DIR")
        file = newrule.write_draft(name, Path(folder), rulebook.load(), str(9 if group is None else group))
        following = f"python -m pytest tests/engine/test_rules.py -k {name}"
    click.echo(f"{file.as_posix()} written; its examples fail until you write changed()")
    click.echo(f"next: {following}")
    return 0
