"""A random sample of findings for reading, spread over rules and causes: how precision is measured."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import chain, zip_longest

from doclint.engine.causes import cause_of
from doclint.engine.finding import Finding

Cause = tuple[str, ...]


class Sample:
    """So many findings of a run, the same for the same seed whatever the order or the number of jobs.

    Each rule keeps the causes whose digest is smallest and of each cause one place, so that memory does not grow
    with the run.
    """

    def __init__(self, size: int, seed: int) -> None:
        self.size = size
        self.seed = seed
        self._kept: dict[str, dict[Cause, tuple[bytes, bytes, Finding]]] = {}

    def add(self, findings: Iterable[Finding]) -> None:
        """Consider the findings of one page."""
        for finding in findings:
            causes = self._kept.setdefault(finding.rule, {})
            cause = cause_of(finding)
            rank = self._rank(*cause)
            place = self._rank(finding.path, finding.fingerprint, str(finding.place.span.start))
            known = causes.get(cause)
            if known is None or place < known[1]:
                causes[cause] = rank, place, finding
            if len(causes) > 2 * self.size + 10:
                smallest = sorted(causes.items(), key=lambda item: item[1][0])[: self.size]
                self._kept[finding.rule] = dict(smallest)

    def findings(self) -> list[Finding]:
        """The sample: one of each rule in turn until there are enough, in the order of pages."""
        by_rule = [
            [kept[2] for kept in sorted(causes.values(), key=lambda kept: kept[0])]
            for _, causes in sorted(self._kept.items(), key=lambda item: self._rank(item[0]))
        ]
        in_turn = [one for one in chain.from_iterable(zip_longest(*by_rule)) if one is not None]
        return sorted(in_turn[: self.size], key=lambda finding: (finding.path, finding.place.span))

    def _rank(self, *parts: str) -> bytes:
        text = "\0".join((str(self.seed), *parts)).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(text, digest_size=8).digest()
