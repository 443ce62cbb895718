"""Protected words that changed between two revisions of the English, and translations that still say the old ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from doclint.checks.renames import Rename, renames
from doclint.layouts import Target
from doclint.page import Page, frontmatter
from doclint.page.endings import is_page
from doclint.page.markdown import parse
from doclint.run import Context
from doclint.run.pagelocale import locale_of
from doclint.sources.git.repository import Repository
from doclint.sources.git.trees import walk
from doclint.text.errors import UnreadableError
from doclint.text.spans import decode
from doclint.workflows.stale.lines import Beside

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
            blob = self.repository.files.read(commit, path)
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
            if entry.is_file and entry.path.startswith(self.repository.prefix) and is_page(entry.path)
        }


class Translation(NamedTuple):
    """A translated page, and what it has in common with the others of its run."""

    target: Target
    context: Context


class Stale(NamedTuple):
    """A translated page that still says the old word."""

    path: str
    locale: str | None
    lines: tuple[int, ...]
    """Empty where it is not known which: the page only says the word more often than the English."""

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


def changes(revisions: Revisions, targets: Mapping[str, Iterable[Translation]] | None) -> Iterator[Changed]:
    """The changes page by page. `targets` are the translations by their English page; None where there are none."""
    for path in revisions.changed(targets):
        pages = revisions.pages(path)
        if pages is None:
            continue
        found = renames(*pages)
        beside = [Beside(target, text, *pages) for target, text in _texts(targets, path)] if found else []
        for rename in found:
            stale = [(one.target, one.lines(rename)) for one in beside if rename.old]
            pages_behind = [Stale(it.path, it.locale, lines[:MOST_LINES]) for it, lines in stale if lines is not None]
            yield Changed(path, rename, tuple(pages_behind))


def _texts(targets: Mapping[str, Iterable[Translation]] | None, path: str) -> Iterator[tuple[Target, str]]:
    """The translations that can be read, with the locale that a check would give them."""
    for target, context in targets[path] if targets else ():
        if text := _read(target):
            yield target._replace(locale=locale_of(context, target, frontmatter.read(text))), text


def _read(target: Target) -> str:
    try:
        return decode(target.read())
    except UnreadableError:
        return ""
