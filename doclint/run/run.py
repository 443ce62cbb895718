"""The eight steps of a run, in order: read this first."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from doclint.layouts import Target
from doclint.run.cache.lookup import Lookup, Memory
from doclint.run.checker import Checker
from doclint.run.expectation import Reckoning
from doclint.run.filter.filters import Filters
from doclint.run.summary import PageResult
from doclint.run.workers import Workers

if TYPE_CHECKING:
    from doclint.run.cache.store import Cache
    from doclint.run.cluster.workers import ClusterWorkers, Engine

WORTH_A_WORKER = 100
"""Fewer pages are checked faster than workers start."""


C = TypeVar("C", bound=Checker)


@dataclass(eq=False)
class Walk(Generic[C]):
    """Many pages for workers, each looked up in the cache before."""

    targets: Sequence[Target]  # 1 discover
    checker: C
    filters: Filters
    reckoning: Reckoning
    cache: Cache | None
    jobs: int | None
    """None: as many as the machine and the work bear."""
    given: bytes | None
    """What stands on the only page, whatever the file says."""
    engine: Engine | None = None
    """Whoever runs workers on other machines; None: there are only processes of this one."""

    def workers(self) -> Workers | ClusterWorkers:
        """The processes that check the pages."""
        if self.engine:
            from doclint.run.cluster.workers import ClusterWorkers

            return ClusterWorkers(self.checker, self.targets, self.engine)
        pages = len(self.targets)
        jobs = self.jobs or min(pages // WORTH_A_WORKER + 1, available_cores())
        return Workers(self.checker, jobs, expected=pages)

    def lookups(self) -> Iterator[Lookup]:
        """What is known of each page, found as far ahead as the workers ask."""
        if self.memory is None:
            yield from (Lookup(target, self.given) for target in self.targets)
            return
        yield from self.memory.lookups(self.targets)

    @cached_property
    def memory(self) -> Memory | None:
        """What earlier runs found, where that is kept."""
        return Memory(self.cache, self.checker, len(self.targets)) if self.cache else None


class Run(Walk[Checker]):
    """One check of many pages; iterate it once."""

    def __iter__(self) -> Iterator[PageResult]:
        """What was found on each page, in a fixed order whatever the number of jobs.

        Raises ConfigError at the end where nearly no page had the English that was expected.
        """
        is_whole = True
        for _, result in self.pages():
            is_whole &= not (result.unfinished or result.broken or result.trouble)
            yield result
        yield from self.filters.rest(is_whole=is_whole)

    def pages(self) -> Iterator[tuple[Target, PageResult]]:
        """The same page by page, without what is said of the configuration at the end. Raises ConfigError."""
        # 2 pair, 3 load, 4 parse, 5 align, 6 check: see checker.py; 8 report is the caller's
        with self.workers() as workers:
            for lookup, result in workers.results(self.lookups()):
                if self.memory and lookup.result is None:
                    self.memory.put(lookup, result)
                self.reckoning.add(lookup.target, result)
                # 7 filter, after the cache: it knows no configuration
                yield lookup.target, self.filters.apply(lookup.target, result)
        if self.cache:
            self.cache.close()
        self.reckoning.require()


def available_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
