"""Several layouts in one tree that do not meet: a site's pages, and a README beside its translations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from doclint.layouts.layout import Counterpart, Layout, Translation
from doclint.layouts.tree import Tree


@dataclass(frozen=True, slots=True)
class Several:
    """Layouts of one tree; the first that knows a page has it."""

    layouts: tuple[Layout, ...]

    @property
    def name(self) -> str:
        return ", ".join(layout.name for layout in self.layouts)

    @property
    def source_locale(self) -> str:
        return self.layouts[0].source_locale

    @property
    def is_split(self) -> bool:
        return False

    def counterpart(self, path: str) -> Counterpart | None:
        return next((found for layout in self.layouts if (found := layout.counterpart(path))), None)

    def translations(self, source_path: str) -> list[Translation]:
        if self.counterpart(source_path):
            return []
        return next((found for layout in self.layouts if (found := layout.translations(source_path))), [])

    def pages(self, tree: Tree) -> Iterator[tuple[str, Counterpart]]:
        seen: set[str] = set()
        for layout in self.layouts:
            found = [(path, one) for path, one in layout.pages(tree) if path not in seen]
            seen.update(path for path, _ in found)
            yield from found
