"""A copy of the English repository in the cache folder, without file contents until pages ask for them.

`doclint source sync` is what makes it and brings it up to date: commits and folders of the whole history, and of file
contents those that the checked pages need. Every other run reads what is there.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from doclint.sources.git.empty import config
from doclint.sources.git.fetch import ALLOWED, fetch_missing, reason
from doclint.sources.git.process import run
from doclint.sources.git.repository import commit_of, open_repository
from doclint.sources.git.trees import FILES
from doclint.text.errors import SourceError
from doclint.text.files.once import only_one
from doclint.text.files.scratch import scratch_file, scratch_folder
from doclint.text.files.whole import write_whole

UNFIT = re.compile(r"[^\w.-]+", re.ASCII)
HEADS = "+refs/heads/*:refs/heads/*"
EXTENSIONS = {"objectFormat": ("sha1", "sha256"), "refStorage": ("", "files", "reftable")}
LEADING_OUT = ("commondir", "objects/info/alternates")
"""Files of a repository that name another one, to be read in its place."""


FOLDER = "sources"
"""Of the cache."""
FILLED = "doclint-filled"
"""A file of a mirror: for which state of its branches every version of the pages is here."""


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
        return cls(url, cache / FOLDER / f"{name}-{digest}.git")

    @property
    def is_there(self) -> bool:
        return (self.folder / "HEAD").is_file()

    def sync(self) -> None:
        """Make the copy, or bring it up to date, over the network. Raises SourceError with what git says.

        A clone that is cut off leaves nothing behind; two at once do each other no harm.
        """
        if self.is_there:
            self._make_ours()
            self._call(self.folder, "fetch", "--prune", "--no-auto-maintenance", "--recurse-submodules=no", "origin")
            return
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with scratch_folder(self.folder.parent, self.folder.name) as room:
            new = room / "clone.git"
            clone = ("clone", "--quiet", "--bare", "--template=", "--filter=blob:none")
            self._call(room, *clone, "--", self.url, str(new))
            try:
                new.rename(self.folder)
            except OSError as error:
                if not self.is_there:
                    raise SourceError(f"no mirror can be kept in {self.folder.parent}: {error.strerror}") from None
        self._make_ours()

    def hold(self, commits: Iterable[str], endings: tuple[str, ...]) -> None:
        """Have these commits, and every version of the pages, and fetch what of that is not here. Raises SourceError.

        Of several processes one fetches, the others wait.
        """
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with only_one(self.folder.parent / "mirrors.lock", int(self.folder.stem[-7:], 16)):
            if not (self.is_there and all(commit_of(self.folder, one) for one in commits)):
                self.sync()
            lacking = [one for one in commits if not commit_of(self.folder, one)]
            if lacking:
                raise SourceError(f'"{self.url}" has no commit {lacking[0]}')
            self.fill(endings)

    def fill(self, endings: tuple[str, ...]) -> int:
        """Fetch every version of the pages that is not here; how many. Raises SourceError."""
        state = hashlib.sha256(run(self.folder, "for-each-ref").stdout).hexdigest()
        mark = self.folder / FILLED
        if mark.is_file() and mark.read_text("utf-8", "replace") == state:
            return 0
        opened = open_repository(str(self.folder))
        assert opened
        log = ("log", "--all", "-m", "--raw", "-z", "--format=", "--no-abbrev", "--no-renames", "--no-color")
        answer = run(self.folder, *log, timeout=None)
        if answer.returncode:
            raise SourceError(f'the history of "{self.url}" cannot be read: {reason(answer)}')
        wanted = _versions(answer.stdout, tuple(map(str.encode, endings)))
        count = fetch_missing(opened.repository, (one for one in wanted if opened.repository.objects.read(one) is None))
        try:
            write_whole(mark, state.encode())
        except OSError as error:
            raise SourceError(f"the mirror {self.folder} cannot be written: {error.strerror}") from None
        return count

    def _make_ours(self) -> None:
        """Write the mirror's config anew, and take away what leads out of it. Raises SourceError.

        The cache may lie where others write, such as in the checkout that is audited: what a mirror says of programs,
        addresses and other repositories is not believed.
        """
        if self.folder.resolve() != self.folder.parent.parent.resolve() / self.folder.parent.name / self.folder.name:
            raise SourceError(f"the mirror {self.folder} is a link: remove it, and sync again")
        form, refs = (self._says(f"extensions.{key}", known) for key, known in EXTENSIONS.items())
        try:
            for name in LEADING_OUT:
                (self.folder / name).unlink(missing_ok=True)
            whole = config(form, self.url, refs=refs, more=f"\tfetch = {HEADS}\n")
            with scratch_file(self.folder, "config") as (stream, new):
                stream.write(whole.encode("utf-8", "surrogateescape"))
                stream.close()
                new.replace(self.folder / "config")
        except OSError as error:
            raise SourceError(f"the mirror {self.folder} cannot be written: {error.strerror}") from None

    def _says(self, key: str, known: tuple[str, ...]) -> str:
        """How the mirror is stored, of the ways that git knows."""
        answer = run(self.folder, "config", "--file", str(self.folder / "config"), "--get", key)
        said = answer.stdout.decode("utf-8", "replace").strip()
        return said if said in known else known[0]

    def _call(self, folder: Path, *arguments: str) -> None:
        """Call git with the network; transports that run a program named in the address stay shut."""
        answer = run(folder, "-c", "protocol.allow=user", *arguments, timeout=None, GIT_ALLOW_PROTOCOL=ALLOWED)
        if answer.returncode:
            raise SourceError(f'"{self.url}" cannot be fetched: {reason(answer)}')


def _versions(output: bytes, endings: tuple[bytes, ...]) -> Iterator[str]:
    """The contents that pages ever had, each once; tokens are `:MODE MODE ID ID STATUS` and a path."""
    seen = set()
    tokens = iter(output.split(b"\0"))
    for token in tokens:
        words = token.split()
        is_page = len(words) == 5 and words[0].startswith(b":") and next(tokens, b"").lower().endswith(endings)
        if is_page and words[1].decode("ascii", "replace") in FILES and words[3] not in seen:
            seen.add(words[3])
            yield words[3].decode("ascii")
