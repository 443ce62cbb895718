"""`doclint baseline`: take down the faults that are there today, so that only new ones fail."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import about, how, planned
from doclint.reports import complain
from doclint.reports.console import progress
from doclint.text.plural import counted

if TYPE_CHECKING:
    from doclint.run import How

TO = click.option("--baseline", metavar="FILE", help="The file; {locale} in its name is a file for each language.")


@click.group("baseline")
def command() -> None:
    """Known findings: written down once, then only new ones fail.

    A finding is known by its place in the English, so that moved lines, renamed pages and another wrong word in the
    same place change nothing. `doclint check --baseline FILE`, or `baseline = FILE` in the configuration, uses it.

    \b
    doclint baseline write --source ../docs.git
    doclint check --source ../docs.git --baseline 'doclint.baseline.{locale}.txt'
    doclint baseline prune --source ../docs.git
    """


@command.command("write")
@about
@TO
@click.option("--force", is_flag=True, help="Write over a baseline that is there.")
@how
@reports_errors
def write(force: bool, **options: Any) -> int:
    """Take down all findings of today.

    \b
    doclint baseline write
    doclint baseline write docs/ja --baseline known.txt --source docs/en
    """
    return _renewed("write", force=force, take_new=True, **options)


@command.command("update")
@about
@TO
@click.option("--new", "take_new", is_flag=True, help="Also new findings of rules that the baseline has seen.")
@how
@reports_errors
def update(take_new: bool, **options: Any) -> int:
    """Take in findings of rules that are new to the baseline, follow renamed pages, drop what is fixed.

    \b
    doclint baseline update
    """
    return _renewed("update", force=True, take_new=take_new, **options)


@command.command("prune")
@about
@TO
@how
@reports_errors
def prune(**options: Any) -> int:
    """Drop what is fixed, and take nothing in.

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
        raise ConfigError("a baseline is not renewed by findings on some lines, or of some confidence, only")
    ratchet = Ratchet({} if is_new else read_all(pattern), pattern, plan.rules)
    run = start.start(plan, how)
    renewal = Renewal(ratchet, take_new=take_new, take_unseen=mode != "prune", is_whole=plan.is_whole)
    targets = {target.path: target for target in run.targets}
    summary = Summary.of(plan.unread)
    with progress(len(run.targets)) as advance:
        for result in run:
            if target := targets.get(result.path):
                renewal.add(target, result)
                summary.add(result)
            advance()
    troubles = list(summary.troubles())
    complain(*troubles)
    if ratchet.trouble:
        complain(ratchet.trouble)
    books = renewal.books(run.targets)
    there = [file for file in books if is_new and file.exists()]
    if there and not force:
        raise ConfigError(f"{there[0]} is there already: `doclint baseline update` renews it, --force writes it anew")
    if is_new and not books:
        books = {file_for(pattern, plan.config.locale): renewal.empty()}
    for file, book in sorted(books.items()):
        write(file, book)
        click.echo(f"{_shown(file)}: {counted(len(book), 'finding')} on {counted(len(book.pages), 'page')}")
    for locale, counts in sorted(renewal.counts.items()):
        click.echo(f"  {locale}: {_changes(counts)}")
    return 3 if troubles else 0


def _shown(file: Path) -> str:
    from doclint.config.place import shown

    return shown(file)


def _changes(counts: Counter[str]) -> str:
    names = ("taken in", "still known", "dropped as fixed", "new and not taken in")
    return ", ".join(f"{counts[name]} {name}" for name in names if counts[name]) or "nothing"
