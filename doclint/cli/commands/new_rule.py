"""`doclint new-rule`: the first draft of a rule."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from doclint.cli.exits import reports_errors


@click.command("new-rule")
@click.argument("name")
@click.option("--into", metavar="DIR", help="A folder of your own rules, made where it is not there.")
@click.option("--prefix", metavar="LETTERS", help="With --into: how its ids begin; else as those there, or OWN.")
@click.option("--group", type=click.IntRange(0, 9), metavar="DIGIT", help="The first digit of its id; else 9, or 1.")
@click.option("--folder", default="rules", show_default=True, help="Where doclint's own rules lie, in a clone.")
@reports_errors
def command(name: str, into: str | None, prefix: str | None, group: int | None, folder: str) -> int:
    """Write the draft of a rule NAME, with examples that fail until the rule is written.

    The name says what is wrong, as value-list-changed does. With --into it is a rule of your own, for `--rules DIR`:
    see docs/rule-packs.md. Else it is one of doclint's: CONTRIBUTING.md tells the rest of the way.

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
    click.echo(f"{file.as_posix()} is written: its examples fail until changed() finds them")
    click.echo(f"next: {following}")
    return 0
