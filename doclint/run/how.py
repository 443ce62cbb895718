"""How a run is done, whatever it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class How(NamedTuple):
    """Processes, time limit and cache of a run."""

    jobs: int | None
    """None: as many processes as pages and cores bear."""
    seconds: float
    """A page that takes longer is left; 0 is no limit."""
    is_cached: bool
    """Whether what was found on unchanged pages is used and kept."""
    say: Callable[[str], None]
    """Told what is wrong with the cache, and what else goes wrong on the way."""
    cluster: str | None = None
    """Where workers on other machines are; None: processes of this one."""
