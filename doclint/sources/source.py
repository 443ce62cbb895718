"""What every source of English is: a thing that is asked for the source of one target page."""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable

from doclint.page.frontmatter import FrontMatter
from doclint.text import Trust


class Loaded(NamedTuple):
    """The bytes of an English page, and how sure it is the right one."""

    path: str
    """For reports, with `/`."""
    data: bytes
    trust: Trust
    revision: str | None = None
    instead: str = ""
    """Why this page stands in for the one that the target names, as in Absent; empty where it is that one."""


class Absent(NamedTuple):
    """There is no English page to be had, and why: one short phrase without the path, since pages are counted by it."""

    reason: str
    is_orphan: bool = False
    """Whether the source is there and known to have no such page."""
    unread: str = ""
    """What could not be read though it may be there, and why: the run is not whole."""
    is_final: bool = False
    """Whether it stays so as long as `identity` does, with the same history."""


@runtime_checkable
class Versioned(Protocol):
    """A source that knows later versions of its pages; what has no history need not be one."""

    def newest(self, loaded: Loaded) -> Loaded | None:
        """The newest version of a page that was loaded, where it is another one."""
        ...


@runtime_checkable
class Keeping(Protocol):
    """A source that can be asked for a text by its content."""

    def kept(self, path: str, blob: str) -> Loaded | None:
        """The page at `path` when it read what git calls `blob`; None where that is not to be had any more."""
        ...

    def id_of(self, loaded: Loaded) -> str:
        """What git calls a page that was loaded, or would."""
        ...


class Source(Protocol):
    """Where English pages come from. Survives being pickled to a worker, and opens what it needs there."""

    def load(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> Loaded | Absent:
        """The source page at `path`, which is relative as the layout says, with `/`.

        `target` is the path of its target where that is another; `front` is the target's front matter, where a
        commit may be named; `text` the whole target, which may keep a digest elsewhere. Raises SourceError when
        the source as a whole cannot be used.
        """
        ...

    def identity(self, path: str, target: bytes) -> str | None:
        """What tells the source of a target from any other, found without reading it where that can be.

        `target` is the target's bytes; what stands in them need not be told. None: nothing tells, so that no
        result may be remembered. Where the source is absent, that is remembered only where it is final.
        """
        ...

    def others(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> list[Loaded]:
        """Other versions of the page that `load` gave, of which one may fit better; most sources have none."""
        ...
