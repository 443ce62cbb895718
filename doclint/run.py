"""The eight steps of a run, in order: read this first."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from doclint import workers
from doclint.checker import Checker
from doclint.discover import discover
from doclint.summary import PageResult

WORTH_A_WORKER = 100
"""Fewer pages are checked faster than workers start."""


class Run:
    """One check of many pages; iterate it once."""

    def __init__(self, arguments: Iterable[str], checker: Checker, jobs: int | None = None) -> None:
        """Raises ConfigError when there is nothing to check; `jobs` None: as many as the machine and the work bear."""
        self.targets = discover(arguments)  # 1 discover
        self.checker = checker
        self.jobs = jobs or min(len(self.targets) // WORTH_A_WORKER + 1, available_cores())

    def __iter__(self) -> Iterator[PageResult]:
        """What was found on each page, in a fixed order whatever the number of jobs. Raises SourceError."""
        # 2 pair, 3 load, 4 parse, 5 align, 6 check: see checker.py; 7 filter and 8 report are the caller's
        return workers.results(self.checker, self.targets, self.jobs)


def available_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
