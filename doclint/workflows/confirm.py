"""A reviewer's word that pages are in step with their English, written where every later run finds it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from doclint.layouts import Target
from doclint.page import frontmatter, sidebyside
from doclint.run import Context
from doclint.run.confirmed import keeper
from doclint.run.load import Loader
from doclint.run.witnesses.histories import Histories
from doclint.sources import Absent, Loaded
from doclint.sources.lock import Confirmed, digest_of
from doclint.sources.source import Versioned
from doclint.sources.worktree import WorkTreeSource
from doclint.text.errors import ConfigError, SourceError, UnreadableError
from doclint.text.spans import decode

INSIDE = "has its English inside, which needs no confirmation"
NO_PAGE = "is a page of a commit, or is not there: confirm pages that lie in a folder"
APART = "was never changed in one commit with its English since"
ELSEWHERE = "and its English lie in two repositories: no commit changes both"


class Said(NamedTuple):
    """What became of one page: it is confirmed, or why not."""

    path: str
    confirmed: Confirmed | None
    why: str = ""


class Confirmer:
    """Confirms pages of one run, against the English as it is now or as it was when both last changed together."""

    def __init__(self, contexts: Sequence[Context], top: Path, *, from_history: bool) -> None:
        self.contexts = contexts
        self.top = top
        self.from_history = from_history
        self._loader = Loader(contexts)
        self._histories = Histories(contexts)

    def confirm(self, targets: Sequence[Target]) -> Iterator[Said]:
        """What became of each page."""
        for target in targets:
            try:
                yield self._said(target)
            except (UnreadableError, ConfigError, SourceError) as error:
                yield Said(target.path, None, f"cannot be read: {error}")

    def _said(self, target: Target) -> Said:
        if target.tree or target.is_missing:
            return Said(target.path, None, NO_PAGE)
        page = target.read()
        text = decode(page)
        if sidebyside.split(text):
            return Said(target.path, None, INSIDE)
        english = self._english(target, text)
        source = keeper(self.contexts[target.context].source)
        if isinstance(english, Absent) or source is None:
            why = english.reason if isinstance(english, Absent) else ""
            return Said(target.path, None, f"has no English here{f': {why}' if why else ''}")
        blob = self._together(target, page, english) if self.from_history else source.id_of(english)
        if blob in (APART, ELSEWHERE):
            return Said(target.path, None, blob)
        path = os.path.relpath(target.file, self.top).replace(os.sep, "/")
        return Said(target.path, Confirmed(digest_of(page), blob, path))

    def _english(self, target: Target, text: str) -> Loaded | Absent:
        """The English as it is now, whichever version the page names."""
        front = frontmatter.read(text)
        source = self.contexts[target.context].source
        if isinstance(source, WorkTreeSource):
            here = source.folder.load(target.source, front, text)
            if isinstance(here, Loaded):
                return here
        found = self._loader.find(target, front, text)
        if isinstance(found, Loaded) and isinstance(source, Versioned):
            return source.newest(found) or found
        return found

    def _together(self, target: Target, page: bytes, english: Loaded) -> str:
        """The English of the commit that last changed the page, if it changed both; else why there is none."""
        sides, _ = self._histories.sides(target, english)
        if not sides.is_one or sides.source is None or sides.target is None:
            return ELSEWHERE
        last = next(iter(sides.target), None)
        with suppress(SourceError):
            if last is not None and digest_of((sides.target.text(last) or "").encode()) == digest_of(page):
                found = next((one.blob for one in sides.source if one.commit == last.commit), None)
                return found or APART
        return APART
