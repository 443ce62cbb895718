"""Git as a process: calls that reach no network and run nothing that the repository names."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from doclint.text.errors import SourceError

TIMEOUT = 300
"""Seconds for a call that walks a history; a net below the bounds in commits, for disks that do not answer."""

OF_ANOTHER: tuple[str, ...] = (
    "DIR",
    "WORK_TREE",
    "INDEX_FILE",
    "COMMON_DIR",
    "OBJECT_DIRECTORY",
    "ALTERNATE_OBJECT_DIRECTORIES",
)
OF_ANOTHER += ("PREFIX", "NAMESPACE", "SHALLOW_FILE", "GRAFT_FILE", "REPLACE_REF_BASE", "CONFIG", "DEFAULT_HASH")
"""GIT_ variables that a hook inherits from the commit that runs it (git rev-parse --local-env-vars): they would turn
every call to that repository."""

GUARD = {
    "GIT_ALLOW_PROTOCOL": "none",
    # beats `protocol.ext.allow = always` in the repository's config, which `-c protocol.allow=never` does not
    "GIT_NO_LAZY_FETCH": "1",  # git 2.39.4, 2.45 and later do not even try
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    # what a name stands for is what it is the digest of, and commits have the parents that they name
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "LC_ALL": "C",
}
QUIET: tuple[str, ...] = ("-c", "protocol.allow=never", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
# `git log` with log.showSignature runs gpg.program; diff.relative hides what lies outside the folder
QUIET += ("-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "diff.relative=false")


def environment(**other: str) -> dict[str, str]:
    """The environment of a git call."""
    foreign = {f"GIT_{name}" for name in OF_ANOTHER}
    return {name: value for name, value in os.environ.items() if name not in foreign} | GUARD | other


def run(
    folder: Path, *arguments: str, feed: bytes = b"", timeout: float | None = TIMEOUT, **other: str
) -> subprocess.CompletedProcess[bytes]:
    """One git call in a folder; `other` goes into its environment. Raises SourceError when git cannot be run."""
    command = ["git", "-C", str(folder), "--no-pager", "--literal-pathspecs", *QUIET, *arguments]
    try:
        return subprocess.run(  # noqa: S603
            command, input=feed, capture_output=True, env=environment(**other), timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired as error:
        return subprocess.CompletedProcess(command, -1, error.stdout or b"", b"fatal: git took too long")
    except OSError as error:
        raise SourceError(f"git cannot be run: {error.strerror}") from None


def is_installed() -> bool:
    """Whether there is a git to call."""
    return shutil.which("git") is not None
