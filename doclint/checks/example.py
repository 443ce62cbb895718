"""Examples of a rule: its tests, its documentation, and the mark that it can fix."""

from __future__ import annotations

from typing import NamedTuple

from doclint.pair import Presence
from doclint.pair.policy import PLAIN, Policy
from doclint.pair.remark import Remark
from doclint.text import Trust

OPEN, CLOSE = "⟦", "⟧"


class Good(NamedTuple):
    """A translation that the rule leaves alone."""

    target: str | bytes
    source: str | None = None
    """None: the page stands alone."""
    trust: Trust = Trust.PROVEN
    """How the source is known; with no source it is always alone."""
    locale: str | None = None
    policy: Policy = PLAIN
    """The team's own words."""
    presence: Presence = Presence.BOTH
    newest: str | None = None
    """The English as it is now, where that is another version than the source."""
    remarks: tuple[Remark, ...] = ()


class Bad(NamedTuple):
    """A translation in which ⟦ ⟧ mark the exact spans that the rule must report, in the order of the page."""

    target: str | bytes
    source: str | None = None
    expected: tuple[str, ...] = ()
    """What must stand at each marked place; empty: not looked at."""
    fixed: str | None = None
    """The target after all fixes; None: the rule may offer none."""
    trust: Trust = Trust.PROVEN
    locale: str | None = None
    policy: Policy = PLAIN
    presence: Presence = Presence.BOTH
    newest: str | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def unmarked(self) -> str | bytes:
        """The target without the marks."""
        return self.target if isinstance(self.target, bytes) else self.target.replace(OPEN, "").replace(CLOSE, "")
