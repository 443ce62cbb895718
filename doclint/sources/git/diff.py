"""What git says of the difference between a commit and the working tree, with nothing run that the repository names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from doclint.sources.git.process import run
from doclint.sources.git.repository import Repository
from doclint.text.errors import ConfigError

# whatever the user's or the repository's config says of how differences look
OPTIONS: tuple[str, ...] = ("--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "--no-color", "-O/dev/null")
PATCH: tuple[str, ...] = ("--patch", "--text", "--unified=0", "--inter-hunk-context=0", "--submodule=short")
PATCH += ("--src-prefix=a/", "--dst-prefix=b/")
FILTERS = r"^filter\..*\.(clean|smudge|process|required)$"
HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
ESCAPE = re.compile(rb'\\([0-7]{3}|[abfnrtv"\\])')
LETTERS = dict(zip(b'abfnrtv"\\', b'\a\b\f\n\r\t\v"\\', strict=True))
MOST = 30_000
"""Bytes of paths in one call; systems allow 32,767 to 2,097,152 for all of it."""


class Difference(NamedTuple):
    """A path that differs, from the top of the repository."""

    status: str
    """A, M, T, D, R, C or U (git-diff, raw format)."""
    old_mode: str
    new_mode: str
    old: str
    path: str


def differences(repository: Repository, base: str) -> list[Difference]:
    """What differs from a commit to the tracked files as they lie in the working tree. Raises ConfigError.

    A partial clone may lack what is needed to tell what was renamed: then nothing is.
    """
    try:
        answer = _diff(repository, "--raw", "-z", "--no-abbrev", "--find-renames", base)
    except ConfigError:
        answer = _diff(repository, "--raw", "-z", "--no-abbrev", "--no-renames", base)
    return list(_differences(iter(answer.split(b"\0"))))


def _differences(tokens: Iterator[bytes]) -> Iterator[Difference]:
    for token in tokens:
        words = token.decode("ascii", "replace").removeprefix(":").split()
        if len(words) == 5:
            old = path = os.fsdecode(next(tokens))
            if words[4][0] in "RC":
                path = os.fsdecode(next(tokens))
            yield Difference(words[4][0], words[0], words[1], old, path)


def untracked(repository: Repository) -> list[str]:
    """The files of the named folder that git does not know and is not told to ignore, from the top."""
    answer = run(repository.folder, "ls-files", "--others", "--exclude-standard", "--full-name", "-z")
    # another repository in this one is a folder here
    return [path for path in os.fsdecode(answer.stdout).split("\0") if path and not path.endswith("/")]


def new_lines(repository: Repository, base: str, files: Iterable[list[str]]) -> dict[str, list[range]]:
    """The lines that tracked files have and the commit has not. Raises ConfigError.

    A file is its path from the top, and of a renamed one the old path too. Where lines only went it has none.
    """
    found: dict[str, list[range]] = {}
    for some in _batches(files):
        answer = _diff(repository, *PATCH, "--find-renames", base, "--", *(f"{_up(repository)}{path}" for path in some))
        found |= _hunks(answer)
    return found


def _hunks(patch: bytes) -> dict[str, list[range]]:
    """The ranges of a patch by path; lines of content are counted off, since they may look like anything."""
    found: dict[str, list[range]] = {}
    ranges: list[range] = []
    rest = 0
    for line in patch.split(b"\n"):
        if rest and not line.startswith(b"\\"):
            rest -= 1
        elif line.startswith(b"+++ "):
            ranges = found.setdefault(_path(line[4:]), [])
        elif match := HUNK.match(line):
            removed, start, added = int(match[1] or 1), int(match[2]), int(match[3] or 1)
            rest = removed + added
            if added:
                ranges.append(range(start, start + added))
    return found


def _path(written: bytes) -> str:
    """The path of a `+++` line: quoted where it holds quotes or control characters, else ended by a tab at most."""
    if written.startswith(b'"'):
        inside = written[1 : written.rindex(b'"')]
        written = ESCAPE.sub(lambda match: bytes([_byte(match[1])]), inside)
    return os.fsdecode(written.removesuffix(b"\t").removeprefix(b"b/"))


def _byte(escape: bytes) -> int:
    return LETTERS[escape[0]] if len(escape) == 1 else int(escape, 8) & 255


def _diff(repository: Repository, *arguments: str) -> bytes:
    """Git's answer. Raises ConfigError with git's reason, which in a partial clone is an object that is missing."""
    options = ("-c", "core.quotePath=false", *_no_filters(repository), "diff", *OPTIONS, *arguments)
    answer = run(repository.folder, *options, GIT_DIFF_OPTS="")  # which may ask for lines around
    if answer.returncode:
        lines = os.fsdecode(answer.stderr).splitlines()
        said = next((line for line in lines if line.startswith(("fatal: ", "error: "))), "git gives no reason")
        raise ConfigError(f"the changes cannot be read: {said.partition(': ')[2] or said}")
    return answer.stdout


def _no_filters(repository: Repository) -> Sequence[str]:
    """Options that switch off the filters of the config: git would run them on every file it compares."""
    answer = run(repository.folder, "config", "--null", "--name-only", "--get-regexp", FILTERS)
    names = {key.rpartition(".")[0] for key in os.fsdecode(answer.stdout).split("\0") if key}
    for name in names:
        if "=" in name or "\n" in name:
            raise ConfigError(f"git's config has a filter that cannot be switched off: {name!r}")
    off = ("clean=", "smudge=", "process=", "required=false")
    return [part for name in sorted(names) for setting in off for part in ("-c", f"{name}.{setting}")]


def _up(repository: Repository) -> str:
    """From the folder where git is called to the top."""
    return "../" * repository.prefix.count("/")


def _batches(files: Iterable[list[str]]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for paths in files:
        length = sum(len(os.fsencode(path)) + 1 for path in paths)
        if batch and size + length > MOST:
            yield batch
            batch, size = [], 0
        batch += paths
        size += length
    if batch:
        yield batch
