"""Git repositories that tests make, with real git and without a network."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

IDENTITY = {f"GIT_{role}_{what}": "doclint" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(folder: Path, *arguments: str, date: int = 1_600_000_000) -> str:
    """Call git as a person would, with no config but the repository's own."""
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(folder)}
    dates = {"GIT_AUTHOR_DATE": f"{date} +0000", "GIT_COMMITTER_DATE": f"{date} +0000"}
    result = subprocess.run(
        ["git", "-C", folder, *arguments], env=os.environ | IDENTITY | own | dates, capture_output=True, check=True
    )
    return result.stdout.decode().strip()


class Repo:
    """An ordinary repository that is written to a commit at a time."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self._date = 1_600_000_000
        folder.mkdir(parents=True, exist_ok=True)
        git(folder, "init", "-q", "-b", "main", *options)
        git(folder, "config", "uploadpack.allowFilter", "true")
        git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")

    def commit(self, files: dict[str, str | bytes | None], date: int | None = None) -> str:
        """Write files (None: delete) and commit them, a day after the commit before; the commit's id."""
        self._date = date or self._date + 86_400
        for name, content in files.items():
            file = self.folder / name
            if content is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-q", "-m", "x", date=self._date)
        return git(self.folder, "rev-parse", "HEAD")

    def bare(self, folder: Path, *options: str) -> Path:
        """A bare clone over file://, which is how a shallow or partial one comes about."""
        git(self.folder, "clone", "-q", "--bare", *options, f"file://{self.folder}", str(folder))
        return folder
