"""`doclint confirm`: a reviewer's word that pages are in step with their English."""

from __future__ import annotations

from collections import Counter
from typing import Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import about, planned
from doclint.cli.usage import Command
from doclint.reports import complain
from doclint.text.plural import counted


@click.command("confirm", cls=Command)
@about
@click.option("--from-history", is_flag=True, help="Confirm the pages whose last commit also changed their English.")
@reports_errors
def command(from_history: bool, **options: Any) -> int:
    """Confirm that PAGES are up to date with their English: reviewed, with nothing missing.

    This is written to .doclint/sources.lock, one line for each page: commit that file. From then on a page is checked
    against the English that was confirmed, until the page changes; `doclint stale` lists what the English gained since.
    With --from-history, pages whose last commit changed both sides are taken to be up to date without a review.

    \b
    doclint confirm docs/de/parcel.md docs/de/depot.md
    doclint confirm docs/de --source ../docs.git@v2
    doclint confirm --from-history
    """
    from doclint.run.confirmed import top
    from doclint.sources.lock import NAME, read, write
    from doclint.text.errors import ConfigError
    from doclint.workflows.confirm import Confirmer

    if not (options["paths"] or from_history):
        raise ConfigError("name the pages that you have reviewed, or use --from-history")
    wanted, plan = planned(options)
    folder = top(plan.config.file, wanted.paths)
    file = folder / NAME
    lock = read(file)
    said = list(Confirmer(plan.contexts, folder, from_history=from_history).confirm(plan.targets))
    new = [one.confirmed for one in said if one.confirmed]
    if from_history:  # a reviewer's word for the same page outweighs it
        new = [one if lock.page(one.path) != one.page else lock.by_path[one.path] for one in new]
    known = sum(lock.by_path.get(one.path) == one for one in new)
    if len(new) > known:
        write(file, lock.adding(new))
    click.echo(f"{counted(len(new), 'page')} confirmed in {NAME}{f', {known} of them before' if known else ''}")
    lost = [one for one in said if one.confirmed is None]
    if from_history:
        for why, count in Counter(one.why for one in lost).most_common():
            click.echo(f"{counted(count, 'page')} not confirmed: {why}")
        return 0
    for one in lost:
        complain(f'"{one.path}" {one.why}')
    for line in plan.unread:
        complain(line)
    return 3 if lost or plan.unread else 0
