"""Getting the English pages that a partial clone lacks, all in one go, because the user asked for it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from doclint.layouts import Target
from doclint.page import frontmatter
from doclint.sources import Source
from doclint.text.errors import ConfigError, UnreadableError
from doclint.text.spans import decode


def fetch_sources(source: Source | None, targets: Iterable[Target]) -> int:
    """Fetch the sources of all targets that are not there; how many. Raises ConfigError, SourceError."""
    from doclint.sources.git.fetch import fetch_missing
    from doclint.sources.git.source import GitSource

    if not isinstance(source, GitSource):
        raise ConfigError("--fetch is for a --source that is a git repository")
    missing = (source.missing(target.source, _front(target), target.relative) for target in targets)
    return fetch_missing(source.repository, chain.from_iterable(missing))


def _front(target: Target) -> frontmatter.FrontMatter:
    try:
        return frontmatter.read(decode(target.read()), target.digest)
    except UnreadableError:
        return frontmatter.FrontMatter()
