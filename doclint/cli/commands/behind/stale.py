"""`doclint stale`: which words the English renamed, and which translations still say the old ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.exits import reports_errors
from doclint.cli.options import about, asked, to_output
from doclint.reports import complain

if TYPE_CHECKING:
    from doclint.run import Asked
    from doclint.sources.git.repository import Repository
    from doclint.workflows.stale.changes import Changed, Translation


@click.command("stale")
@click.argument("revisions", metavar="OLD..NEW")
@about
@to_output("terminal", "jsonl")
@reports_errors
def command(revisions: str, form: str, **options: Any) -> int:
    """List protected words that changed in the English, and translations that still say the old ones.

    OLD..NEW are two revisions of the source repository, the one that --source or the configuration names, else the
    one that we are in; without NEW it is HEAD. A word is renamed, removed or added; one that only moved is none of
    these. Exit code 1 where a translation still says an old word.

    \b
    doclint stale v1..v2 ru/ --source ../docs.git
    doclint stale main~20..main --format jsonl
    """
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

    plan, why = None, "no page here has English"
    try:
        plan = make(wanted)
    except ConfigError as error:
        why = str(error)
    if plan is None or not any(context.source for context in plan.contexts):
        opened = open_repository(wanted.source or ".")
        if opened is None or wanted.paths:
            raise ConfigError(why)
        complain(f"only the English is looked at: {why}")
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
        raise ConfigError("the English lies in no git repository here: name one with --source")
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
            lines = f":{', '.join(map(str, one.lines))}" if one.lines else "  somewhere, more often than the English"
            click.echo(f"{'':16}{one.locale or '?':8}{isolated(shown(one.path))}{lines}")
    kinds = Counter(str(one.rename.change) for one in found)
    counts = ", ".join(f"{count} {kind}" for kind, count in kinds.items()) or "no protected word changed"
    click.echo(f"{counts}; English pages: {len({one.path for one in found})}")
    for tag, pages in sorted(behind.items(), key=lambda item: (-len(item[1]), item[0])):
        click.echo(f"{len(pages):>8}  {'page' if len(pages) == 1 else 'pages'} in {tag} with an old word")
