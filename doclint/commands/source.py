"""`doclint source`: copies of English repositories, and what a change of a page means for its translations."""

from __future__ import annotations

import os

import click

from doclint.commands.exits import reports_errors
from doclint.reports.console import complain

FEW = 10
"""Translations of one page that are named."""


@click.group("source")
def command() -> None:
    """The English that a configuration names by its address."""


@command.command("sync")
@click.argument("paths", nargs=-1, metavar="[PATHS...]")
@click.option("--config", metavar="FILE", help="The configuration; else the nearest doclint.toml upwards.")
@reports_errors
def sync(paths: tuple[str, ...], config: str | None) -> int:
    """Get the English that `source.url` names, or bring it up to date: the command that uses the network.

    What is kept is a mirror without file contents, in doclint's cache folder, and of contents those that the pages
    here were made from. Every other command reads what is there.

    \b
    doclint source sync
    doclint source sync --config docs/doclint.toml
    """
    from doclint.plan.asked import Asked
    from doclint.plan.mirrors import synced

    for line in synced(Asked(paths=paths, config=config)):
        click.echo(line)
    return 0


@command.command("hook")
@click.argument("files", nargs=-1, metavar="[FILES...]")
@reports_errors
def hook(files: tuple[str, ...]) -> int:
    """Say which translations are stale now that these English pages change.

    Made for pre-commit (`id: doclint-source`): it never fails, and files that are no source pages are passed over, and
    so are translations that change along with their source.
    """
    from doclint.errors import DoclintError
    from doclint.plan.translations import translations
    from doclint.reports.cells import shown

    try:
        found = translations(files) if files else {}
    except DoclintError as error:
        complain(str(error))
        return 0
    changed = {os.path.realpath(file) for file in files}
    for file, targets in found.items():
        stale = [one for one in targets if os.path.realpath(one.file) not in changed]
        if not stale:
            continue
        click.echo(
            f"{shown(file)}: {len(stale)} {'translation is' if len(stale) == 1 else 'translations are'} now stale"
        )
        for target in stale[:FEW]:
            click.echo(f"  {shown(target.path)}")
        if len(stale) > FEW:
            click.echo(f"  and {len(stale) - FEW} more")
    return 0
