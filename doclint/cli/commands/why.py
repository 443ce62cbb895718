"""`doclint why`: all that is known of one finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import ABOUT, about_only, asked, how
from doclint.cli.usage import Command
from doclint.reports import complain
from doclint.reports.console import progress

NARROWING = {"since", "changed_lines", "ignore", "min_confidence"}
"""What only leaves findings out, so that it means nothing for one that is named."""

if TYPE_CHECKING:
    from doclint.run import How

MOST = 20
"""Findings that are listed where a fingerprint means several."""


@click.command("why", cls=Command)
@click.argument("fingerprint")
@about_only(*(name for name in ABOUT if name not in NARROWING))
@how
@reports_errors
def command(fingerprint: str, how: How, **options: Any) -> int:
    """Show why a finding is one: both lines, evidence, how its English was found, and what would silence it.

    The beginning of the FINGERPRINT, as in `--format jsonl`, is enough. Use the PATHS and options of the check that
    found it; with fewer PATHS it is found sooner, and the same finding in other languages is left out.

    \b
    doclint why 3fa92c docs/ru-RU --source docs/en-US
    """
    from doclint.reports import isolated, shown
    from doclint.run.load import Loader
    from doclint.run.plan.plan import make
    from doclint.run.plan.start import start
    from doclint.text.errors import ConfigError
    from doclint.workflows.why import lines

    plan = make(asked(options))
    pages = start(plan, how)
    beginning = fingerprint.lower()
    mark = f'"fingerprint": "{beginning}'.encode()
    found = []
    with progress(len(pages.targets)) as bar:
        for target, result in zip(pages.targets, pages, strict=False):
            if mark in result.findings.lines:
                found += [(target, one) for one in result.findings if one.fingerprint.startswith(beginning)]
            bar.advance()
    if not found:
        raise ConfigError(f'no finding "{fingerprint}" on {len(pages.targets)} pages: use the options of the check')
    if len(found) > 1:
        complain(f'{len(found)} findings begin with "{fingerprint}": give more characters, or name the page')
        for _, one in found[:MOST]:
            place = f"{shown(one.path)}:{one.place.start.line}"
            click.echo(f"{one.fingerprint}  {isolated(place)}  {isolated(shown(one.message))}  {one.rule}")
        return 2
    ((target, finding),) = found
    subject = Loader(plan.contexts).load(target)
    for line in lines(finding, subject):
        click.echo(line)
    return 0
