"""A plan set going: workers, cache and filters around it."""

from __future__ import annotations

from dataclasses import replace

from doclint.cache import Cache
from doclint.cachefolder import location
from doclint.checker import Checker
from doclint.errors import ConfigError
from doclint.judges import digest_of_rules
from doclint.plan.known import acceptance
from doclint.plan.plan import Plan
from doclint.plan.since import lines_changed
from doclint.ratchet import Ratchet
from doclint.run import Run
from doclint.sieve import Sieve

WORTH_A_CACHE = 10
"""Fewer pages are checked sooner than the cache is open."""


def start(
    plan: Plan,
    *,
    jobs: int | None,
    seconds: float,
    cached: bool,
    changed_lines: str | None = None,
    ratchet: Ratchet | None = None,
    given: bytes | None = None,
) -> tuple[Run, str]:
    """The run to iterate, and why there is no cache where one was wanted. Raises ConfigError.

    `given` is what stands on the plan's only page, whatever the file says.
    """
    lines = None
    if changed_lines is not None:
        lines = lines_changed(plan.targets, changed_lines)
        plan = replace(plan, targets=[target for target in plan.targets if lines.get(target.path)])
    cache = None
    if cached and given is None and len(plan.targets) >= WORTH_A_CACHE:
        cache = Cache.open(location(), digest_of_rules(plan.rules))
    checker = Checker([rule.id for rule in plan.rules], plan.contexts, seconds)
    is_whole = plan.is_whole and changed_lines is None
    sieve = Sieve(plan.filters, plan.names, lines, acceptance(plan), ratchet, is_whole)
    run = Run(plan.targets, checker, jobs=jobs, cache=cache, sieve=sieve, given=given)
    return run, (cache and cache.trouble) or ""


def fetch(plan: Plan) -> int:
    """Get what partial clones of the sources lack, over the network; how many objects. Raises ConfigError."""
    from doclint.fetch import fetch_sources
    from doclint.sources.git import GitSource

    count = 0
    for number, context in enumerate(plan.contexts):
        if isinstance(context.source, GitSource):
            count += fetch_sources(context.source, [one for one in plan.targets if one.context == number])
        elif len(plan.contexts) == 1:
            raise ConfigError("--fetch is for a --source that is a git repository")
    return count
