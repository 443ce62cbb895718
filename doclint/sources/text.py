"""English that is a text at hand, and no file."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from doclint.page.frontmatter import FrontMatter
from doclint.sources.source import Absent, Loaded
from doclint.text import Trust


class TextSource(NamedTuple):
    """One English text for every target asked for."""

    name: str
    """For reports."""
    data: bytes

    def load(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> Loaded | Absent:
        return Loaded(self.name, self.data, Trust.PAIRED)

    def identity(self, path: str, target: bytes) -> str | None:
        return hashlib.sha256(self.data).hexdigest()

    def others(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> list[Loaded]:
        return []
