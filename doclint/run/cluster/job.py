"""What workers elsewhere are told once: how pages are checked, and where these and their English lie."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from doclint.layouts import Target
from doclint.run.cache.key import digest_of_rules
from doclint.run.checker import Checker
from doclint.run.cluster.relocate import dumped_with_paths
from doclint.sources import Source
from doclint.sources.git.commit import GitTree
from doclint.sources.git.process import run
from doclint.sources.git.repository import Repository
from doclint.sources.git.source import GitSource
from doclint.sources.git.versions.logfile import log_file
from doclint.sources.mirror import FOLDER
from doclint.text.files.cachefolder import location

BOOKS = "words-*.txt"
"""Files of the cache that hold for the same pages on every machine, and take long to make."""
MOST_BYTES = 64_000_000
"""Of such files, and of logs."""


@dataclass(frozen=True, slots=True)
class Job:
    """Survives being pickled."""

    id: str
    checker: bytes
    judges: bytes
    """A digest of all that judges pages, which is to be the same everywhere."""
    mirrors: tuple[tuple[str, tuple[str, ...]], ...]
    """Addresses of repositories, each with the commits that are read."""
    folders: tuple[str, ...]
    """Those outside the cache that pages or their English lie in."""
    here: str
    """The working directory, which paths count from."""
    books: tuple[tuple[str, bytes], ...] = ()
    """Files of the cache, by their names."""
    logs: tuple[tuple[str, str, bytes], ...] = ()
    """The versions of pages, as far as they are kept here: address of a repository, commit, file."""


def job_of(checker: Checker, targets: Sequence[Target]) -> Job:
    """The job of a run over these pages."""
    data, paths = dumped_with_paths(checker)
    trees = {target.folder: target.tree for target in targets if target.tree}
    paths |= {os.path.abspath(target.folder) for target in targets if target.tree is None}
    paths |= {str(tree.repository.folder) for tree in trees.values()}
    mirrors = str(location() / FOLDER) + os.sep
    inside = {path for path in paths if path.startswith(str(location()) + os.sep)}
    names = {path.removeprefix(mirrors).partition(os.sep)[0] for path in inside if path.startswith(mirrors)}
    addresses = {name: url for name in sorted(names) if (url := _address(name))}
    commits: dict[str, set[str]] = {}
    logs: dict[tuple[str, str], Path] = {}
    for repository, revision in (*_of_trees(trees.values()), *_of_sources(one.source for one in checker.contexts)):
        name = str(repository.folder).removeprefix(mirrors)
        if name in addresses:
            commits.setdefault(name, set()).add(revision)
            logs[addresses[name], revision] = log_file(repository, revision, location())
    books = sorted(location().glob(BOOKS), key=lambda file: -file.stat().st_mtime) if trees else []
    kept = dict(_small_enough([*logs.values(), *books]))
    return Job(
        uuid.uuid4().hex,
        data,
        judges_of(checker),
        tuple((url, tuple(sorted(commits.get(name, ())))) for name, url in addresses.items()),
        tuple(sorted(path for path in paths - inside if Path(path).is_dir())),
        os.getcwd(),
        tuple((file.name, kept[file]) for file in books if file in kept),
        tuple((*key, kept[file]) for key, file in logs.items() if file in kept),
    )


def judges_of(checker: Checker) -> bytes:
    """What tells the doclint, rules and libraries of this machine from others."""
    return digest_of_rules(checker.loaded_rules, packs=checker.packs)


def _of_trees(trees: Iterable[GitTree]) -> Iterator[tuple[Repository, str]]:
    return ((one.repository, one.revision) for one in trees)


def _of_sources(sources: Iterable[Source | None]) -> Iterator[tuple[Repository, str]]:
    return ((one.repository, one.revision) for one in sources if isinstance(one, GitSource) and one.revision)


def _address(name: str) -> str:
    """Where a mirror came from."""
    answer = run(location() / FOLDER / name, "config", "--get", "remote.origin.url")
    return os.fsdecode(answer.stdout).strip()


def _small_enough(files: Iterable[Path]) -> Iterator[tuple[Path, bytes]]:
    """The files that are there, with what they hold, as many as may be sent."""
    left = MOST_BYTES
    for file in files:
        with suppress(OSError):  # one that is not there, or no more, is made by each worker
            left -= file.stat().st_size
            if left < 0:
                return
            yield file, file.read_bytes()
