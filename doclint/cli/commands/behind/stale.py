"""`doclint stale`: translations behind their English as work, and the words that the English renamed."""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import ABOUT, about_only, asked, how, planned, to_output
from doclint.cli.usage import Command
from doclint.reports import complain
from doclint.reports.console import output_to, progress, wants_colour
from doclint.text.plural import counted, noun_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doclint.layouts import Target
    from doclint.run import Asked, How, PageResult
    from doclint.sources.git.repository import Repository
    from doclint.workflows.stale.changes import Changed, Translation

MEANINGLESS = {"paths", "changed_lines", "missing", "select", "ignore", "rules", "min_confidence"}
"""What is about findings, of which there are none here; the paths are an argument of its own."""


@click.command("stale", cls=Command)
@click.argument("paths", nargs=-1, metavar="[OLD..NEW] [PATHS...]")
@about_only(*(name for name in ABOUT if name not in MEANINGLESS))
@click.option("--weights", metavar="FILE", help="CSV with columns path and views: list the most read pages first.")
@to_output("terminal", "jsonl", "json", "csv", "xlsx")
@click.option("--output", metavar="FILE", help="Write to this file instead of standard output.")
@how
@reports_errors
def command(
    weights: str | None,
    form: str,
    output: str | None,
    how: How,
    **options: Any,
) -> int:
    """List translations that are behind their English, as work; or the words that it renamed between two revisions.

    For each page, the parts whose English changed since it was translated: what they said then and now, the words to
    take over, the commit. For a page that names its English, or that was confirmed, all changes are known; for others,
    those that the history of both sides shows. The exit code is 1 if a page is behind.

    With OLD..NEW, two revisions of the repository of the English (the one that --source or the configuration names, by
    default this one; NEW is HEAD if left out), the protected words that were renamed, removed or added, and the
    translations that still say the old ones. The exit code is 1 if one does.

    \b
    doclint stale docs/de --source ../docs.git --weights views.csv
    doclint stale --format xlsx --output work.xlsx
    doclint stale v1..v2 ru/ --source ../docs.git
    doclint stale main~20..main --format jsonl
    """
    from doclint.text.errors import ConfigError

    paths = options["paths"]
    if paths and not os.path.lexists(paths[0]):
        if form not in ("terminal", "jsonl") or weights or output:
            raise ConfigError(
                f'no page "{paths[0]}"; OLD..NEW takes no --weights, no --output, and no format but terminal and jsonl'
            )
        return _renamed(paths[0], form, {**options, "paths": paths[1:]})
    with output_to(output):
        return _listed(form, weights, options, how)


def _listed(form: str, weights: str | None, options: dict[str, Any], how: How) -> int:
    """The pages that are behind."""
    from doclint.run import Summary
    from doclint.run.plan import start
    from doclint.text.errors import ConfigError
    from doclint.workflows.audit.weights import read_weights
    from doclint.workflows.stale import listing
    from doclint.workflows.stale.lacking import Lacking
    from doclint.workflows.stale.work import ordered, work

    if form == "xlsx" and sys.stdout.isatty():
        raise ConfigError("--format xlsx is not text: name a file with --output")
    views = read_weights(weights).views if weights else None
    _, plan = planned(options)
    run = start.start(plan, how)
    summary = Summary(unread=Counter(dict.fromkeys(plan.unread, 0)))

    def counted_in() -> Iterator[tuple[Target, PageResult]]:
        with progress(len(run.targets)) as bar:
            for target, result in run.pages():
                summary.add(result)
                yield target, result
                bar.advance()

    pages = ordered(work(counted_in(), Lacking(plan.contexts)), views)
    listing.write(form, pages, colour=wants_colour())
    for reason, count in summary.source_troubles.most_common():
        complain(f"{counted(count, 'page')} {reason}")
    troubles = list(summary.troubles())
    for line in troubles:
        complain(line)
    return 3 if troubles else int(bool(pages))


def _renamed(revisions: str, form: str, options: dict[str, Any]) -> int:
    """The words that changed between two revisions."""
    from doclint.text.jsonescape import json_line
    from doclint.workflows.stale.changes import Revisions, changes

    repository, targets = _place(asked(options))
    old, _, new = revisions.partition("..")
    pair = Revisions(repository, _commit(repository, old), _commit(repository, new.lstrip(".") or "HEAD"))
    found = []
    for one in changes(pair, targets):
        found.append(one)
        if form == "jsonl":
            click.echo(json_line(one.as_json()).encode("utf-8", "backslashreplace"))
    if form == "terminal":
        _table(found)
    return int(any(one.stale for one in found))


def _place(wanted: Asked) -> tuple[Repository, dict[str, list[Translation]] | None]:
    """The repository of the English, and the translations by their English page there."""
    from doclint.run.plan.plan import make
    from doclint.sources.git.repository import open_repository
    from doclint.sources.git.source import GitSource
    from doclint.sources.worktree import WorkTreeSource
    from doclint.text.errors import ConfigError
    from doclint.workflows.stale.changes import Translation

    plan, why = None, "no English was found for the pages here"
    try:
        plan = make(wanted)
    except ConfigError as error:
        why = str(error)
    if plan is None or not any(context.source for context in plan.contexts):
        opened = open_repository(wanted.source or ".")
        if opened is None or wanted.paths:
            raise ConfigError(why)
        complain(f"only the English is compared: {why}")
        return opened.repository, None
    complain(*plan.unread)
    targets: dict[str, list[Translation]] = defaultdict(list)
    repository = None
    for target in plan.targets:
        context = plan.contexts[target.context]
        source = context.source.history if isinstance(context.source, WorkTreeSource) else context.source
        if isinstance(source, GitSource) and repository in (None, source.repository):
            repository = source.repository
            targets[repository.prefix + target.source].append(Translation(target, context))
    if repository is None:
        raise ConfigError("the English is not in a git repository: name one with --source")
    return repository, targets


def _commit(repository: Repository, revision: str) -> str:
    from doclint.sources.git.repository import open_repository

    opened = open_repository(f"{repository.folder}@{revision}")
    assert opened is not None
    assert opened.revision is not None
    return opened.revision


def _table(found: list[Changed]) -> None:
    """The words page by page, and how many pages of each locale are behind."""
    from doclint.reports import isolated, shown

    last, behind = "", defaultdict(set)
    for path, rename, stale in found:
        if path != last:
            click.echo(isolated(shown(path)))
        last = path
        what = " => ".join(word for word in (rename.old, rename.new) if word)
        click.echo(f"{rename.line:>6}  {rename.change:8}{shown(what)}")
        for one in stale:
            behind[one.locale or "?"].add(one.path)
            lines = (
                f":{', '.join(map(str, one.lines))}" if one.lines else "  (more often than in English, place unknown)"
            )
            click.echo(f"{'':16}{one.locale or '?':8}{isolated(shown(one.path))}{lines}")
    kinds = Counter(str(one.rename.change) for one in found)
    counts = ", ".join(f"{count} {kind}" for kind, count in kinds.items()) or "no protected word changed"
    click.echo(f"{counts}; English pages: {len({one.path for one in found})}")
    for tag, pages in sorted(behind.items(), key=lambda item: (-len(item[1]), item[0])):
        click.echo(f"{len(pages):>8}  {noun_of(len(pages), 'page')} in {tag} with an old word")
