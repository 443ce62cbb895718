"""The corpus: translated pages by locale, and the English each of them was made from."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

PIN = re.compile(rb"^ms\.sourcegitcommit: *([0-9a-f]{40})", re.M)

SIDE_BY_SIDE = "-sxs"


class Translation(NamedTuple):
    """A page of the corpus."""

    locale: str
    path: str
    """Below the locale's folder, with `/`; the same as the English page's."""
    file: Path


def translations(corpus: Path, *, side_by_side: bool = False) -> dict[str, list[Translation]]:
    """The pages of each locale, smallest file first."""
    found: dict[str, list[Translation]] = {}
    for folder in sorted(corpus.iterdir()):
        if not folder.is_dir() or folder.suffix == ".git" or folder.name.endswith(SIDE_BY_SIDE) is not side_by_side:
            continue
        files = sorted(folder.rglob("*.md"), key=lambda file: (file.stat().st_size, file.as_posix()))
        found[folder.name] = [Translation(folder.name, file.relative_to(folder).as_posix(), file) for file in files]
    return {locale: pages for locale, pages in found.items() if pages}


def sample(pages: dict[str, list[Translation]], count: int) -> list[Translation]:
    """So many pages, each locale with its share, from the smallest to the largest alike; whole rounds when more."""
    total = sum(map(len, pages.values()))
    chosen: list[Translation] = []
    left, ahead = count, total
    for one in pages.values():
        share = round(left * len(one) / ahead)
        left, ahead = left - share, ahead - len(one)
        rounds, rest = divmod(share, len(one))
        chosen += one * rounds + [one[at * len(one) // rest] for at in range(rest)]
    return chosen


def extract(repository: Path, pages: Sequence[Translation], folder: Path) -> list[Translation]:
    """Write the English of each page at its pinned commit below `folder/LOCALE`; the pages that have one."""
    env = {**os.environ, "GIT_NO_LAZY_FETCH": "1"}
    command = ["git", f"--git-dir={repository}", "cat-file", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as git:
        return [page for page in pages if _extract_one(git, page, folder / page.locale / page.path)]


def _extract_one(git: subprocess.Popen[bytes], page: Translation, to: Path) -> bool:
    assert git.stdin
    assert git.stdout
    pin = PIN.search(page.file.read_bytes())
    if pin is None:
        return False
    git.stdin.write(pin[1] + b":" + page.path.encode() + b"\n")
    git.stdin.flush()
    _, kind, *size = git.stdout.readline().split()
    if kind != b"blob":
        return False
    data = git.stdout.read(int(size[0]) + 1)[:-1]
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(data)
    return True


def numbered(pages: Sequence[Translation]) -> Iterator[tuple[str, Translation]]:
    """Each page with the folder its copy goes to, `00-ru`: the first copy of all pages in 00, the second in 01."""
    copies: dict[Translation, int] = {}
    for page in pages:
        copy = copies[page] = copies.get(page, -1) + 1
        yield f"{copy:02}-{page.locale}", page
