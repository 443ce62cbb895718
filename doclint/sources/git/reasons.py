"""Why a page cannot be had from a git repository, in words that pages can be counted by."""

from __future__ import annotations

from doclint.sources.git.repository import Repository
from doclint.sources.git.trees import NotHere, find
from doclint.text import Trust
from doclint.text.files import page as pagefile

FOLDER = "the source is a folder, not a page"
IMPROPER = "the page does not name a valid commit"
BEYOND = "the source is behind a link or in a submodule"
LINK = "the source is a link, not a page"
NO_COMMIT = "the page names no commit, and the repository has no commit at HEAD"
NO_PATH = "git cannot be asked for this path"
NO_PAGE = "has no such page"
TOO_LARGE = f"the source {pagefile.TOO_LARGE}"


def unknown(repository: Repository) -> str:
    """Of a commit that the repository has not."""
    where = "this shallow clone" if repository.is_shallow else "the repository"
    return f"the commit that the page names is not in {where}"


def why_not(repository: Repository, commit: str, path: str, trust: Trust) -> str:
    """Of an object that the repository has not, by its commit and path."""
    if repository.objects.read(f"{commit}^{{commit}}") is None:
        return unknown(repository)
    subject = "the commit that the page names" if trust is Trust.PINNED else "the source repository"
    try:
        entry = find(repository.objects, commit, path)
    except NotHere:
        return f"{subject} has a folder that is missing from this clone"
    if entry is None and _is_beyond(repository, commit, path):
        return BEYOND
    if entry is None or not entry.is_file:
        return f"{subject} {NO_PAGE}"
    return f"the source is {not_here(repository)}"


def not_here(repository: Repository) -> str:
    """Of an object whose content is not here."""
    return f"missing from this {'partial clone: --fetch gets it' if repository.promisor else 'clone'}"


def _is_beyond(repository: Repository, commit: str, path: str) -> bool:
    """Whether a folder on the way to a path is a link, or another repository."""
    parts = path.split("/")
    above = (find(repository.objects, commit, "/".join(parts[:end])) for end in range(1, len(parts)))
    return any(entry and not entry.is_folder and not entry.is_file for entry in above)
