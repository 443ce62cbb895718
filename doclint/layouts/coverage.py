"""What a tree lacks: translated pages without a source, and source pages that a locale does not have."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.layouts.layout import Counterpart, Layout, Translation
from doclint.layouts.tree import Tree, is_page


def orphaned(layout: Layout, tree: Tree, sources: Tree | None = None) -> Iterator[tuple[str, Counterpart]]:
    """The translated pages whose source does not exist; `sources` is the sources' tree where it is another."""
    known = set((sources or tree).paths())
    return ((path, source) for path, source in layout.pages(tree) if source.path not in known)


def missing(layout: Layout, tree: Tree, sources: Tree | None = None) -> Iterator[tuple[str, Translation]]:
    """The source pages that a locale lacks, with where their translations would be."""
    known = set(tree.paths())
    for path in sorted(filter(is_page, sources.paths() if sources else known)):
        for translation in layout.translations(path):
            if translation.path not in known:
                yield path, translation
