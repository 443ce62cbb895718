"""`doclint source`: copies of English repositories, and what a change of a page means for its translations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from doclint.cli.exits import reports_errors
from doclint.reports import complain

if TYPE_CHECKING:
    from doclint.workflows.source.change import SourceChange

FEW = 10
"""Translations and words of one page that are named."""


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
    from doclint.run import Asked
    from doclint.run.plan.sync import synced

    for line in synced(Asked(paths=paths, config=config)):
        click.echo(line)
    return 0


@command.command("hook")
@click.argument("files", nargs=-1, metavar="[FILES...]")
@click.option(
    "--since", default="HEAD", envvar="PRE_COMMIT_FROM_REF", metavar="REV", help="What is new is told from here on."
)
@reports_errors
def hook(files: tuple[str, ...], since: str) -> int:
    """Say what the change of these English pages means for their translations.

    Which are stale now, and which words on the changed lines translators damage, as `doclint advise` tells them. Made
    for pre-commit (`id: doclint-source`): it never fails, and files that are no source pages are passed over, and
    so are translations that change along with their source.
    """
    from doclint.text.errors import DoclintError
    from doclint.workflows.source.change import source_changes

    try:
        for change in source_changes(files, since, complain) if files else ():
            for line in _lines(change):
                click.echo(line)
    except (DoclintError, OSError) as error:
        complain(str(error))
    return 0


def _lines(change: SourceChange) -> Iterator[str]:
    """The stale translations of a page, then its words."""
    from doclint.reports import shown
    from doclint.text.plural import counted
    from doclint.workflows.advise.report import warnings

    stale, name = change.stale, shown(change.file)
    if stale:
        yield f"{name}: {counted(len(stale), 'translation')} {'is' if len(stale) == 1 else 'are'} now stale"
        yield from (f"  {shown(path)}" for path in stale[:FEW])
        if len(stale) > FEW:
            yield f"  and {len(stale) - FEW} more"
    words = list(warnings(change.advice))
    yield from words[:FEW]
    more = max(len(words) - FEW, 0)
    if more or change.elsewhere:
        what = f"{counted(more, 'more word')} here" if more else ""
        rest = f"{counted(change.elsewhere, 'word')} on lines that stay" if change.elsewhere else ""
        yield f"  and {' and '.join(filter(None, (what, rest)))}: doclint advise {name}"
