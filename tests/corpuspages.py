"""Pages of the corpus with the English that they name."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from doclint.text.spans import decode

PIN = re.compile(r"^ms\.sourcegitcommit: *([0-9a-f]{40})", re.MULTILINE)


HUMAN = re.compile(r"^ms\.translationtype: *HT", re.MULTILINE)


def pages(tree: Path, every: int) -> list[str]:
    """Every n-th page by path, relative to the tree."""
    return sorted(path.relative_to(tree).as_posix() for path in tree.rglob("*.md"))[::every]


@contextmanager
def english(corpus: Path) -> Iterator[Callable[[str], bytes | None]]:
    """Asks one git process for `COMMIT:PATH`; None where the sample has no such page."""
    command = ["git", f"--git-dir={corpus / 'en.git'}", "cat-file", "--batch"]
    environment = os.environ | {"GIT_NO_LAZY_FETCH": "1"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as git:
        ours, theirs = git.stdin, git.stdout
        assert ours
        assert theirs

        def show(name: str) -> bytes | None:
            ours.write(name.encode() + b"\n")
            ours.flush()
            head = theirs.readline().split()
            if len(head) != 3 or head[1] != b"blob":
                return None
            data = theirs.read(int(head[2]))
            theirs.read(1)
            return data

        yield show
        ours.close()


def read(path: Path) -> str:
    return decode(path.read_bytes())


def pinned(corpus: Path, trees: str, every: int) -> Iterator[tuple[str, str, str]]:
    """Page, its text, and the English that it names, of each n-th machine-translated page."""
    with english(corpus) as show:
        for tree in trees.split():
            for path in pages(corpus / tree, every):
                text = read(corpus / tree / path)
                pin = PIN.search(text)
                source = show(f"{pin[1]}:{path}") if pin and not HUMAN.search(text) else None
                if source is not None:
                    yield f"{tree}/{path}", text, decode(source)
