"""`doclint init`: a first configuration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from doclint.cli.exits import reports_errors
from doclint.cli.usage import Command
from doclint.reports import complain
from doclint.text.plural import counted

MARK = "ms.translationtype: HT"


@click.command("init", cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATHS...]")
@click.option("--source", metavar="FILE|DIR|REPO[@REV]", help="Where the English is, if the layout does not tell.")
@click.option("--output", default="doclint.toml", show_default=True, metavar="FILE", help="File to write.")
@click.option("--learn", is_flag=True, help="Propose house style from what human translators consistently write.")
@click.option("--force", is_flag=True, help="Replace an existing doclint.toml.")
@click.option("--pre-commit", is_flag=True, help="Also add the hooks to .pre-commit-config.yaml.")
@click.option("--github", is_flag=True, help="Also write .github/workflows/translations.yml.")
@click.option("--gitlab", is_flag=True, help="Also add the job to .gitlab-ci.yml.")
@reports_errors
def command(
    paths: tuple[str, ...],
    source: str | None,
    output: str,
    learn: bool,
    force: bool,
    pre_commit: bool,
    github: bool,
    gitlab: bool,
) -> int:
    """Write a doclint.toml from what is found: layout, languages, how pages name their English.

    With --learn, pages translated by people (ms.translationtype: HT in their metadata) are checked, and what they
    consistently write for a protected word becomes an [[allow]] entry with its evidence, but never for words of an API
    that must match. If the file exists, it is not changed, and the entries are printed.

    --pre-commit, --github and --gitlab write to the top of the repository, and keep what stands there. A doclint.toml
    that is there already is kept, too, where one of them is given.

    \b
    doclint init
    doclint init --pre-commit --github
    doclint init --learn --source ../docs.git
    """
    from doclint.engine import rulebook
    from doclint.layouts.tree import root_of
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
    if file.exists() and not force and (pre_commit or github or gitlab):
        click.echo(f"{file.as_posix()} exists already: left as it is")
    else:
        facts = initialize.initialize(plan.targets, file, layout=plan.layout, source=source, learnt=learnt, force=force)
        languages = ", ".join(facts.locales) or "no known language"
        click.echo(f"{file.as_posix()} written, from {counted(facts.pages, 'page')} in {languages}")
        for entry in learnt:
            click.echo(f'  allowed: "{entry.found}" for "{entry.expected}", {entry.evidence}')
    for line in _recipes(root_of(Path.cwd()), source, pre_commit=pre_commit, github=github, gitlab=gitlab):
        click.echo(line)
    click.echo(
        "next: `doclint check` shows what is found; `doclint baseline write` records it, so that only new findings fail"
    )
    return 0


def _recipes(root: Path, source: str | None, *, pre_commit: bool, github: bool, gitlab: bool) -> Iterator[str]:
    """What was asked for besides the configuration, written; a line each. Raises ConfigError."""
    from doclint.workflows.init import recipes

    elsewhere = recipes.outside(source, root)
    if pre_commit:
        yield from recipes.pre_commit(root)
    if github:
        yield from recipes.github(root, elsewhere)
    if gitlab:
        yield from recipes.gitlab(root, elsewhere)
