"""What tells the parts of one run from those of others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from doclint import VERSION
from doclint.config.model import Allow, Glob
from doclint.layouts import Target
from doclint.run.cache.key import digest_of_rules
from doclint.run.context import Context
from doclint.run.filter.ratchet import Ratchet
from doclint.run.plan.exceptions import accept_files
from doclint.run.plan.pages.shard import Shard
from doclint.run.plan.plan import Plan
from doclint.sources.git.process import is_installed
from doclint.sources.git.repository import commit_of

SAME = {
    "of": "the run was cut into another number of shards",
    "version": "made by another version of doclint",
    "rules": "made by other rules, or other versions of what they need",
    "configuration": "made under another configuration",
    "commits": "made at another commit",
    "pages": "made of other pages",
}
"""What all parts of a run share, and what it means where they do not."""


def same_of(plan: Plan, shard: Shard, book: Ratchet | None) -> dict[str, str]:
    """The values of a run by the keys of SAME; `book` is its baseline."""
    return {
        "of": str(shard.of),
        "version": VERSION,
        "rules": digest_of_rules(plan.rules, packs=plan.packs).hex(),
        "configuration": _digest([one.digest for one in plan.contexts], map(_plain, _judging(plan, book))),
        "commits": _digest(_commits(plan.targets, plan.contexts)),
        "pages": _digest(f"{one.source}\0{one.context}\0{one.path}" for one in plan.targets),
    }


def _judging(plan: Plan, book: Ratchet | None) -> Iterator[object]:
    """What of a configuration has a say in what is left of the findings, besides the contexts."""
    yield plan.config.min_confidence
    yield plan.config.fail_on
    yield plan.changed_lines
    yield plan.names
    for one in plan.filters:
        yield one.config.select, one.config.ignore, one.config.min_confidence
        yield one.config.severity, one.config.override, one.config.allow
    for file in (*accept_files(plan.config), *sorted(book.books if book else ())):
        with suppress(OSError):  # one that is not there says nothing
            yield hashlib.blake2b(file.read_bytes()).hexdigest()


def _plain(value: object) -> str:
    """A value of a configuration, without where on this machine it was read."""
    if isinstance(value, Glob):
        return value.pattern
    if isinstance(value, Allow):
        value = value._replace(named="")
    if isinstance(value, Mapping):
        return str(sorted((str(key), _plain(one)) for key, one in value.items()))
    return str([_plain(one) for one in value]) if isinstance(value, tuple | list) else repr(value)


def _commits(targets: Iterable[Target], contexts: Iterable[Context]) -> Iterator[str]:
    """The commits that pages and their English lie at, as far as they lie at some."""
    commit_at = cache(_commit_at)
    trees = dict.fromkeys((target.folder, target.tree.revision if target.tree else None) for target in targets)
    for folder, revision in trees:
        yield commit_at(Path(folder or ".")) if revision is None else revision
    for context in contexts:
        there = getattr(context.source, "folder", None)
        yield str(getattr(context.source, "revision", "") or (commit_at(there) if isinstance(there, Path) else ""))


def _commit_at(folder: Path) -> str:
    """What is checked out in a folder; empty where nothing is."""
    return (commit_of(folder, "HEAD") if is_installed() and folder.is_dir() else "") or ""


def _digest(*groups: Iterable[str]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for group in groups:
        for text in group:
            digest.update(text.encode("utf-8", "surrogatepass") + b"\n")
        digest.update(b"\0")
    return digest.hexdigest()
