"""`doclint baseline`: take down the faults that are there today, so that only new ones fail."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.group import Group
from doclint.cli.options import about, how, planned
from doclint.cli.usage import Command
from doclint.reports import complain
from doclint.reports.console import progress
from doclint.text.plural import counted

if TYPE_CHECKING:
    from doclint.run import Asked, How
    from doclint.run.plan.plan import Plan

TO = click.option("--baseline", metavar="FILE", help="Baseline file; with {locale} in its name, one for each language.")


@click.group("baseline", cls=Group)
def command() -> None:
    """Write down the known findings once, so that only new ones fail.

    A finding is known by its place in the English: moved lines, renamed pages and another wrong word in the same place
    change nothing. `doclint check --baseline FILE`, or `baseline = FILE` in the configuration, uses it.

    \b
    doclint baseline write --source ../docs.git
    doclint check --source ../docs.git --baseline '.doclint/baseline.{locale}.txt'
    doclint baseline prune --source ../docs.git
    """


@command.command("write", cls=Command)
@about
@TO
@click.option("--force", is_flag=True, help="Replace an existing baseline.")
@how
@reports_errors
def write(force: bool, **options: Any) -> int:
    """Write down all present findings, and name the file in the configuration if none is named there.

    \b
    doclint baseline write
    doclint baseline write docs/ja --baseline known.txt --source docs/en
    """
    return _renewed("write", force=force, take_new=True, **options)


@command.command("update", cls=Command)
@about
@TO
@click.option("--new", "take_new", is_flag=True, help="Also add new findings of rules that the baseline knows.")
@how
@reports_errors
def update(take_new: bool, **options: Any) -> int:
    """Add findings of rules that are new to the baseline, follow renamed pages, remove what is fixed.

    \b
    doclint baseline update
    """
    return _renewed("update", force=True, take_new=take_new, **options)


@command.command("prune", cls=Command)
@about
@TO
@how
@reports_errors
def prune(**options: Any) -> int:
    """Remove what is fixed, and add nothing.

    \b
    doclint baseline prune
    """
    return _renewed("prune", force=True, take_new=False, **options)


def _renewed(
    mode: str,
    *,
    force: bool,
    take_new: bool,
    baseline: str | None,
    how: How,
    **options: Any,
) -> int:
    from doclint.run import Summary
    from doclint.run.filter.baseline import file_for, read_all, write
    from doclint.run.filter.ratchet import Ratchet
    from doclint.run.filter.update import Renewal
    from doclint.run.plan import start
    from doclint.run.plan.exceptions import USUAL, baseline_pattern, home
    from doclint.text.errors import ConfigError

    wanted, plan = planned(options)
    pattern = baseline_pattern(plan, baseline) or str(Path(home(plan.config), USUAL))
    is_new = mode == "write"
    if wanted.changed_lines or (wanted.min_confidence and not is_new):
        raise ConfigError("a baseline holds all findings: leave out --changed-lines and --min-confidence")
    ratchet = Ratchet({} if is_new else read_all(pattern), pattern, plan.rules)
    run = start.start(plan, how)
    renewal = Renewal(ratchet, take_new=take_new, take_unseen=mode != "prune", is_whole=plan.is_whole)
    targets = {target.path: target for target in run.targets}
    summary = Summary.of(plan.unread)
    with progress(len(run.targets)) as bar:
        for result in run:
            if target := targets.get(result.path):
                renewal.add(target, result)
                summary.add(result)
            bar.advance()
    troubles = list(summary.troubles())
    complain(*troubles)
    if ratchet.trouble:
        complain(ratchet.trouble)
    books = renewal.books(run.targets)
    there = [file for file in books if is_new and file.exists()]
    if there and not force:
        raise ConfigError(f"{there[0]} already exists: `doclint baseline update` updates it, --force replaces it")
    if is_new and not books:
        books = {file_for(pattern, plan.config.locale): renewal.empty()}
    for file, book in sorted(books.items()):
        write(file, book)
        click.echo(f"{_shown(file)}: {counted(len(book), 'finding')} on {counted(len(book.pages), 'page')}")
    for locale, counts in sorted(renewal.counts.items()):
        click.echo(f"  {locale}: {_changes(counts)}")
    if is_new:
        click.echo(_next(plan, wanted, baseline))
    return 3 if troubles else 0


def _next(plan: Plan, wanted: Asked, baseline: str | None) -> str:
    """What to do after the first baseline; the configuration is told of one in the usual place. Raises ConfigError."""
    from doclint.config.find import start
    from doclint.config.place import NAME
    from doclint.run.plan.exceptions import USUAL, home
    from doclint.workflows.init.setkey import set_key

    file = plan.config.file or Path(home(plan.config), NAME)
    is_read = not wanted.is_bare and Path(start(wanted.paths)).is_relative_to(file.parent.absolute())
    if baseline is None and is_read and set_key(file, "baseline", USUAL):
        click.echo(f'{_shown(file)}: baseline = "{USUAL}" added')
    named = f" --baseline '{baseline or USUAL}'" if baseline or not is_read else ""
    return f"next: `doclint check{named}` with the same paths and options shows only new findings"


def _shown(file: Path) -> str:
    from doclint.config.place import shown

    return shown(file)


def _changes(counts: Counter[str]) -> str:
    names = ("added", "still known", "removed as fixed", "new and not added")
    return ", ".join(f"{counts[name]} {name}" for name in names if counts[name]) or "nothing"
