"""The pages of parts as reports ask for them: what the parts say, and the text where it still lies as it was."""

from __future__ import annotations

from doclint.layouts.tree import RevisionTree
from doclint.reports.pages import Pages
from doclint.sources.git.commit import open_tree
from doclint.text.errors import ConfigError, UnreadableError
from doclint.text.spans import decode
from doclint.workflows.parts.record import Page
from doclint.workflows.parts.write import digest_of


class KnownPages(Pages):
    """Is told each page before a report is."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._elsewhere: dict[str, str] = {}
        """Paths in their repositories, where those are others; reports ask for them at the end, too."""
        self._trees: dict[str, RevisionTree | None] = {}

    def come(self, page: Page) -> None:
        """The page that is reported next."""
        self._page = page
        if page.repository_path != page.result.path:
            self._elsewhere[page.result.path] = page.repository_path

    def text(self, path: str) -> str | None:
        """The page as it was checked. Raises ConfigError where it is not here so."""
        page = self._page
        if page is None or page.result.path != path or not page.digest:
            return None
        data = self._data(page)
        if data is None or digest_of(data) != page.digest:
            raise ConfigError(
                f'"{path}" has changed or is gone, and this format shows its text: merge where the pages are'
            )
        try:
            return decode(data)
        except UnreadableError:
            return None

    def locale(self, path: str) -> str | None:
        return self._page.result.locale if self._page and self._page.result.path == path else None

    def in_repository(self, path: str) -> str:
        return self._elsewhere.get(path, path)

    def _data(self, page: Page) -> bytes | None:
        place = page.place
        try:
            if not page.is_commit:
                return place.read()
            if place.folder not in self._trees:
                tree = open_tree(place.folder)
                self._trees[place.folder] = RevisionTree(tree) if tree else None
            tree_there = self._trees[place.folder]
            return tree_there.read(place.relative) if tree_there else None
        except (UnreadableError, ConfigError):
            return None
