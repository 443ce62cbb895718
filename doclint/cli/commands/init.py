"""`doclint init`: a first configuration."""

from __future__ import annotations

from pathlib import Path

import click

from doclint.cli.exits import reports_errors
from doclint.cli.usage import Command
from doclint.reports import complain

MARK = "ms.translationtype: HT"


@click.command("init", cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATHS...]")
@click.option("--source", metavar="FILE|DIR|REPO[@REV]", help="Where the English is, if the layout does not tell.")
@click.option("--output", default="doclint.toml", show_default=True, metavar="FILE", help="File to write.")
@click.option("--learn", is_flag=True, help="Propose house style from what human translators consistently write.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
@reports_errors
def command(paths: tuple[str, ...], source: str | None, output: str, learn: bool, force: bool) -> int:
    """Write a doclint.toml from what is found: layout, languages, how pages name their English.

    With --learn, pages translated by people (ms.translationtype: HT in their metadata) are checked, and what they
    consistently write for a protected word becomes an [[allow]] entry with its evidence, but never for words of an API
    that must match. If the file exists, it is not changed, and the entries are printed.

    \b
    doclint init
    doclint init --learn --source ../docs.git
    """
    from doclint.engine import rulebook
    from doclint.run import Asked
    from doclint.run.filter.overrides import rules_to_run
    from doclint.run.load import Loader
    from doclint.run.plan.plan import make
    from doclint.workflows.init import initialize, starter

    file = Path(output)
    plan = make(Asked(paths=paths, source=source))
    learnt = []
    if learn:
        rules = rules_to_run(plan.config, rulebook.load(plan.packs))
        pages = initialize.by_people(plan.targets)
        if not pages:
            complain(f"nothing learned: no page is marked as translated by people ({MARK})")
        learnt = initialize.learn(pages, Loader(plan.contexts), rules, config=plan.config)
        if file.exists() and not force:
            none = "no house style was found" if pages else "no page is marked as translated by people"
            click.echo("\n".join(starter.entries(learnt)) or f"# {none}")
            return 0
    facts = initialize.initialize(plan.targets, file, layout=plan.layout, source=source, learnt=learnt, force=force)
    languages = ", ".join(facts.locales) or "no known language"
    click.echo(f"{file.as_posix()} written, from {facts.pages} pages in {languages}")
    for entry in learnt:
        click.echo(f'  allowed: "{entry.found}" for "{entry.expected}", {entry.evidence}')
    click.echo("next: doclint check")
    return 0
