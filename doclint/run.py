"""The eight steps of a run, in order: read this first."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from doclint.cache import Cache
from doclint.checker import Checker
from doclint.discover import Target
from doclint.remembered import look_up
from doclint.summary import PageResult
from doclint.workers import Workers

WORTH_A_WORKER = 100
"""Fewer pages are checked faster than workers start."""

PAGES_AT_ONCE = 2000
"""Looked up before the workers get what is not known; bounds the results that wait for their turn."""


class Run:
    """One check of many pages; iterate it once."""

    def __init__(
        self, targets: Sequence[Target], checker: Checker, *, jobs: int | None = None, cache: Cache | None = None
    ) -> None:
        """`jobs` None: as many as the machine and the work bear."""
        self.targets = targets  # 1 discover
        self.checker = checker
        self.jobs = jobs or min(len(self.targets) // WORTH_A_WORKER + 1, available_cores())
        self.cache = cache

    def __iter__(self) -> Iterator[PageResult]:
        """What was found on each page, in a fixed order whatever the number of jobs. Raises SourceError."""
        # 2 pair, 3 load, 4 parse, 5 align, 6 check: see checker.py; 7 filter and 8 report are the caller's
        with Workers(self.checker, self.jobs) as workers:
            for at in range(0, len(self.targets), PAGES_AT_ONCE):
                targets = self.targets[at : at + PAGES_AT_ONCE]
                known = [look_up(self.cache, self.checker, target) for target in targets]
                unknown = [target for target, lookup in zip(targets, known, strict=True) if lookup.result is None]
                fresh = workers.results(unknown)
                for lookup in known:
                    result = lookup.result or next(fresh)
                    if self.cache and lookup.key and not lookup.result:
                        self.cache.put(lookup.key, result)
                    yield result
        if self.cache:
            self.cache.close()


def available_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
