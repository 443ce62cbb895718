"""What a tree lacks: source pages that a locale does not have."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.layouts.layout import Layout, Translation
from doclint.layouts.tree import Tree
from doclint.page.endings import is_page


def missing(layout: Layout, tree: Tree, sources: Tree | None = None) -> Iterator[tuple[str, Translation]]:
    """The source pages that a locale lacks, with where their translations would be."""
    known = {path.lower() for path in tree.paths()}
    for path in sorted(filter(is_page, sources.paths() if sources else tree.paths())):
        lacking: dict[str | None, Translation] = {}
        there = set()
        for translation in layout.translations(path):
            if translation.path.lower() in known:
                there.add(translation.locale)
            lacking.setdefault(translation.locale, translation)
        yield from ((path, one) for tag, one in lacking.items() if tag not in there)
