"""English in the working tree where the translations lie too, with its history where pages name a commit of it."""

from __future__ import annotations

from dataclasses import dataclass

from doclint.page.frontmatter import FrontMatter
from doclint.pair import digest
from doclint.sources.folder import FolderSource
from doclint.sources.git.source import GitSource
from doclint.sources.lock import is_text
from doclint.sources.source import Absent, Loaded
from doclint.text import Trust


@dataclass(frozen=True, slots=True)
class WorkTreeSource:
    """A page's English at the commit that it names or its digest proves, else as it lies there, uncommitted or not."""

    folder: FolderSource
    history: GitSource

    def load(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> Loaded | Absent:
        here = self.folder.load(path, front, text)
        if isinstance(here, Loaded) and digest.is_proven(front, here.data, text, self.history.digest_keys):
            return here
        if isinstance(here, Loaded) and not self.history.may_tell(front, text):
            return here
        then = self.history.load(path, front, text, target=target)
        if isinstance(then, Loaded) and (then.trust > Trust.PAIRED or self.history.pin == "last-touch"):
            return then
        if isinstance(here, Absent):
            is_final = here.is_final and isinstance(then, Absent) and then.is_final
            return then if isinstance(then, Loaded) and not then.instead else here._replace(is_final=is_final)
        return here._replace(instead=then.instead if isinstance(then, Loaded) else "")

    def identity(self, path: str, target: bytes) -> str | None:
        """The commit that the page names says all; else what lies there, and the history a digest is looked up in."""
        then = self.history.identity(path, target)
        if then is None or then == "pinned":
            return then
        return f"{self.folder.identity(path, target)}:{then}"

    def newest(self, loaded: Loaded) -> Loaded | None:
        return self.history.newest(loaded)

    def others(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> list[Loaded]:
        return self.history.others(path, front, text, target=target)

    def kept(self, path: str, blob: str) -> Loaded | None:
        here = self.folder.load(path, FrontMatter())
        if isinstance(here, Loaded) and is_text(here.data, blob):
            return here._replace(trust=Trust.PINNED)
        return self.history.kept(path, blob)

    def id_of(self, loaded: Loaded) -> str:
        return self.history.id_of(loaded)
