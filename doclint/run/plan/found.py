"""What was found for a run: pages, and the source they have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from doclint.layouts import Target
from doclint.run.expectation import Expectation
from doclint.sources import Source

if TYPE_CHECKING:
    from doclint.site import Site


@dataclass(frozen=True, slots=True)
class Found:
    """The pages, their English, and what is to be said of them once."""

    targets: list[Target]
    source: Source | None
    top: str | None
    """The folder that patterns count from where the configuration's own does not hold the pages; None out of git."""
    notes: list[str] = field(default_factory=list)
    layout: str | None = None
    """The name of the layout that pairs them, as a configuration may set it."""
    expected: Expectation | None = None
    unread: Mapping[str, OSError] = field(default_factory=dict)
    """Folders that may hold pages and could not be read."""
    site: Site | None = None
    """All pages that belong together with them, whichever the run is about."""
