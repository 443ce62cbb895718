"""English out of a git repository: at the commit that a page names, found by its digest, or at one revision."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from doclint.page.frontmatter import FrontMatter
from doclint.pair.digest import digests
from doclint.sources.git.objects import GitStoppedError
from doclint.sources.git.pins import PIN, PIN_KEYS, PIN_WITHIN, names_one_commit
from doclint.sources.git.reasons import (
    FOLDER,
    IMPROPER,
    LINK,
    NO_COMMIT,
    NO_PAGE,
    NO_PATH,
    TOO_LARGE,
    not_here,
    unknown,
    why_not,
)
from doclint.sources.git.repository import Repository, open_repository
from doclint.sources.git.trees import NotHere, find, is_proper
from doclint.sources.git.versions.history import Version
from doclint.sources.git.versions.search import Search
from doclint.sources.lock import ids_of, is_text
from doclint.sources.source import Absent, Loaded
from doclint.text import Trust
from doclint.text.errors import ConfigError

LONGEST_LINK = 4096


@dataclass(frozen=True, slots=True)
class GitSource:
    """A repository of English pages. Made by open_git."""

    repository: Repository
    revision: str | None
    """The full id of the commit for pages that name none; None where HEAD has none."""
    search: Search | None
    pin_keys: tuple[str, ...] = PIN_KEYS
    pin: Literal["metadata", "last-touch"] = "metadata"
    digest_keys: tuple[str, ...] = ()

    def load(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> Loaded | Absent:
        """The English of a page; `target` is its path in the targets' folder where that is another."""
        try:
            return self._load(path, front, text, target or path)
        except GitStoppedError as error:
            return Absent(str(error), unread=f'"{self.repository.folder}" cannot be read: {error}')

    def may_tell(self, front: FrontMatter, text: str) -> bool:
        """Whether the English of a page may be another than the one that lies at the revision."""
        is_named = any(front.value(key) is not None for key in self.pin_keys)
        return self.pin != "metadata" or is_named or bool(digests(front, text, self.digest_keys))

    def identity(self, path: str, target: bytes) -> str | None:
        """A page that names its commit says all itself; for another it is the commit that stands in."""
        if names_one_commit(target[:PIN_WITHIN], self.pin_keys):
            return "pinned"
        return self.revision if self.pin == "metadata" else None

    def others(self, path: str, front: FrontMatter, text: str = "", *, target: str | None = None) -> list[Loaded]:
        """The neighbours, by time, of the version that the target's last touch gave, newest first."""
        if self.pin == "metadata" or not self.search:
            return []
        first = self.load(path, front, text, target=target)
        if isinstance(first, Absent) or first.trust > Trust.PAIRED:
            return []
        versions = (self.search.load(first.path, one) for one in self._by_time(first.path, target or path))
        return [one for one in versions if one and one.revision != first.revision]

    def newest(self, loaded: Loaded) -> Loaded | None:
        """The page at the source's own revision, where that is another version than what `load` gave."""
        if self.revision is None or loaded.revision in (None, self.revision):
            return None
        try:
            found = self._read(self.revision, loaded.path, Trust.PAIRED)
        except GitStoppedError:
            return None
        return found if isinstance(found, Loaded) and found.data != loaded.data else None

    def kept(self, path: str, blob: str) -> Loaded | None:
        """The page at the source's own revision if it reads so, else whatever commit has it."""
        whole = self.repository.prefix + path
        try:
            now = self._read(self.revision, whole, Trust.PINNED) if self.revision and is_proper(whole) else None
            if isinstance(now, Loaded) and is_text(now.data, blob):
                return now
            found = self.repository.objects.read(blob)
        except GitStoppedError:
            return None
        is_it = found is not None and found.kind == "blob" and found.data is not None
        return Loaded(whole, found.data, Trust.PINNED, blob) if is_it and found and found.data is not None else None

    def id_of(self, loaded: Loaded) -> str:
        """Of a text that lies in the working tree, with the line ends that git keeps."""
        ids = ids_of(loaded.data, self.repository.objects.form)
        return next((one for one in ids if self.repository.objects.read(one)), ids[-1])

    def missing(self, path: str, front: FrontMatter, target: str | None = None) -> list[str]:
        """The objects that a partial clone lacks to load a page, for fetch_missing; `target` as for load."""
        whole, is_pinned = self.repository.prefix + path, self._pinned(front) is not None
        versions = [] if is_pinned else self._by_time(whole, target or path)
        if not is_pinned and self.search and digests(front, "", self.digest_keys):
            versions = [*versions, *self.search.versions(whole)]
        lacking = self.search.lacking(versions) if self.search else []
        wanted = None if versions else self._missing(path, front)
        return [*lacking, wanted] if wanted else lacking

    def _missing(self, path: str, front: FrontMatter) -> str | None:
        commit = self._pinned(front)
        for one in (commit if isinstance(commit, str) else None, self.revision):
            try:
                entry = find(self.repository.objects, one, self.repository.prefix + path) if one else None
            except (NotHere, GitStoppedError):
                continue
            if entry and entry.is_file:
                return entry.id if self.repository.objects.read(entry.id) is None else None
        return None

    def _load(self, path: str, front: FrontMatter, text: str, target: str) -> Loaded | Absent:
        whole = self.repository.prefix + path
        if not is_proper(whole):
            return Absent(NO_PATH)
        commit = self._pinned(front)
        pinned = self._read(commit, whole, Trust.PINNED) if isinstance(commit, str) else commit
        if isinstance(pinned, Loaded):
            return pinned
        named = digests(front, text, self.digest_keys)
        proven = self.search.by_digest(whole, named) if named and self.search else None
        if proven:
            return proven
        other = self._unpinned(whole, target)
        if isinstance(other, Absent):
            return pinned or other._replace(is_final=other.is_orphan and not named)
        if pinned is not None:
            return other._replace(instead=pinned.reason)
        return other._replace(instead=other.instead or self._why_unproven(whole)) if named else other

    def _why_unproven(self, whole: str) -> str:
        """Why the version that a digest names may not be had; empty where all versions are here."""
        if self.repository.is_shallow:
            return "the version that the page's digest names is not in this shallow clone"
        if self.repository.promisor and self.search and self.search.lacking(self.search.versions(whole)):
            return f"the version that the page's digest names may be {not_here(self.repository)}"
        return ""

    def _pinned(self, front: FrontMatter) -> str | Absent | None:
        """The commit that a page names, as a full id."""
        value = next((value for key in self.pin_keys if (value := front.value(key))), None)
        if value is None:
            return None
        pin = value.strip().lower()
        if not PIN.fullmatch(pin):
            return Absent(IMPROPER)
        if len(pin) == (40 if self.repository.objects.form == "sha1" else 64):
            return pin
        found = self.repository.objects.read(f"{pin}^{{commit}}")
        return found.id if found else Absent(unknown(self.repository))

    def _unpinned(self, whole: str, target: str) -> Loaded | Absent:
        versions = self._by_time(whole, target)
        loaded = self.search.load(whole, versions[0]) if self.search and versions else None
        if loaded:
            return loaded
        if self.revision is None:
            return Absent(NO_COMMIT)
        other = self._read(self.revision, whole, Trust.PAIRED)
        if isinstance(other, Absent) or not versions:
            return other
        return other._replace(instead=f"the version of that time is {not_here(self.repository)}")

    def _by_time(self, whole: str, target: str) -> list[Version]:
        """The versions of the time of a target's last touch, where those are wanted."""
        return self.search.by_time(whole, target) if self.search and self.pin == "last-touch" else []

    def _read(self, commit: str, whole: str, trust: Trust) -> Loaded | Absent:
        blob = self.repository.files.read(commit, whole)
        if blob is None:
            reason = why_not(self.repository, commit, whole, trust)
            return Absent(reason, is_orphan=reason.endswith(NO_PAGE))
        if blob.kind != "blob":
            return Absent(FOLDER)
        if blob.data is None:
            return Absent(TOO_LARGE)
        if self._is_link(blob.data, commit, whole):
            return Absent(LINK)
        return Loaded(whole, blob.data, trust, commit)

    def _is_link(self, data: bytes, commit: str, whole: str) -> bool:
        """Whether a file is a symbolic link; git gives its address as its text, which is looked up only when it may
        be one."""
        if len(data) > LONGEST_LINK or b"\n" in data:
            return False
        try:
            entry = find(self.repository.objects, commit, whole)
        except NotHere:
            return False
        return entry is not None and not entry.is_file


