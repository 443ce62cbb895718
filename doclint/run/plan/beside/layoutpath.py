"""Pages that a named source does not have at their own paths: where their layout says that the English lies.

The source may be another state of the same tree, one that holds both sides, or the folder of the English alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from doclint.config import Config
from doclint.layouts import Layout, Target
from doclint.run.plan import english
from doclint.run.plan.beside import look
from doclint.sources import Source
from doclint.text.files.inside import top_of

FEW = 4
"""One page in so many must have its English there."""


class Found(NamedTuple):
    """Pages with the places of their English in a source."""

    targets: list[Target]
    dropped: str
    """What the places lack of the paths that the layout gives: the folder that the source is."""


def is_lacking(targets: Sequence[Target], source: Source) -> bool:
    """Whether most pages are not in the source, or only themselves."""
    few = look.sample(targets)
    tops = {target.folder: top_of(Path(target.folder)) for target in few if target.tree is None}
    there = [target for target in few if look.has(source, target.source, target)]
    own = [one for one in there if (top := tops.get(one.folder)) and look.is_own(source, top)]
    return len(there) - len(own) <= len(few) / 2


def found_in(source: Source, targets: Sequence[Target], laid_out: Sequence[Target]) -> Found | None:
    """The pages as a layout pairs them, if the source has the English of more of them than at their own paths.

    `laid_out` has the counterparts from the top of a tree; the source may be a folder below that.
    """
    few = look.sample([one for one in laid_out if one.counterpart])
    most, dropped = 0, ""
    for folder in dict.fromkeys(folder for one in few for folder in _around(one.counterpart)):
        hits = sum(
            look.has(source, one.counterpart[len(folder) :], one) for one in few if one.counterpart.startswith(folder)
        )
        most, dropped = (hits, folder) if hits > most else (most, dropped)
    own = sum(look.has(source, one.source, one) for one in look.sample(targets))
    if most * FEW < max(len(few), 1) or most < own:
        return None
    return Found(below(dropped, laid_out), dropped)


def by_their_paths(targets: Iterable[Target], layout: Layout) -> Iterator[Target]:
    """The pages whose paths, from the top of their repository or the working directory, a layout knows."""
    for target in targets:
        top = top_of(Path(target.folder)) or Path.cwd()
        path = os.path.relpath(target.file, top).replace(os.sep, "/")
        if known := layout.counterpart(path):
            yield target._replace(counterpart=known.path, locale=known.locale)


def wider(source: Source, config: Config) -> Iterator[Source]:
    """The source, and the repository that it is a folder of."""
    yield source
    from doclint.sources.git.source import GitSource

    if isinstance(source, GitSource) and source.repository.prefix and (top := top_of(source.repository.folder)):
        yield english.named(f"{top}@{source.revision}", config, None)


def below(folder: str, laid_out: Iterable[Target]) -> list[Target]:
    """Those whose English lies in a folder, with its places from there."""
    return [
        one._replace(counterpart=one.counterpart[len(folder) :]) for one in laid_out if one.source.startswith(folder)
    ]


def _around(path: str) -> Iterator[str]:
    """The folders that a path lies in, the outermost first: the root is empty."""
    end = 0
    while end >= 0:
        yield path[:end]
        slash = path.find("/", end)
        end = slash + 1 if slash >= 0 else -1
