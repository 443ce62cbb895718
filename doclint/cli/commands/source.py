"""`doclint source`: copies of English repositories, and what a change of a page means for its translations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from doclint.cli.exits import reports_errors
from doclint.cli.group import Group
from doclint.cli.usage import Command
from doclint.reports import complain

if TYPE_CHECKING:
    from doclint.workflows.source.change import SourceChange

FEW = 10
"""Translations and words of one page that are named."""


@click.group("source", cls=Group)
def command() -> None:
    """Fetch the English named by its address, and report what its changes mean."""


@command.command("sync", cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATHS...]")
@click.option("--config", metavar="FILE", help="Configuration file; default: the nearest doclint.toml, here or above.")
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    default=4,
    show_default=True,
    help="Number of repositories that are fetched at once.",
)
@reports_errors
def sync(paths: tuple[str, ...], config: str | None, jobs: int) -> int:
    """Fetch or update the English that `source.url` names; this uses the network.

    A mirror is kept in doclint's cache folder: commits and folders, and of the contents every version of the Markdown
    pages. Every other command only reads it.

    \b
    doclint source sync
    doclint source sync --config docs/doclint.toml
    """
    from doclint.run import Asked
    from doclint.run.plan.sync import synced

    for line in synced(Asked(paths=paths, config=config), jobs):
        click.echo(line)
    return 0


@command.command("hook", cls=Command)
@click.argument("files", nargs=-1, metavar="[FILES...]")
@click.option(
    "--since",
    default="HEAD",
    envvar="PRE_COMMIT_FROM_REF",
    metavar="REV",
    help="Report on lines that are new since REV.",
)
@reports_errors
def hook(files: tuple[str, ...], since: str) -> int:
    """Report what a change of these English pages means for their translations.

    Lists translations that are now stale, and words on the changed lines that translators damage, as `doclint advise`
    does. Made for pre-commit (`id: doclint-source`): it never fails, and ignores files that are not English pages and
    translations that change together with their English.
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
