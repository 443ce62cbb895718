"""`doclint rules`: the list, and whether the rules of packs keep their own examples."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import RULES, rules_known
from doclint.cli.usage import Command

if TYPE_CHECKING:
    from doclint.engine import Rule


@click.command("rules", cls=Command)
@click.option("--markdown", is_flag=True, help="Print as a page of documentation, with help and examples.")
@click.option("--test", is_flag=True, help="Test the rules of packs by their examples; exit with 1 if one fails.")
@RULES
@reports_errors
def command(markdown: bool, test: bool, rules: tuple[str, ...]) -> int:
    """List the rules, including those of packs named in the configuration.

    \b
    doclint rules
    doclint rules --markdown > rules.md
    doclint rules --rules rules-of-ours --test
    """
    from doclint.cli.help import listed
    from doclint.engine.rulebook import PREFIX

    known = rules_known(rules)
    if test:
        return tested([rule for rule in known if rule.prefix != PREFIX])
    if markdown:
        from doclint.engine.authoring import ruledocs

        click.echo(ruledocs.markdown(known), nl=False)
        return 0
    click.echo(listed(known, columns=shutil.get_terminal_size((120, 24)).columns), nl=False)
    return 0


def tested(rules: list[Rule]) -> int:
    """Say of each rule whether its examples hold; the exit code. Raises ConfigError where there is none."""
    from doclint.engine.authoring.testing import check_examples
    from doclint.text.errors import ConfigError

    if not rules:
        raise ConfigError("no rule of a pack to test: name a folder with --rules DIR")
    failed = 0
    for rule in rules:
        try:
            check_examples(rule)
        except Exception as error:  # what a rule raises, it fails by
            failed += 1
            what = "" if isinstance(error, AssertionError) else f"{rule.id} {rule.name}: {type(error).__name__}: "
            click.echo(f"{what}{error}")
        else:
            click.echo(f"{rule.id} {rule.name}: {len(rule.bad) + len(rule.good)} examples hold")
    return int(failed > 0)
