"""A copy of the English repository in the cache folder, without file contents until pages ask for them.

`doclint source sync` is what makes it and brings it up to date: commits and folders of the whole history, and of file
contents those that the checked pages need. Every other run reads what is there.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from doclint.errors import SourceError
from doclint.sources.gitfetch import ALLOWED
from doclint.sources.gitprocess import run

UNFIT = re.compile(r"[^\w.-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mirror:
    """Where the copy of one repository lies, whether it is there or not."""

    url: str
    folder: Path

    @classmethod
    def of(cls, url: str, cache: Path) -> Mirror:
        """The mirror of a repository below the cache folder; its name says which, for people who look there."""
        name = UNFIT.sub("-", url.rstrip("/").rpartition("/")[2].removesuffix(".git"))[:40].strip("-.") or "source"
        digest = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        return cls(url, cache / "sources" / f"{name}-{digest}.git")

    @property
    def is_there(self) -> bool:
        return (self.folder / "HEAD").is_file()

    def sync(self) -> None:
        """Make the copy, or bring it up to date, over the network. Raises SourceError with what git says.

        A clone that is cut off leaves nothing behind; two at once do each other no harm.
        """
        if self.is_there:
            self._call(self.folder, "fetch", "--prune", "--no-auto-maintenance", "--recurse-submodules=no", "origin")
            return
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="new-", dir=self.folder.parent) as room:
            new = Path(room, "clone.git")
            self._call(Path(room), "clone", "--quiet", "--bare", "--filter=blob:none", "--", self.url, str(new))
            self._call(new, "config", "remote.origin.fetch", "+refs/heads/*:refs/heads/*")
            try:
                new.rename(self.folder)
            except OSError as error:
                if not self.is_there:
                    raise SourceError(f"no mirror can be kept in {self.folder.parent}: {error.strerror}") from None

    def _call(self, folder: Path, *arguments: str) -> None:
        """Call git with the network; transports that run a program named in the address stay shut."""
        answer = run(folder, "-c", "protocol.allow=user", *arguments, timeout=None, GIT_ALLOW_PROTOCOL=ALLOWED)
        if answer.returncode:
            lines = os.fsdecode(answer.stderr).splitlines()
            said = next((line for line in lines if line.startswith(("fatal", "error"))), "git gives no reason")
            raise SourceError(f'"{self.url}" cannot be had: {said}')
