"""Getting the missing objects of a partial clone: the one call that reaches the network, made when the user asks."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable

from doclint.sources.git.empty import empty_repository
from doclint.sources.git.process import run
from doclint.sources.git.repository import Repository
from doclint.text.errors import SourceError
from doclint.text.lazypattern import lazy

ALLOWED = "file:git:http:https:ssh"
"""Transports; `ext::` runs whatever the address says."""

AN_ADDRESS = lazy(r"[^/]+:")
"""How git tells an address from a path."""

OF_THE_WAY = r"^(core\.(sshcommand|gitproxy|askpass)|(credential|http|ssh|url)\..*|remote\.%s\.(uploadpack|vcs|proxy))$"
"""Settings that say how a remote is reached."""


def fetch_missing(repository: Repository, objects: Iterable[str]) -> int:
    """Get objects by their ids from the remote that promised them, all in one go; how many were asked for.

    The call is the one that git itself makes for a missing object (promisor-remote.c, fetch_objects), but for
    all at once. It is made in an empty repository that borrows the object folder: of the source repository's own
    config, which may name programs for every step of the way, only the remote's address is taken. How to get there
    (ssh, proxy, credentials) is the user's to say, in the environment or in the user's config. Raises SourceError.
    """
    wanted = sorted(set(objects))
    if not wanted:
        return 0
    if repository.promisor is None:
        raise SourceError("nothing can be fetched: the repository is not a partial clone")
    url = _address(repository, repository.promisor)
    with empty_repository(repository.objects.form, url) as empty:
        answer = run(
            empty,
            *("-c", "fetch.negotiationAlgorithm=noop", "-c", "protocol.allow=user"),
            *("fetch", "--no-tags", "--filter=blob:none"),
            *("--no-write-fetch-head", "--recurse-submodules=no", "--no-auto-maintenance", "--stdin", "--", "origin"),
            feed="".join(f"{one}\n" for one in wanted).encode(),
            timeout=None,
            GIT_ALLOW_PROTOCOL=ALLOWED,
            GIT_DIR=str(empty),
            GIT_OBJECT_DIRECTORY=str(repository.objects.folder),
        )
    if answer.returncode:
        why = f"{reason(answer)}{_unused(repository, repository.promisor)}"
        raise SourceError(f'the missing objects cannot be fetched from "{repository.promisor}": {why}')
    return len(wanted)


def reason(answer: subprocess.CompletedProcess[bytes]) -> str:
    """What git says went wrong, in one line."""
    lines = os.fsdecode(answer.stderr).splitlines()
    return next((line for line in lines if line.startswith(("fatal", "error"))), "git gives no reason")


def _address(repository: Repository, remote: str) -> str:
    """Where a remote is: its first address, a path as seen from the repository. Raises SourceError."""
    answer = run(repository.folder, "config", "--null", "--get-all", f"remote.{remote}.url")
    url = os.fsdecode(answer.stdout).partition("\0")[0]
    if not url:
        raise SourceError(f'nothing can be fetched: the repository does not say where "{remote}" is')
    return url if AN_ADDRESS.match(url) else str((repository.folder / url).resolve())


def _unused(repository: Repository, remote: str) -> str:
    """Which settings of the repository could have told the way, as the end of a message; empty where there are none."""
    pattern = OF_THE_WAY % re.escape(remote)
    answer = run(repository.folder, "config", "--local", "--null", "--name-only", "--get-regexp", pattern)
    names = dict.fromkeys(name for name in os.fsdecode(answer.stdout).split("\0") if name)
    if not names:
        return ""
    return (
        f"; the repository's own {', '.join(names)} may run programs and so is not used: say the same in your own git "
        "config, or as GIT_SSH_COMMAND"
    )
