"""Getting the missing objects of a partial clone: the one call that reaches the network, made when the user asks."""

from __future__ import annotations

import os
from collections.abc import Iterable

from doclint.errors import SourceError
from doclint.sources.gitprocess import run
from doclint.sources.gitrepository import Repository

ALLOWED = "file:git:http:https:ssh"
"""Transports; `ext::` runs whatever the address says."""


def fetch_missing(repository: Repository, objects: Iterable[str]) -> int:
    """Get objects by their ids from the remote that promised them, all in one go; how many were asked for.

    The call is the one that git itself makes for a missing object (promisor-remote.c, fetch_objects), but for
    all at once. It uses the remote, the proxy and the credentials of the repository's config, as `git fetch`
    does. Raises SourceError.
    """
    wanted = sorted(set(objects))
    if not wanted:
        return 0
    if repository.promisor is None:
        raise SourceError("nothing can be fetched: the repository is no partial clone")
    answer = run(
        repository.folder,
        *(
            "-c",
            "fetch.negotiationAlgorithm=noop",
            "-c",
            "protocol.allow=user",
            "fetch",
            "--no-tags",
            "--filter=blob:none",
        ),
        *("--no-write-fetch-head", "--recurse-submodules=no", "--no-auto-maintenance", "--stdin"),
        *("--", repository.promisor),
        feed="".join(f"{one}\n" for one in wanted).encode(),
        timeout=None,
        GIT_ALLOW_PROTOCOL=ALLOWED,
    )
    if answer.returncode:
        lines = os.fsdecode(answer.stderr).splitlines()
        said = next((line for line in lines if line.startswith(("fatal", "error"))), "git gives no reason")
        raise SourceError(f'the missing objects cannot be fetched from "{repository.promisor}": {said}')
    return len(wanted)
