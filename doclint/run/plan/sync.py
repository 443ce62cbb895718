"""Making and refreshing the mirrors that a configuration names, with the contents that its pages need."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.page.endings import ENDINGS
from doclint.run.plan.asked import Asked
from doclint.run.plan.fetch import fetch_sources
from doclint.run.plan.known import rules_of
from doclint.run.plan.plan import configured, make
from doclint.sources.git.commit import open_tree
from doclint.sources.git.fetch import fetch_missing
from doclint.sources.git.source import GitSource
from doclint.sources.mirror import Mirror
from doclint.text.errors import ConfigError
from doclint.text.files.cachefolder import location


def synced(asked: Asked) -> Iterator[str]:
    """Bring every mirror up to date; a line for each thing done. Raises ConfigError, SourceError."""
    _, parts = configured(asked, rules_of(asked))
    sources = {part.config.source.url for part in parts if part.config.source and part.config.source.url}
    targets = {part.target for part in parts if part.target and "://" in (part.target.repository or "")}
    if not sources and not targets:
        raise ConfigError("no source.url in the configuration, so there is nothing to get")
    for url in sorted(sources | {target.repository or "" for target in targets}):
        mirror = Mirror.of(url, location())
        was_there = mirror.is_there
        mirror.sync()
        yield f"{url}: {'up to date' if was_there else 'mirrored'} in {mirror.folder}"
    for target in sorted(targets, key=lambda one: one.name):
        mirror = Mirror.of(target.repository or "", location())
        tree = open_tree(f"{mirror.folder}@{target.rev or 'HEAD'}")
        if tree and (wanted := tree.missing(ENDINGS)):
            yield f"{target.name}: {fetch_missing(tree.repository, wanted)} pages fetched"
    plan = make(asked)
    for number, context in enumerate(plan.contexts):
        if isinstance(context.source, GitSource) and context.source.repository.promisor:
            count = fetch_sources(context.source, [one for one in plan.targets if one.context == number])
            yield f"{count} source pages fetched{f' for {plan.names[number]}' if plan.names else ''}"