def open_git(
    where: str,
    *,
    pin_keys: tuple[str, ...] = PIN_KEYS,
    pin: Literal["metadata", "last-touch"] = "metadata",
    targets: Path | None = None,
    cache: Path | None = None,
    digest_keys: tuple[str, ...] = (),
) -> GitSource | None:
    """The git source that `REPO[@REV]` names; None when it is no repository, nor a folder that one tracks.

    `targets` is the folder of the translations, whose log tells when they were touched; `cache` a folder
    for indexes. Raises ConfigError with one clear line.
    """
    opened = open_repository(where)
    if opened is None:
        return None
    repository, revision = opened.repository, opened.revision
    if repository.prefix and not _has_folder(repository, revision):
        if opened.asked is None:
            return None
        raise ConfigError(f'no folder "{repository.prefix}" at "{opened.asked}" in the repository')
    touched = open_repository(str(targets)) if targets and pin == "last-touch" else None
    search = Search(repository, revision, cache, touched) if revision else None
    return GitSource(repository, revision, search, pin_keys, pin, digest_keys)


def _has_folder(repository: Repository, revision: str | None) -> bool:
    folder = repository.objects.read(f"{revision}:{repository.prefix.rstrip('/')}") if revision else None
    return folder is not None and folder.kind == "tree"
