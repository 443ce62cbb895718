"""`doclint source`: the copies of English repositories in the cache folder."""

from __future__ import annotations

import click

from doclint.commands.exits import reports_errors


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
    """
    from doclint.plan.asked import Asked
    from doclint.plan.mirrors import synced

    for line in synced(Asked(paths=paths, config=config)):
        click.echo(line)
    return 0
