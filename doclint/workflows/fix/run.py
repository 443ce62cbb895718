"""A run that repairs: pages checked and repaired by workers, one result each, in order; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doclint.layouts import Target
from doclint.run.cache.lookup import Lookup, look_up
from doclint.run.cache.store import Cache
from doclint.run.expectation import Reckoning
from doclint.run.run import AT_ONCE, WORTH_A_WORKER, available_cores
from doclint.run.workers import Workers
from doclint.workflows.fix.page import Repaired, Repairer


class Repairs:
    """Repairs of many pages; iterate it once. Pages known to have nothing to repair pass by the workers."""

    def __init__(
        self,
        targets: Sequence[Target],
        repairer: Repairer,
        *,
        jobs: int | None = None,
        cache: Cache | None = None,
        given: bytes | None = None,
        reckoning: Reckoning | None = None,
    ) -> None:
        """`given`: what stands on the only page, whatever the file says."""
        self.targets = targets
        self.repairer = repairer
        self.jobs = jobs or min(len(targets) // WORTH_A_WORKER + 1, available_cores())
        self.cache = cache
        self.given = given
        self.reckoning = reckoning or Reckoning([])
        """Asked by the caller, once it has said what was written."""

    def __iter__(self) -> Iterator[tuple[Target, Repaired]]:
        """Each page with its repair. Raises SourceError."""
        with Workers(self.repairer, self.jobs) as workers:
            for lookup, result in workers.results(self._lookups()):
                if not isinstance(result, Repaired):
                    result = self.repairer.left_alone(lookup.target, result)
                elif self.cache and lookup.key and result.before:
                    self.cache.put(lookup.key, result.before)
                self.reckoning.add(lookup.target, result)
                if self.repairer.sieve.ratchet:
                    self.repairer.sieve.ratchet.follow(lookup.target, result)
                yield lookup.target, result
        if self.cache:
            self.cache.close()

    def as_it_was(self, target: Target, page: Repaired, why: str) -> Repaired:
        """A page that could not be written."""
        assert page.before
        return self.repairer.left_alone(target, page.before, why)

    def _lookups(self) -> Iterator[Lookup]:
        if self.cache is None:
            yield from (Lookup(target, self.given) for target in self.targets)
            return
        for start in range(0, len(self.targets), AT_ONCE):
            for lookup in look_up(self.cache, self.repairer, self.targets[start : start + AT_ONCE]):
                yield lookup._replace(result=None, key=None) if self._is_repairable(lookup) else lookup

    def _is_repairable(self, lookup: Lookup) -> bool:
        if lookup.result is None or not lookup.result.findings.counts:
            return False
        shown = self.repairer.sieve.apply(lookup.target, lookup.result)
        return any(not self.repairer.wish.hindrance(one) for one in shown.findings)
