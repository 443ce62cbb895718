"""What a run looks for, and what it comes upon."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from doclint.config import Config
from doclint.config.scopes import Scope
from doclint.layouts import Target
from doclint.run.plan.found import Found
from doclint.run.plan.pages.where import top_folder
from doclint.sources import Source

if TYPE_CHECKING:
    from doclint.site import Site
    from doclint.sources.git.commit import GitTree


class Search(NamedTuple):
    """What is looked for, and on the way: folders that could not be read."""

    scope: Scope
    paths: list[str]
    commit: GitTree | None
    needs_all: bool
    """Whether sources without a translation are pages, too."""
    unread: dict[str, OSError]

    @property
    def config(self) -> Config:
        return self.scope.config

    @property
    def folders(self) -> list[str]:
        """The paths as folders on disk; of a commit there are none."""
        return [] if self.commit else self.paths

    def skipped(self, error: OSError) -> None:
        """Remember a folder that could not be read."""
        self.unread[error.filename] = error

    def found(self, targets: list[Target], source: Source | None, notes: list[str], site: Site | None) -> Found:
        """What was found without a layout."""
        return Found(targets, source, top_folder(self.paths, self.commit), notes, unread=self.unread, site=site)
