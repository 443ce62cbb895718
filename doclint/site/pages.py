"""The pages of a site by language, as its layout and its source know them: where the site's words are counted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from doclint.layouts import Layout, Tree
from doclint.layouts.tree import FolderTree
from doclint.page.endings import is_page
from doclint.site.apispec import is_spec
from doclint.text.files.state import state_of

MOST_SPECS = 20
"""API descriptions that are read."""


class Stock:
    """Pages of one language in one tree, and the API descriptions that lie there."""

    def __init__(self, tree: Tree, paths: Sequence[str], specs: Sequence[str] = ()) -> None:
        self.tree = tree
        self.paths = sorted(paths)
        self.spec_paths = sorted(specs)[:MOST_SPECS]

    def stamp(self) -> str:
        """What tells these pages, as they are now, from any others."""
        digest = hashlib.blake2b(digest_size=16)
        paths = [*self.paths, *self.spec_paths]
        for path, mark in zip(paths, self.tree.marks(paths), strict=True):
            digest.update(f"{path}\0{mark}\n".encode("utf-8", "surrogateescape"))
        return digest.hexdigest()

    def texts(self) -> Iterator[str]:
        """What stands on the pages that can be read."""
        return self._texts(self.paths)

    def specs(self) -> Iterator[str]:
        """What stands in files that describe an API by their names."""
        return self._texts(self.spec_paths)

    def _texts(self, paths: Sequence[str]) -> Iterator[str]:
        for path in paths:
            data = self.tree.read(path)
            if data is not None:
                yield data.decode("utf-8", "replace")


class Site:
    """The English pages of a run, and the translated ones of each locale; survives being pickled to a worker.

    `english_tree` holds the English, `translated_tree` the translations: those of one locale where no layout tells.
    Nothing is looked through before it is asked for.
    """

    def __init__(self, english: Tree, translated: Tree | None = None, layout: Layout | None = None) -> None:
        self.english_tree = english
        self.translated_tree = translated
        self.layout = layout

    def english(self) -> Stock:
        """The pages of the source's tree; of a tree with translations those that may have one. Raises SourceError."""
        paths = list(self.english_tree.paths())
        pages = [path for path in paths if is_page(path)]
        layout = self.layout
        if layout is not None and not layout.is_split:
            pages = [path for path in pages if layout.translations(path) and layout.counterpart(path) is None]
        return Stock(self.english_tree, pages, [path for path in paths if is_spec(path)])

    def siblings(self, path: str, source: str) -> list[tuple[str | None, str]]:
        """The locales and places of a page in other languages, there or not; it lies at `path` itself."""
        if self.layout is None or self.translated_tree is None:
            return []
        return [(tag, place) for tag, place in self.layout.translations(source) if place != path]

    def text(self, path: str) -> str | None:
        """What stands on a translated page; None where it is not there."""
        data = self.translated_tree.read(path) if self.translated_tree else None
        return None if data is None else data.decode("utf-8", "replace")

    def marks(self, paths: Sequence[str]) -> list[str]:
        """For each translated page what changes when it does."""
        return self.translated_tree.marks(paths) if self.translated_tree else [""] * len(paths)

    def state(self) -> int:
        """A number that tells the site, as it is now, from any other time: no page is read. Raises SourceError."""
        said = [repr(self.layout)]
        trees = [self.english_tree, *([self.translated_tree] if self.translated_tree else [])]
        for tree in trees[:1] if trees[0] == trees[-1] else trees:
            paths = sorted(tree.paths())
            asked = [path for path in paths if is_page(path) or is_spec(path)]
            where = tree.folder.absolute() if isinstance(tree, FolderTree) else tree.name
            said.append("\0".join([f"{where}", *paths, *tree.marks(asked)]))
        return state_of("".join(said))

    def translated(self, locale: str) -> Stock | None:
        """The pages of a locale; None where nothing tells which they are. Raises SourceError."""
        if self.layout is None or self.translated_tree is None:
            return None
        pages = self.layout.pages(self.translated_tree)
        return Stock(self.translated_tree, [path for path, one in pages if one.locale == locale])
