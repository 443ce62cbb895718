"""Target pages out of a git repository at one revision, without a checkout."""

from __future__ import annotations

from dataclasses import dataclass

from doclint.sources.git.objects import GitStoppedError
from doclint.sources.git.repository import Repository, open_repository
from doclint.sources.git.trees import is_proper, names_in, walk
from doclint.text.errors import ConfigError, SourceError, UnreadableError
from doclint.text.files.page import TOO_LARGE


@dataclass(frozen=True, slots=True)
class GitTree:
    """The files of a commit below the folder that was named. Made by open_tree."""

    repository: Repository
    revision: str

    def paths(self, under: str = "", endings: tuple[str, ...] = ()) -> list[str]:
        """The files in a folder, relative to the one that was named, in git's order; links are passed over.

        Raises SourceError when a folder of the commit is missing from the clone: a list with holes is none.
        """
        start = self.repository.prefix + (f"{under.strip('/')}/" if under.strip("/") else "")
        found = []
        for entry in walk(self.repository.objects, self.revision):
            inside = f"{entry.path}/" if entry.path else ""
            if entry.is_folder and (inside.startswith(start) or start.startswith(inside)):
                raise SourceError(f'the folder "{entry.path}" of {self.revision} is missing from the clone')
            if entry.is_file and entry.path.startswith(start) and entry.path.lower().endswith(endings or ("",)):
                found.append(entry.path.removeprefix(self.repository.prefix))
        return found

    def missing(self, endings: tuple[str, ...]) -> list[str]:
        """The ids of the files' contents that a partial clone lacks, for fetch_missing."""
        entries = [entry for entry in walk(self.repository.objects, self.revision) if entry.is_file]
        wanted = [one for one in entries if one.path.startswith(self.repository.prefix)]
        wanted = [one for one in wanted if one.path.lower().endswith(endings)]
        return [one.id for one in wanted if self.repository.objects.read(one.id) is None]

    def names(self, folder: str) -> frozenset[str] | None:
        """What a folder holds, by one question to git; None where that is not known. It ends with `/`, or is empty."""
        whole = (self.repository.prefix + folder).rstrip("/")
        is_asked = not whole or is_proper(whole)
        return names_in(self.repository.objects, f"{self.revision}:{whole}") if is_asked else None

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises UnreadableError."""
        whole = self.repository.prefix + path
        if not is_proper(whole):
            raise UnreadableError("git cannot be asked for this path")
        try:
            blob = self.repository.objects.read(f"{self.revision}:{whole}")
        except GitStoppedError as error:
            raise UnreadableError(str(error)) from None
        if blob is None and self.repository.promisor:
            raise UnreadableError("is missing from this partial clone")
        if blob is None or blob.kind != "blob":
            raise UnreadableError("is not in the repository at that revision")
        if blob.data is None:
            raise UnreadableError(TOO_LARGE)
        return blob.data


def open_tree(where: str) -> GitTree | None:
    """The files that `REPO[@REV]` names; None when it is no repository. Raises ConfigError."""
    opened = open_repository(where)
    if opened is None:
        return None
    if opened.revision is None:
        raise ConfigError(f'the repository "{where}" has no commit to read')
    return GitTree(opened.repository, opened.revision)
