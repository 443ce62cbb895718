"""Finding the git repository and the revision that `REPO[@REV]` names."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from doclint.sources.git.folders import Files
from doclint.sources.git.objects import Objects
from doclint.sources.git.process import is_installed, run
from doclint.text.errors import ConfigError, SourceError
from doclint.text.lazypattern import lazy

PROMISING = r"^(extensions\.partialclone|remote\..*\.(promisor|partialclonefilter))$"
PROMISOR = lazy(r"remote\.(.+)\.(?:promisor true|partialclonefilter .*)|extensions\.partialclone (.+)")


class Repository(NamedTuple):
    """A repository that git agrees to read, and the folder in it that was named."""

    folder: Path
    """Where git is called."""
    prefix: str
    """The named folder within the repository, empty or ending with `/`."""
    objects: Objects
    files: Files
    is_shallow: bool
    promisor: str | None
    """Of a partial clone, the remote that has promised the missing objects."""


class Opened(NamedTuple):
    """What `REPO[@REV]` names."""

    repository: Repository
    revision: str | None
    """The full commit id; None when no REV was asked for and HEAD has no commit."""
    asked: str | None
    """REV as it was written."""


def open_repository(where: str) -> Opened | None:
    """The repository that is meant; None when there is none. Raises ConfigError with one clear line."""
    for path, asked in _readings(where):
        if path.is_dir():
            repository = _repository(path, where, asked)
            return Opened(repository, _commit(repository, asked, path), asked) if repository else None
        if path.exists():
            return None
    return None


def _readings(where: str) -> Iterator[tuple[Path, str | None]]:
    """The ways to part the text into a path and a revision, the longest path first: both may hold an `@`."""
    if where:
        yield Path(where), None
    at = where.rfind("@")
    while at > 0:
        yield Path(where[:at]), where[at + 1 :]
        at = where.rfind("@", 0, at)


def _repository(path: Path, where: str, asked: str | None) -> Repository | None:
    meant = asked is not None or (path / ".git").exists() or ((path / "HEAD").is_file() and (path / "objects").is_dir())
    if not is_installed():
        if meant:
            raise ConfigError(f'"{where}" is a git repository, but git is not installed: install git')
        return None
    answer = run(
        path, "rev-parse", "--is-shallow-repository", "--show-object-format", "--git-path", "objects", "--show-prefix"
    )
    if answer.returncode:
        _refuse(answer, where, meant)
        return None
    shallow, form, objects, prefix, *_ = [*os.fsdecode(answer.stdout).split("\n"), "", "", "", ""]
    if form not in ("sha1", "sha256"):
        raise ConfigError("git is too old: 2.25 or newer is needed")
    if prefix and (path / ".git").exists():
        raise ConfigError(f'"{where}" has a .git that git does not recognize as a repository')
    store = Objects((path / objects).resolve(), form)
    return Repository(path, prefix, store, Files(store), shallow == "true", _promisor(path))


def _refuse(answer: subprocess.CompletedProcess[bytes], where: str, meant: bool) -> None:
    """Raise ConfigError with what git has against a folder, if it is meant to be a repository."""
    lines = [line.strip() for line in os.fsdecode(answer.stderr).splitlines() if line.strip()]
    # "unsafe repository" until git 2.35.2; a folder in a repository of another owner is named like the repository
    if any("dubious ownership" in line or "unsafe repository" in line for line in lines):
        way = next((line for line in lines if line.startswith("git config")), "see safe.directory in git help config")
        raise ConfigError(f'"{where}" is owned by another user, so git does not read it; if you trust it: {way}')
    if meant:
        said = next((line.removeprefix("fatal: ") for line in lines if line.startswith("fatal")), "git gives no reason")
        raise ConfigError(f'"{where}" cannot be read as a git repository: {said}')


def _promisor(path: Path) -> str | None:
    answer = run(path, "config", "--get-regexp", PROMISING)
    for line in os.fsdecode(answer.stdout).splitlines():
        match = PROMISOR.fullmatch(line)
        if match:
            return match.group(1) or match.group(2)
    return None


def _commit(repository: Repository, asked: str | None, path: Path) -> str | None:
    revision = "HEAD" if asked is None else asked
    found = commit_of(repository.folder, revision)
    if found:
        return found
    if asked is None:
        if not run(repository.folder, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
            raise ConfigError(f'the repository "{path.as_posix()}" is damaged: the commit at HEAD cannot be read')
        return None
    raise ConfigError(f'no revision "{asked}" in the repository "{path.as_posix()}"')


def commit_of(folder: Path, revision: str) -> str | None:
    """The full id of the commit that a revision names in a folder's repository; None where it names none."""
    # a dash would make an option of it (--end-of-options is understood from git 2.30), ^ says what is left out
    if not revision or revision.startswith(("-", "^")):
        return None
    answer = run(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    return None if answer.returncode else answer.stdout.decode().strip()


@lru_cache(8)
def _objects_of(top: str) -> Objects | None:
    try:
        opened = open_repository(top)
    except ConfigError:
        return None
    return opened.repository.objects if opened else None


def blob_of(top: str, blob: str) -> bytes | None:
    """A file that the repository at a folder keeps, by its id; None where it is not here."""
    objects = _objects_of(top)
    try:
        found = objects.read(blob) if objects else None
    except SourceError:
        return None
    return found.data if found and found.kind == "blob" else None
