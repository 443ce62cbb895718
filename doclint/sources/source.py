"""What every source of English is: a thing that is asked for the source of one target page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from doclint.page.frontmatter import FrontMatter
from doclint.pair import Trust


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bytes of an English page, and how sure it is the right one."""

    path: str
    """For reports, with `/`."""
    data: bytes
    trust: Trust
    revision: str | None = None


class Source(Protocol):
    """Where English pages come from. Must survive being pickled to a worker."""

    def load(self, path: str, front: FrontMatter) -> Loaded | None:
        """The source of the target at `path`, which is relative as the layout says; None where there is none.

        `front` is the target's front matter, where a commit may be named. Raises SourceError
        when the source as a whole cannot be used.
        """
        ...
