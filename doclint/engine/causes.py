"""Findings grouped by their cause: damage follows the word, so that one cause stands on hundreds of pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from doclint.engine.finding import Finding
from doclint.engine.route import is_put_back
from doclint.text import Severity
from doclint.text.damage import Damage

SPOILS = {Severity.ERROR: 1.0, Severity.WARNING: 1 / 3}
"""How much of the part that it stands in a finding spoils; a note spoils nothing."""
UNNOTICED = 10
"""How many times worse damage is that looks right: readers see a translated word, but not that 4 should be 3."""


def harm(severity: Severity, readers: float, *, looks_right: bool) -> float:
    """How much a cause costs: its readers (pages, or how often these are viewed) by how bad it is for each of them."""
    return readers * SPOILS.get(severity, 0) * (UNNOTICED if looks_right else 1)


class Cause:
    """One pair of expected and found, wherever it stands."""

    def __init__(self, example: Finding) -> None:
        self.example = example
        """The first one in the order of the run."""
        self.places = 0
        self.pages = 0
        self.severity = Severity.NOTE
        """The worst of them."""
        self.rules: dict[str, int] = {}
        """How many places each rule saw."""
        self.fixable = 0
        """Places that `doclint fix` puts back."""
        self.last_page = ""

    @property
    def looks_right(self) -> bool:
        """Whether the found word is another valid one here, which no reader notices."""
        return self.example.damage == Damage.ANOTHER_MEMBER

    @property
    def harm(self) -> float:
        """What it costs, each page read as often as any other."""
        return harm(self.severity, self.pages, looks_right=self.looks_right)

    def _add(self, finding: Finding) -> None:
        self.places += 1
        self.pages += finding.path != self.last_page
        self.last_page = finding.path
        self.severity = min(self.severity, finding.severity, key=lambda kind: kind.rank)
        self.rules[finding.rule] = self.rules.get(finding.rule, 0) + 1
        self.fixable += is_put_back(finding)


class Causes:
    """The causes of a run, counted as its findings come by; memory grows with the causes, not with the pages."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, str, str, str], Cause] = {}

    def add(self, findings: Iterable[Finding]) -> None:
        """Count the findings of one page; the pages come one after the other."""
        for finding in findings:
            key = cause_of(finding)
            cause = self._by_key.get(key)
            if cause is None:
                cause = self._by_key[key] = Cause(finding)
            cause._add(finding)

    def __len__(self) -> int:
        return len(self._by_key)

    def __iter__(self) -> Iterator[Cause]:
        """The most harmful first, then the severe, then what stands in most places."""
        yield from sorted(
            self._by_key.values(),
            key=lambda cause: (-cause.harm, cause.severity.rank, -cause.places, cause_of(cause.example)),
        )


def cause_of(finding: Finding) -> tuple[str, str, str, str]:
    """What findings of one cause share: locale, expected and found; where no word is at fault, rule and message."""
    locale = finding.locale or ""
    if finding.expected is None:
        return locale, "", finding.rule, finding.message
    return locale, finding.expected, finding.found, str(finding.damage == Damage.ANOTHER_MEMBER)


def cause_id(key: Sequence[str]) -> str:
    """The name of a cause, by what `cause_of` says: the same in the next run."""
    text = "\0".join(key).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=6).hexdigest()
