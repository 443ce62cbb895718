"""The English of a repository of translations, in a repository that lies beside it on the disk.

A fork has the paths of the repository that it was made from, and people keep both in one folder. The name that a
repository has without its locale tells which of the others that is: `docs` of `docs.ja-jp`, `react.dev` of
`ko.react.dev`. No configuration and no page can name another folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from doclint.layouts import Target
from doclint.run.plan.beside import look
from doclint.run.plan.ground import Ground
from doclint.sources import FolderSource
from doclint.sources.choose import is_repository
from doclint.text import locale

NAMES = {"translated-content": "content"}
"""Repositories whose names hold no locale: MDN's."""


class Neighbour(NamedTuple):
    """A repository that lies beside, by whose name it may hold the English."""

    where: str
    """Its folder, as a source is named."""
    is_english: bool
    """Whether it has half of the pages at their own paths."""


def neighbour(ground: Ground, targets: Sequence[Target]) -> Neighbour | None:
    """The repository beside that has the pages' English, else one that has at least some; None where none has any."""
    if ground.commit or not is_repository(Path(ground.root)):
        return None
    top = Path(os.path.abspath(ground.root))
    few = look.sample(targets)
    some = None
    for name in dict.fromkeys(one for called in ground.names() for one in _without_locale(called)):
        folder = top.parent / name
        if folder == top or not is_repository(folder):
            continue
        source = FolderSource(folder)
        there = sum(look.has(source, one.source, one) for one in few)
        if few and there * 2 >= len(few):
            return Neighbour(os.path.relpath(folder), True)
        some = some or (Neighbour(os.path.relpath(folder), False) if there else None)
    return some


def _without_locale(name: str) -> Iterator[str]:
    """A repository's name without the locale in it, and with that of English."""
    if name in NAMES:
        yield NAMES[name]
    before, _, rest = name.partition(".")
    if rest and locale.of_folder(before):
        yield from (rest, f"en.{rest}")
    for separator in locale.SEPARATOR.finditer(name):
        stem, sign = name[: separator.start()], separator.group()
        if stem and locale.of_folder(name[separator.end() :]):
            yield stem
            yield from (f"{stem}{sign}{tag}" for tag in ("en", "en-us", "en-US"))
