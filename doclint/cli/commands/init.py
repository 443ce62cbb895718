"""`doclint init`: a first configuration."""

from __future__ import annotations

from pathlib import Path

import click

from doclint.cli.exits import reports_errors
from doclint.reports import complain

MARK = "ms.translationtype: HT"


@click.command("init")
@click.argument("paths", nargs=-1, metavar="[PATHS...]")
@click.option("--source", metavar="FILE|DIR|REPO[@REV]", help="Where the English lies, if the layout does not say.")
@click.option("--output", default="doclint.toml", show_default=True, metavar="FILE", help="The file to write.")
@click.option("--learn", is_flag=True, help="Propose house style from what human translators consistently wrote.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@reports_errors
def command(paths: tuple[str, ...], source: str | None, output: str, learn: bool, force: bool) -> int:
    """Write a doclint.toml from what is seen: layout, languages, how pages name their source.

    With --learn, pages whose metadata says that people translated them (ms.translationtype: HT) are checked, and what
    they consistently write for a protected word becomes an [[allow]] entry with its evidence, never for what goes over
    the wire; a file that is there already is left alone, and the entries are printed.

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
            complain(f"nothing is learnt: no page is marked as made by people ({MARK})")
        learnt = initialize.learn(pages, Loader(plan.contexts), rules, config=plan.config)
        if file.exists() and not force:
            none = "human translators show no house style here" if pages else "no page is marked as made by people"
            click.echo("\n".join(starter.entries(learnt)) or f"# {none}")
            return 0
    facts = initialize.initialize(plan.targets, file, layout=plan.layout, source=source, learnt=learnt, force=force)
    languages = ", ".join(facts.locales) or "no known language"
    click.echo(f"{file.as_posix()} is written, from {facts.pages} pages in {languages}")
    for entry in learnt:
        click.echo(f'  allowed: "{entry.found}" for "{entry.expected}", {entry.evidence}')
    return 0
