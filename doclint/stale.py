"""Protected words that changed between two revisions of the English, and translations that still say the old ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from doclint import sidebyside, words
from doclint.discover import ENDINGS, Target
from doclint.errors import UnreadableError
from doclint.page.markdown import parse
from doclint.page.model import Page
from doclint.renames import Rename, renames
from doclint.sources.gitrepository import Repository
from doclint.sources.gittrees import walk
from doclint.text import Lines, decode

MOST_LINES = 20
"""Of one page and one word, that are named."""


@dataclass(frozen=True, slots=True)
class Revisions:
    """Two commits of one repository of English pages."""

    repository: Repository
    old: str
    """The full id."""
    new: str

    def changed(self, paths: Collection[str] | None) -> list[str]:
        """The pages that are in both and differ, by path from the top of the repository; of `paths`, if given."""
        before, after = (self._pages(commit) for commit in (self.old, self.new))
        both = [path for path, blob in after.items() if before.get(path, blob) != blob]
        return [path for path in both if paths is None or path in paths]

    def pages(self, path: str) -> tuple[Page, Page] | None:
        """Both versions of a page; None where one is missing from the clone, or is no text."""
        found = []
        for commit in (self.old, self.new):
            blob = self.repository.objects.file(commit, path)
            if blob is None or blob.data is None:
                return None
            try:
                found.append(parse(decode(blob.data), path))
            except UnreadableError:
                return None
        return found[0], found[1]

    def _pages(self, commit: str) -> dict[str, str]:
        entries = walk(self.repository.objects, commit)
        return {
            entry.path: entry.id
            for entry in entries
            if entry.is_file and entry.path.startswith(self.repository.prefix) and entry.path.lower().endswith(ENDINGS)
        }


class Stale(NamedTuple):
    """A translated page that still says the old word."""

    path: str
    locale: str | None
    lines: tuple[int, ...]

    def as_json(self) -> dict[str, Any]:
        return {"path": self.path, "locale": self.locale, "lines": list(self.lines)}


class Changed(NamedTuple):
    """One change of a protected word on one English page, and who has not heard of it."""

    path: str
    """Of the English page, from the top of its repository."""
    rename: Rename
    stale: tuple[Stale, ...]

    def as_json(self) -> dict[str, Any]:
        rename = self.rename
        return {
            "change": str(rename.change),
            "old": rename.old,
            "new": rename.new,
            "source": {"path": self.path, "line": rename.line},
            "targets": [one.as_json() for one in self.stale],
        }


def changes(revisions: Revisions, targets: Mapping[str, Iterable[Target]] | None) -> Iterator[Changed]:
    """The changes page by page. `targets` are the translations by their English page; None where there are none."""
    for path in revisions.changed(targets):
        pages = revisions.pages(path)
        if pages is None:
            continue
        found = renames(*pages)
        texts = [(target, text) for target in targets[path] if (text := _read(target))] if targets and found else []
        for rename in found:
            stale = (_stale(rename, target, text, pages[1]) for target, text in texts if rename.old)
            yield Changed(path, rename, tuple(one for one in stale if one))


def _stale(rename: Rename, target: Target, text: str, newest: Page) -> Stale | None:
    """The page, where it says the old word more often than the newest English does."""
    assert rename.old is not None
    english = words.count(rename.old, newest.text)
    sides = sidebyside.split(text)
    said = words.count(rename.old, sides.target.text if sides else text)
    if said <= english:
        return None
    return Stale(target.path, target.locale, tuple(_lines(rename.old, text))[:MOST_LINES])


def _lines(word: str, text: str) -> Iterator[int]:
    lines, at, last = Lines(text), words.find(word, text), 0
    while at >= 0:
        line = lines.position(at).line
        if line != last:
            yield line
        last, at = line, words.find(word, text, at + len(word))


def _read(target: Target) -> str:
    try:
        return decode(target.read())
    except UnreadableError:
        return ""
