"""The versions of pages at a few commits: all that is asked where a commit must not wait for a walk of the log."""

from __future__ import annotations

from collections.abc import Sequence

from doclint.sources.git.objects import GitStoppedError
from doclint.sources.git.process import run
from doclint.sources.git.repository import Repository
from doclint.sources.git.versions.log import Version


class Recent:
    """A log of these commits alone, asked as the whole one is; nothing follows from what it does not have."""

    first = 1
    is_bounded = True

    def __init__(self, repository: Repository, commits: Sequence[str], *, is_dated: bool = False) -> None:
        """`commits` are full ids, the oldest first. `is_dated`: a version is as old as the page's last change."""
        self._repository = repository
        self._commits = list(dict.fromkeys(commits))
        self.last = len(self._commits)
        self._is_dated = is_dated

    def versions(self, path: str, before: int | None = None) -> list[Version]:
        """What a path held at the commits, the newest first."""
        found = []
        for number, commit in enumerate(self._commits, start=1):
            blob = self._blob(commit, path)
            if blob and (before is None or number < before):
                found.append(Version(number, commit, self._when(commit, path), blob, path))
        return found[::-1]

    def ended(self, number: int) -> dict[str, str]:
        """Nothing is known of other names."""
        return {}

    def namesakes(self, path: str, number: int) -> dict[str, list[str]]:
        """Nothing is known of other pages."""
        return {}

    def begun(self, number: int, most: int) -> int:
        """Nothing is known of other pages."""
        return 0

    def time(self) -> int:
        """When the last of the commits was made."""
        return self._when(self._commits[-1], None)

    def _blob(self, commit: str, path: str) -> str:
        try:
            found = self._repository.files.read(commit, path)
        except GitStoppedError:
            return ""
        return found.id if found and found.kind == "blob" else ""

    def _when(self, commit: str, path: str | None) -> int:
        """When the commit was made, or the last one before it that changed the path; now where git does not tell."""
        of = ("--", path) if path and self._is_dated else ()
        answer = run(self._repository.folder, "rev-list", "--max-count=1", "--first-parent", "--timestamp", commit, *of)
        time = answer.stdout.partition(b" ")[0]
        return int(time) if time.isdigit() else 1 << 40
