"""Code blocks that have lost all that they said."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.page import Code
from doclint.pair import Pair


def emptied(pair: Pair) -> Iterator[tuple[Code, Code]]:
    """Each English block with the one that stands in its place and says nothing; the English has no empty one.

    It is the only one that has nothing beside it between those that are laid side by side.
    """
    if pair.source is None:
        return
    empty = [block for block in pair.target.codes if not block.text.strip()]
    if not empty or not all(block.text.strip() for block in pair.source.codes):
        return
    ours, theirs = list(pair.source.codes), list(pair.target.codes)
    beside = {id(match.target): match.source for match in pair.codes}
    for block in empty:
        known = beside.get(id(block))
        at = theirs.index(block)
        before = next((beside[id(one)] for one in reversed(theirs[:at]) if id(one) in beside), None)
        after = next((beside[id(one)] for one in theirs[at + 1 :] if id(one) in beside), None)
        start = ours.index(before) + 1 if before else 0
        end = ours.index(after) if after else len(ours)
        between = [known] if known else ours[start:end]
        if len(between) == 1:
            yield between[0], block
