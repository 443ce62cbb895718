"""What all answers of the witnesses rest on, as numbers: while these stay, no question need be asked again.

A number of the site, which has all names of files and what changes when a page does, and one of the commits whose
versions were asked for. Where one of them is another, single questions tell which pages it matters to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from doclint.layouts import Target
from doclint.run.context import Context
from doclint.run.summary import PageResult
from doclint.run.witnesses.histories import Histories
from doclint.text.errors import SourceError

STATES = "states"
"""What they are called beside the answers of the witnesses."""

WORTH_A_LOOK = 100
"""Pages of a run that pay for a look at all files of the site."""


class States:
    """The numbers of a run, as they were before its first page was checked. Belongs to one process."""

    def __init__(self, contexts: Sequence[Context], histories: Histories) -> None:
        self._histories = histories
        self._sites = [_of_site(context) for context in contexts]

    def of(self, target: Target, result: PageResult) -> Mapping[str, int] | None:
        """The numbers that the answers of a page's witnesses rest on; None where nothing sure can be said of them."""
        site, log = self._sites[target.context], self._histories.state(target, result.asked.get("history", {}))
        return None if site is None or log is None else {"site": site, "history": log}


def needs_states(result: PageResult) -> bool:
    """Whether a result rests on more than the page and its English."""
    return bool(result.asked) or result.is_orphan


def _of_site(context: Context) -> int | None:
    try:
        return context.site.state() if context.site else 0
    except SourceError:
        return None
