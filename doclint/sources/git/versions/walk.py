"""One walk along the first parents of a commit, with the Markdown pages that each step changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from doclint.page.endings import ENDINGS
from doclint.sources.git.process import run
from doclint.sources.git.repository import Repository
from doclint.sources.git.trees import FILES

COMMITS = 50_000
"""The newest of them are walked: a bound that gives the same answer on every machine, as a time would not."""

PAGES = tuple(map(str.encode, ENDINGS))


class Step(NamedTuple):
    """A commit on the line, as git told it, with the files that it changed: path, blob or none where it ended."""

    commit: str
    parent: str
    time: int
    files: list[tuple[bytes, bytes | None]]


def walked(repository: Repository, revision: str, known: str | None = None) -> tuple[list[Step], bool]:
    """The commits of the line down to the known one, newest first, and whether git came to the end of it.

    Where the walk comes upon a missing folder it ends, and what it had found is used.
    """
    answer = run(
        repository.folder,
        *("-c", "log.diffMerges=first-parent"),  # what -m means, from git 2.33 on
        *("log", f"--max-count={COMMITS}", "--format=%H %P %ct", "-m", "--first-parent", "--raw", "-z", "--no-abbrev"),
        *("--no-renames", "--no-color", "--no-notes", "--no-show-signature", "-O/dev/null", revision),
        *([f"^{known}"] if known else []),
    )
    steps = list(_steps(answer.stdout))
    return (steps, True) if answer.returncode == 0 else (steps[:-1], False)


def _steps(output: bytes) -> Iterator[Step]:
    """Tokens are `COMMIT PARENTS TIME`, then for each file `:MODE MODE ID ID STATUS` and a path (git-diff, raw)."""
    step: Step | None = None
    tokens = _tokens(output)
    for token in tokens:
        words = token.split()
        if words and words[0].startswith(b":"):
            path = next(tokens, b"")
            if step and len(words) == 5 and path.lower().endswith(PAGES):
                is_file = words[1].decode("ascii", "replace") in FILES
                step.files.append((path, bytes.fromhex(words[3].decode("ascii")) if is_file else None))
        elif len(words) > 1:
            if step:
                yield step
            commit, *parents, time = words
            step = Step(commit.decode(), parents[0].decode() if parents else "", int(time), [])
    if step:
        yield step


def _tokens(output: bytes) -> Iterator[bytes]:
    """What NUL ends; not all at once, since there are millions."""
    start = 0
    while (end := output.find(b"\0", start)) >= 0:
        yield output[start:end]
        start = end + 1
    if start < len(output):
        yield output[start:]
