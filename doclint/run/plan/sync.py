"""Making and refreshing the mirrors that a configuration names, with the contents that its pages need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doclint.page.endings import ENDINGS
from doclint.run.plan.asked import Asked
from doclint.run.plan.fetch import fetch_sources
from doclint.run.plan.known import rules_of
from doclint.run.plan.plan import configured, make
from doclint.sources.git.commit import open_tree
from doclint.sources.git.fetch import fetch_missing
from doclint.sources.git.source import GitSource
from doclint.sources.mirror import Mirror
from doclint.text.errors import ConfigError, SourceError
from doclint.text.files.cachefolder import location
from doclint.text.plural import counted

NAMED = 5
"""Repositories that cannot be had."""


def synced(asked: Asked, jobs: int = 4) -> Iterator[str]:
    """Bring every mirror up to date, so many at once; a line for each thing done.

    A repository that cannot be had does not keep the others from it. Raises ConfigError, SourceError.
    """
    _, parts = configured(asked, rules_of(asked))
    sources = {part.config.source.url for part in parts if part.config.source and part.config.source.url}
    targets = {part.target for part in parts if part.target and "://" in (part.target.repository or "")}
    if not sources and not targets:
        raise ConfigError("no source.url in the configuration, so there is nothing to fetch")
    yield from _mirrored(sorted(sources | {target.repository or "" for target in targets}), jobs)
    for target in sorted(targets, key=lambda one: one.name):
        mirror = Mirror.of(target.repository or "", location())
        tree = open_tree(f"{mirror.folder}@{target.rev or 'HEAD'}")
        if tree and (wanted := tree.missing(ENDINGS)):
            yield f"{target.name}: {fetch_missing(tree.repository, wanted)} pages fetched"
    plan = make(asked)
    for number, context in enumerate(plan.contexts):
        if isinstance(context.source, GitSource) and context.source.repository.promisor:
            count = fetch_sources(context.source, [one for one in plan.targets if one.context == number])
            if count or not plan.names:
                yield f"{count} source pages fetched{f' for {plan.names[number]}' if plan.names else ''}"


def _mirrored(urls: Sequence[str], jobs: int) -> Iterator[str]:
    """Bring mirrors up to date, so many at once; a line for each, in order. Raises SourceError for what failed."""
    from concurrent.futures import ThreadPoolExecutor

    failed = []
    with ThreadPoolExecutor(jobs) as threads:
        for future in [threads.submit(_one, Mirror.of(url, location())) for url in urls]:
            try:
                yield future.result()
            except SourceError as error:
                failed.append(str(error))
    if failed:
        more = [f"and {len(failed) - NAMED} more"] if len(failed) > NAMED else []
        raise SourceError("; ".join([*failed[:NAMED], *more]))


def _one(mirror: Mirror) -> str:
    was_there = mirror.is_there
    mirror.sync()
    count = mirror.fill(ENDINGS)
    versions = f", {counted(count, 'page version')} fetched" if count else ""
    return f"{mirror.url}: {'up to date' if was_there else 'mirrored'} in {mirror.folder}{versions}"
