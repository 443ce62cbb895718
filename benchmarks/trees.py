"""Trees of pages to measure on, copied from the corpus."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import corpus
from corpus import Translation


@dataclass(frozen=True, slots=True)
class Tree:
    """Target pages with what doclint must be told to find their English."""

    pages: int
    targets: Path
    arguments: tuple[str, ...]
    """For `doclint check`: the folders, and where the source is."""


def build(pages: Sequence[Translation], where: Path, *, repository: Path | None, english: Path) -> Tree:
    """Copy the pages under numbered folders.

    With a repository each numbered folder is an argument, since a page's path in it is its path in the
    repository. Without one the extracted English is copied beside, under the same numbers.
    """
    targets, sources = where / "targets", where / "sources"
    folders: dict[str, None] = {}
    for folder, page in corpus.numbered(pages):
        folders[folder] = None
        _copy(page.file, targets / folder / page.path)
        if repository is None and (file := english / page.locale / page.path).exists():
            _copy(file, sources / folder / page.path)
    if repository is None:
        return Tree(len(pages), targets, (str(targets), "--source", str(sources)))
    return Tree(len(pages), targets, (*(str(targets / name) for name in folders), "--source", str(repository)))


def build_for_review(pages: Sequence[Translation], where: Path, english: Path) -> tuple[Tree, Path, str]:
    """English and translations as co-op-translator lays them out: the tree, its root, the language code.

    The locales are folders below one code: the same path may have another English in each, and a
    process for each of them would pay three times for starting.
    """
    code = max({page.locale for page in pages}, key=lambda locale: sum(page.locale == locale for page in pages))
    targets = where / "translations" / code
    for page in pages:
        _copy(english / page.locale / page.path, where / page.locale / page.path)
        _copy(page.file, targets / page.locale / page.path)
    return Tree(len(pages), targets, (str(targets), "--source", str(where))), where, code


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)
