"""A run that repairs: pages checked and repaired by workers, one result each, in order; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.layouts import Target
from doclint.run.cache.lookup import Lookup
from doclint.run.run import Walk
from doclint.workflows.fix.page import Repaired, Repairer


class Repairs(Walk[Repairer]):
    """Repairs of many pages; iterate it once. Pages known to have nothing to repair pass by the workers.

    The reckoning is asked by the caller, once it has said what was written.
    """

    def __iter__(self) -> Iterator[tuple[Target, Repaired]]:
        """Each page with its repair. Raises SourceError."""
        with self.workers() as workers:
            for lookup, result in workers.results(self.lookups()):
                if not isinstance(result, Repaired):
                    result = self.checker.left_alone(lookup.target, result)
                elif self.memory and result.before:
                    self.memory.put(lookup, result.before)
                self.reckoning.add(lookup.target, result)
                if self.filters.ratchet:
                    self.filters.ratchet.follow(lookup.target, result)
                yield lookup.target, result
        if self.cache:
            self.cache.close()

    def as_it_was(self, target: Target, page: Repaired, why: str) -> Repaired:
        """A page that could not be written."""
        assert page.before
        return self.checker.left_alone(target, page.before, why)

    def lookups(self) -> Iterator[Lookup]:
        """What is known of each page; nothing, where it has something to repair."""
        for lookup in super().lookups():
            yield lookup._replace(result=None, key=None) if self._is_repairable(lookup) else lookup

    def _is_repairable(self, lookup: Lookup) -> bool:
        if lookup.result is None or not lookup.result.findings.counts:
            return False
        shown = self.filters.apply(lookup.target, lookup.result)
        return any(not self.checker.obstacle(one) or self.checker.replacements.has(one) for one in shown.findings)
