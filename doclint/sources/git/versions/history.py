"""The versions of every page of a repository, from one walk of its log."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from doclint.page.endings import is_page
from doclint.sources.git.objects import GitStoppedError
from doclint.sources.git.process import run
from doclint.sources.git.repository import Repository
from doclint.sources.git.trees import FILES

COMMITS = 50_000
"""The newest of them are walked: a bound that gives the same answer on every machine, as a time would not."""
VERSIONS = 200
"""Of one path, the newest."""


class Version(NamedTuple):
    """What a path held since a commit."""

    commit: str
    time: int
    """Of the commit, in seconds since 1970."""
    blob: str


def history(repository: Repository, revision: str) -> dict[str, list[Version]]:
    """The versions of the Markdown pages by path from the top of the repository, the newest first.

    One walk serves all pages: `git log -- PATH` walks the whole history for each. Where the walk comes upon a
    missing object it ends, and what it had found is used. Raises GitStoppedError where git will not walk at all.
    """
    answer = run(
        repository.folder,
        *("log", f"--max-count={COMMITS}", "--format=%H %ct", "--raw", "-z", "--no-abbrev", "--no-renames"),
        *("--no-color", "--no-notes", "--no-show-signature", "-O/dev/null", revision),
    )
    if answer.returncode and not answer.stdout and repository.promisor is None:
        said = answer.stderr.decode("utf-8", "replace").partition("fatal: ")[2].partition("\n")[0]
        raise GitStoppedError(f"git cannot read the history: {said}")
    pages: dict[str, list[Version]] = {}
    for path, version in _versions(answer.stdout.split(b"\0")):
        if is_page(path):
            known = pages.setdefault(path, [])
            if len(known) < VERSIONS:
                known.append(version)
    return pages


def _versions(tokens: list[bytes]) -> Iterator[tuple[str, Version]]:
    """Tokens are `COMMIT TIME`, then for each file `:MODE MODE ID ID STATUS` and a path (git-diff, raw format)."""
    commit, time = "", 0
    rest = iter(tokens)
    for token in rest:
        words = token.decode("ascii", "replace").split()
        if token.lstrip(b"\n").startswith(b":"):
            for path in itertools.islice(rest, 1):
                if len(words) == 5 and words[1] in FILES:
                    yield path.decode("utf-8", "surrogateescape"), Version(commit, time, words[3])
        elif len(words) == 2 and words[1].isdigit():
            commit, time = words[0], int(words[1])
