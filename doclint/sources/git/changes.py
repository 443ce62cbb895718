"""What somebody has changed since a revision: files, and lines of pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from doclint.page.endings import is_page
from doclint.sources.git.diff import Difference, differences, new_lines, untracked
from doclint.sources.git.process import run
from doclint.sources.git.repository import Repository, commit_of, open_repository
from doclint.sources.git.trees import FILES
from doclint.text.errors import ConfigError, UnreadableError
from doclint.text.files.page import read_page


@dataclass(frozen=True, slots=True)
class Changes:
    """The files that differ, by paths relative to the folder that was asked for, with `/`."""

    base: str
    """The commit that they are compared with."""
    added: frozenset[str]
    modified: frozenset[str]
    renamed: Mapping[str, str]
    """New path -> old path; the content may have changed as well."""
    deleted: frozenset[str]

    @property
    def present(self) -> frozenset[str]:
        """All that differ and are there."""
        return self.added | self.modified | frozenset(self.renamed)

    @property
    def gone(self) -> frozenset[str]:
        """The paths that are no longer there, old paths of renamed files among them."""
        return self.deleted | (frozenset(self.renamed.values()) - self.present)


def changed_since(folder: Path, revision: str) -> Changes:
    """What differs from the merge base of a revision and HEAD to the working tree as it lies there.

    From the merge base, not from the revision: what others did on the main branch since this branch left it
    is not this branch's change. To the working tree, not to HEAD: uncommitted and untracked work is what a hook or
    an author asks about, and in CI the two are the same; a file moved without telling git is one deleted and one
    added. Submodules and symbolic links are no files of ours.
    Raises ConfigError where there is no repository, no such revision, or no merge base in a shallow clone.
    """
    repository, base = _compared(folder, revision)
    return _changes(repository, base)


def changed_lines(folder: Path, revision: str) -> dict[str, list[range]]:
    """The lines (1-based) of each changed Markdown page that are not in the merge base, as changed_since finds it.

    An added page has all its lines, a page that was only renamed or shortened none. Raises ConfigError.
    """
    repository, base = _compared(folder, revision)
    changes = _changes(repository, base)
    lines: dict[str, list[range]] = {path: [] for path in sorted(changes.present) if is_page(path)}
    groups = [[repository.prefix + one for one in (path, changes.renamed.get(path)) if one] for path in lines]
    known = new_lines(repository, base, groups)
    new = {path.removeprefix(repository.prefix) for path in untracked(repository)}
    for path in lines:
        lines[path] = _all_lines(folder / path) if path in new else known.get(repository.prefix + path, [])
    return lines


def touches(lines: Iterable[range], first: int, last: int) -> bool:
    """Whether lines first to last, both included, meet any of the ranges."""
    return any(first < some.stop and last >= some.start for some in lines)


def _compared(folder: Path, revision: str) -> tuple[Repository, str]:
    """The repository of a folder and the merge base. Raises ConfigError."""
    where = folder.as_posix()
    opened = open_repository(str(folder)) if folder.is_dir() else None
    if opened is None:
        raise ConfigError(f'"{where}" is not in a git repository, so changes since "{revision}" are unknown')
    repository = opened.repository
    if run(folder, "rev-parse", "--is-inside-work-tree").stdout.strip() != b"true":
        raise ConfigError(f'"{where}" has no working tree, so its changes are unknown')
    if opened.revision is None:
        raise ConfigError(f'the repository of "{where}" has no commit yet')
    hint = ': the clone is shallow, and "git fetch --unshallow" gets the rest' if repository.is_shallow else ""
    known = commit_of(folder, revision)
    if not known:
        raise ConfigError(f'no revision "{revision}" in the repository of "{where}"{hint}')
    base = _output(folder, "merge-base", known, opened.revision)
    if not base:
        raise ConfigError(f'"{revision}" and HEAD have no commit in common{hint}')
    return repository, base


def _output(folder: Path, *arguments: str) -> str:
    """The first line of git's answer; empty where it is none."""
    answer = run(folder, *arguments)
    return "" if answer.returncode else answer.stdout.decode("utf-8", "replace").partition("\n")[0]


def _changes(repository: Repository, base: str) -> Changes:
    found: dict[str, set[str]] = {"A": set(), "M": set(), "D": set()}
    renamed: dict[str, str] = {}
    for one in differences(repository, base):
        status = _status(one)
        old, path = (_below(repository, path) for path in (one.old, one.path))
        if status == "R" and path and old:
            renamed[path] = old
        elif status == "R":
            found["A"] |= {path} if path else set()
            found["D"] |= {old} if old else set()
        elif status and path:
            found[status].add(path)
    for one_path in untracked(repository):
        path = _below(repository, one_path)
        if path and path in found["D"]:  # taken out of the index only
            found["D"].remove(path)
            found["M"].add(path)
        elif path and path not in renamed:
            found["A"].add(path)
    added, modified, deleted = (frozenset(found[status]) for status in "AMD")
    return Changes(base, added - modified, modified, renamed, deleted - modified)


def _status(one: Difference) -> str:
    """A, M, D or R from a file's view: what became a link went, what was one is new; empty where it is no file."""
    if one.status == "U":
        return "M"
    was, is_now = one.old_mode in FILES, one.new_mode in FILES
    if was and is_now:
        return {"R": "R", "C": "A"}.get(one.status, "M")
    return "A" if is_now else "D" if was else ""


def _below(repository: Repository, path: str) -> str | None:
    """A path relative to the named folder; None where it lies outside."""
    return path.removeprefix(repository.prefix) if path.startswith(repository.prefix) else None


def _all_lines(file: Path) -> list[range]:
    try:
        data = read_page(file)
    except UnreadableError:
        return []
    count = data.count(b"\n") + (not data.endswith(b"\n") and data != b"")
    return [range(1, count + 1)] if count else []
