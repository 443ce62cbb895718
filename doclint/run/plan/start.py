"""A plan set going: workers, cache and filters around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from doclint.layouts import Target
from doclint.run.checker import Checker
from doclint.run.expectation import Reckoning
from doclint.run.filter.filters import Filters
from doclint.run.how import How
from doclint.run.plan.exceptions import acceptance
from doclint.run.plan.plan import Plan
from doclint.run.run import Run
from doclint.text.errors import ConfigError

if TYPE_CHECKING:
    from doclint.run.before import Before
    from doclint.run.cache.store import Cache
    from doclint.run.cluster.workers import Engine
    from doclint.run.filter.ratchet import Ratchet

WORTH_A_CACHE = 10
"""Fewer pages are checked sooner than the cache is open."""


def start(
    plan: Plan,
    how: How,
    *,
    ratchet: Ratchet | None = None,
    given: bytes | None = None,
    before: Before | None = None,
) -> Run:
    """The run to iterate. Raises ConfigError.

    `given` is what stands on the plan's only page, whatever the file says.
    `before`: only what the pages did not have then is looked for, and nothing is remembered of it.
    """
    is_passing = given is not None or before is not None
    targets, filters, cache = prepared(plan, how, ratchet, is_given=is_passing)
    checker = Checker([rule.id for rule in plan.rules], plan.contexts, how.seconds, packs=plan.packs, before=before)
    return Run(targets, checker, filters, reckoning(plan), cache, how.jobs, given, _engine(how))


def _engine(how: How) -> Engine | None:
    """Whoever runs the workers that are asked for. Raises ConfigError."""
    if how.cluster is None:
        return None
    from importlib.util import find_spec

    if not find_spec("distributed"):
        raise ConfigError("--cluster needs Dask: pip install 'doclint[cluster]'")
    from doclint.run.cluster.dask import DaskEngine

    return DaskEngine(how.cluster, how.say)


def reckoning(plan: Plan) -> Reckoning:
    """What counts the pages without the English that the plan expects."""
    return Reckoning(plan.expected, plan.names, is_narrow=plan.is_narrow)


def prepared(
    plan: Plan, how: How, ratchet: Ratchet | None, *, is_given: bool
) -> tuple[Sequence[Target], Filters, Cache | None]:
    """The pages that are really looked at, what is filtered of their findings, and the cache.

    What is given, and not read, is not cached. Raises ConfigError.
    """
    lines = None
    targets = plan.targets
    if plan.changed_lines is not None:
        from doclint.run.plan.since import lines_changed

        lines = lines_changed(targets, plan.changed_lines)
        targets = [target for target in targets if lines.get(target.path)]
    cache = None
    if how.is_cached and not is_given and len(targets) >= WORTH_A_CACHE:
        from doclint.run.cache.key import digest_of_rules
        from doclint.run.cache.store import Cache
        from doclint.text.files.cachefolder import location

        cache = Cache.open(location(), digest_of_rules(plan.rules, packs=plan.packs))
        cache.say = how.say
        if cache.trouble:
            how.say(cache.trouble)
    return targets, Filters(plan.filters, plan.names, lines, acceptance(plan), ratchet, plan.is_whole), cache


def fetch(plan: Plan) -> int:
    """Get what partial clones of the sources lack, over the network; how many objects. Raises ConfigError."""
    from doclint.run.plan.fetch import fetch_sources
    from doclint.sources.git.source import GitSource

    count = 0
    for number, context in enumerate(plan.contexts):
        if isinstance(context.source, GitSource):
            count += fetch_sources(context.source, [one for one in plan.targets if one.context == number])
        elif len(plan.contexts) == 1:
            raise ConfigError("--fetch is for a --source that is a git repository")
    return count
