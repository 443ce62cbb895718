"""Blocks beside blocks: one path through both pages, and one through each section that was moved."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from doclint.page import Block, Code, Html, Page
from doclint.page.model import Definition, Directive
from doclint.pair.alignment.comments import english_before
from doclint.pair.alignment.features import Held, held
from doclint.pair.alignment.features import words as words_of
from doclint.pair.alignment.path import Path, Step, increasing
from doclint.pair.alignment.rows import unique_pairs
from doclint.text import Confidence

MANY_BLOCKS = 8

ALIKE = 60
"""Per cent of two blocks of code that must read the same where nothing but their place lays them side by side."""

LONGEST = 2000
"""Code points of a block that are read for that."""

UNCOUNTED = Definition | Directive
"""Blocks that tell nothing of the order of the others: definitions may be moved, and directives are laid side by side
by themselves, so that a lost one does not part the text around it."""


def laid(source: Page, target: Page, *, is_whole: bool) -> list[tuple[int, int, Confidence, str]]:
    """(source block, target block, confidence, why) for each pair that is known; blocks are 0-based, of `counted`."""
    blocks = counted(target)
    known = frozenset(block.text for block in counted(source) if isinstance(block, Html) and block.is_comment)
    kept = english_before(blocks, known)
    ours = _english(source)
    theirs = [held(block) for block in blocks]
    for j, words in kept.items():
        theirs[j] = theirs[j]._replace(english=words)
    english = _english_words(source) if kept else []
    steps: list[Step] = []
    for places, others in _stretches(ours, theirs):
        path = Path(
            [ours[i] for i in places], [theirs[j] for j in others], [english[i] for i in places] if kept else []
        )
        if is_whole and len(places) >= MANY_BLOCKS and path.is_straight():
            beside = enumerate(zip(places, others, strict=True))
            steps += [Step(i, j, path.is_anchored(at, at)) for at, (i, j) in beside]
        else:
            steps += [step._replace(source=places[step.source], target=others[step.target]) for step in path.steps()]
    known_steps = sorted(steps)
    between = [
        step
        for step in _between(known_steps)
        if (is_whole and step.is_sure) or _is_damaged_code(counted(source)[step.source], blocks[step.target])
    ]
    known_steps = sorted([*known_steps, *between])
    return [(step.source, step.target, *_why(ours[step.source], theirs[step.target], step)) for step in known_steps]


@lru_cache(2)
def counted(page: Page) -> list[Block]:
    """The blocks of a page that tell in which order they stand."""
    return [block for block in page.blocks if not isinstance(block, UNCOUNTED)]


@lru_cache(1)
def _english(page: Page) -> list[Held]:
    """What the blocks of an English page hold, for the translations that come one after the other."""
    return [held(block) for block in counted(page)]


@lru_cache(1)
def _english_words(page: Page) -> list[frozenset[str]]:
    """The words of its blocks."""
    return [words_of(block) for block in counted(page)]


def _between(steps: list[Step]) -> Iterator[Step]:
    """The one block between two known neighbours on either side: what it holds may be what was damaged."""
    for before, after in pairwise(steps):
        if after.source - before.source == 2 == after.target - before.target:
            is_sure = before.is_sure and after.is_sure
            yield Step(before.source + 1, before.target + 1, is_anchored=False, is_sure=is_sure)


def _is_damaged_code(source: Block, target: Block) -> bool:
    """Whether one block of code may be what became of another: most of it, with all strings, reads the same."""
    if not isinstance(source, Code) or not isinstance(target, Code) or source.language != target.language:
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(source.text[:LONGEST], target.text[:LONGEST]) >= ALIKE


def _why(source: Held, target: Held, step: Step) -> tuple[Confidence, str]:
    if source.slug and source.slug == target.slug:
        return Confidence.HIGH, "slug"
    confidence = Confidence.HIGH if step.is_sure or step.is_anchored else Confidence.MEDIUM
    return confidence, "what it holds" if step.is_anchored else "order"


def _stretches(source: list[Held], target: list[Held]) -> list[tuple[list[int], list[int]]]:
    """The main stretch of both pages, and the sections that were moved, which their ids tell."""
    pairs = unique_pairs(source, target, lambda held: held.slug)
    in_order = set(increasing(sorted(pairs)))
    moved = [(_section(source, i), _section(target, j)) for i, j in pairs if (i, j) not in in_order]
    taken = [{at for pair in moved for at in pair[side]} for side in (0, 1)]
    rest = (
        [at for at in range(len(side)) if at not in gone] for side, gone in zip((source, target), taken, strict=True)
    )
    return [(next(rest), next(rest)), *moved]


def _section(side: list[Held], start: int) -> list[int]:
    """The places of a heading and of the blocks up to the next one."""
    end = next((at for at in range(start + 1, len(side)) if side[at].form == "heading"), len(side))
    return list(range(start, end))
