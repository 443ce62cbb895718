"""What every layout is: a thing that knows the source of a translated page by its path alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from doclint.layouts.tree import Tree


class Counterpart(NamedTuple):
    """The source of a translated page."""

    path: str
    """From the root of the tree; of the source's tree where the layout is split."""
    locale: str | None
    """Of the translation, as BCP 47 writes it; None where nothing tells."""


class Translation(NamedTuple):
    """Where a source page is translated, or would be."""

    locale: str | None
    path: str


class Layout(Protocol):
    """Paths are relative to the root of a tree, with `/`, as they are written on disk. Survives being pickled."""

    @property
    def name(self) -> str: ...

    @property
    def source_locale(self) -> str: ...

    @property
    def is_split(self) -> bool:
        """Whether the source lies in another repository."""
        ...

    def counterpart(self, path: str) -> Counterpart | None:
        """The source of a translated page, there or not; None for any other path."""
        ...

    def translations(self, source_path: str) -> list[Translation]:
        """A source page in each locale of the tree, there or not."""
        ...

    def pages(self, tree: Tree) -> Iterator[tuple[str, Counterpart]]:
        """The translated pages of a tree."""
        ...
