"""What somebody said of a finding, or of all findings of one cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from doclint.engine import Finding


@dataclass(frozen=True, slots=True)
class Judgement:
    """One finding, or one cause, judged."""

    fingerprint: str
    """Of the finding; of a cause its id."""
    verdict: str
    reason: str
    locale: str | None = None
    """The translations of a page share a fingerprint: which of them is meant, where it is said."""
    path: str | None = None
    is_cause: bool = False
    """Whether all places of a cause are meant, which lie in one language."""

    def chosen(self, findings: Sequence[Finding]) -> list[Finding]:
        """Of the findings with its fingerprint those that are meant.

        A path tells one of several in a language apart; where a run calls the pages otherwise it tells nothing.
        """
        meant = [one for one in findings if self.locale in (None, one.locale)]
        return [one for one in meant if one.path == self.path] or meant
