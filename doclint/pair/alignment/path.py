"""Blocks of two pages on one monotone path: each block has at most one partner, and no two pairs cross.

The path is the best one by what the blocks hold (`features`). Pairs that nothing else could explain are fixed
first; between them dynamic programming finds the rest, in a band where a stretch is long, so that time grows with the
blocks. A pair is kept when every path without it is clearly worse.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from doclint.pair.alignment.features import Held
from doclint.pair.alignment.grid import NEVER, backward, band, forward

GAP = -0.35
"""What a block without a partner costs; a comment without one costs nothing, since translators add and drop them."""

LEAD = 0.45
"""By how much a path with a pair must be better than any path without it."""

SURE_LEAD = 1.0
"""The same for a pair in an unbroken run: to break it costs two gaps and the worth of the pair."""

ANCHORED = 0.5
"""So much of what two blocks hold must be common, by weight, for the pair to stand by itself."""

EMPTIED = 0.1
"""What it tells of a block of code that another one stands in its place, of which nothing is left."""

TAKEN_OVER = 0.5
"""What a word of running text tells that both pages have, beside a mark that is as rare: languages share some words."""

SECTION = 0.25
"""What it tells that two blocks stand under headings which belong together, or under other ones."""

HEAD = 0.5
"""What it tells of two headings that what follows them belongs together."""

FORMS = {"paragraph": ("paragraph", "item"), "item": ("paragraph", "item")}
"""What may stand beside a block of one form; beside any other only its own."""


class Step(NamedTuple):
    """Two blocks side by side."""

    source: int
    """0-based."""
    target: int
    is_anchored: bool
    """Whether what they hold says so, and not only their place between others."""
    is_sure: bool = True
    """Whether they are anchored, or stand in an unbroken run between blocks that are."""


class Path:
    """The search for the best path between two lists of blocks."""

    def __init__(self, source: Sequence[Held], target: Sequence[Held], english: Sequence[frozenset[str]]) -> None:
        """`english` holds the words of each source block, or nothing where no comment holds English."""
        self.source, self.target, self.english = source, target, english
        ours, theirs = (Counter(chain.from_iterable(held.marks for held in side)) for side in (source, target))
        self.weights = {mark: 1 / math.sqrt(max(count, theirs[mark])) for mark, count in ours.items()}
        self.weights |= {mark: 1 / math.sqrt(count) for mark, count in theirs.items() if mark not in ours}
        ours, theirs = (Counter(chain.from_iterable(held.words for held in side)) for side in (source, target))
        self.words = {word: TAKEN_OVER / math.sqrt(max(ours[word], theirs[word])) for word in ours.keys() & theirs}
        self.sums = [[sum(map(self.weights.__getitem__, held.marks)) for held in side] for side in (source, target)]
        lengths = [sum(held.length for held in side if held.form in ("paragraph", "item")) for side in (source, target)]
        self.ratio = lengths[1] / lengths[0] if all(lengths) else 1.0
        self.heads: tuple[list[int | None], list[int | None]] = ([], [])

    def steps(self) -> list[Step]:
        """The pairs of the best path that are sure, in order."""
        found: list[Step] = []
        before = (0, 0)
        fixed = self._fixed()
        self.heads = _heads(self.source, dict(fixed)), _heads(self.target, {j: j for _, j in fixed})
        for i, j in [*fixed, (len(self.source), len(self.target))]:
            found += self._between(*before, i, j)
            if i < len(self.source):
                found.append(Step(i, j, is_anchored=True))
            before = i + 1, j + 1
        return found

    def is_straight(self) -> bool:
        """Whether both sides have one shape and block n is better laid beside block n than left alone."""
        return len(self.source) == len(self.target) and all(self.score(i, i) > 2 * GAP for i in range(len(self.source)))

    def score(self, i: int, j: int) -> float:
        """How well two blocks fit; below twice the cost of a gap they are no pair."""
        a, b = self.source[i], self.target[j]
        if b.form not in FORMS.get(a.form, (a.form,)):
            return NEVER
        value = 0.1 if a.form == b.form else -0.4
        if b.english and self.english:
            common = self._said(i, b.english)
            value += 2 * common if common > 0.3 else -0.7
        if a.form == "heading":
            value += 0.4 if a.level == b.level else -0.2
            if a.slug and a.slug == b.slug:
                return value + 3
        elif a.form == "table":
            value += 0.2 if a.level == b.level else -0.3
        if a.form == "code" and not b.marks and b.length < 2:  # not more than an empty line
            return value + EMPTIED
        both = a.words & b.words  # those that were translated tell nothing
        words = sum(map(self.words.__getitem__, both)) if both else 0
        whole = self.sums[0][i] + self.sums[1][j] + 2 * words
        if whole:
            both = a.marks & b.marks
            common = words + sum(map(self.weights.__getitem__, both)) if both else words
            share = 2 * common / whole
            value += 3 * share * min(1.0, 0.4 + 0.6 * common)
            if share < 0.2:
                value -= 0.6 if min(self.sums[0][i], self.sums[1][j]) > 0.5 else 0.15
        else:
            value += 0.1
        drift = abs(math.log((b.length / self.ratio + 10) / (a.length + 10)))
        return value + 0.15 - min(0.8, 0.5 * drift)

    def _said(self, i: int, english: frozenset[str]) -> float:
        """The share of a source block's words that the English in a comment has; a comment may speak of more blocks."""
        ours = self.english[i]
        return len(ours & english) / len(ours) if len(ours) > 1 else 0.4

    def _values(self, i: int, others: range, end: tuple[int, int]) -> list[float]:
        """The scores of a block, and what its place adds: under one heading, or as the heading of what is fixed."""
        head, form = self.heads[0][i], self.source[i].form
        forms, heads, target = FORMS.get(form, (form,)), self.heads[1], self.target
        values = []
        for j in others:
            if target[j].form not in forms:
                values.append(NEVER)
                continue
            value = self.score(i, j)
            if head is not None or heads[j] is not None:
                value += SECTION if head == heads[j] else -SECTION
            is_head = form == target[j].form == "heading" and (i + 1, j + 1) == end
            values.append(value + HEAD if is_head else value)
        return values

    def is_anchored(self, i: int, j: int) -> bool:
        """Whether what two blocks hold says by itself that they belong together."""
        a, b = self.source[i], self.target[j]
        if a.slug and a.slug == b.slug:
            return True
        if b.english and self.english and self._said(i, b.english) > ANCHORED:
            return True
        common = sum(map(self.weights.__getitem__, a.marks & b.marks))
        return common >= ANCHORED and 2 * common >= ANCHORED * (self.sums[0][i] + self.sums[1][j])

    def _fixed(self) -> list[tuple[int, int]]:
        """Pairs with one id, or the same marks that no other block has, as many as do not cross."""
        pairs = []
        for key in (_by_slug, self._by_marks):
            ours, theirs = ([key(held) for held in side] for side in (self.source, self.target))
            counts = Counter(ours), Counter(theirs)
            where = {name: j for j, name in enumerate(theirs)}
            pairs += [
                (i, where[name])
                for i, name in enumerate(ours)
                if name is not None and counts[0][name] == 1 == counts[1][name]
            ]
        return increasing(sorted(pairs))

    def _by_marks(self, held: Held) -> tuple[str, frozenset[str]] | None:
        unique = any(self.weights[mark] == 1 for mark in held.marks)
        return (held.form, held.marks) if unique and len(held.marks) > 1 else None

    def _between(self, i0: int, j0: int, i1: int, j1: int) -> list[Step]:
        """The sure pairs of a stretch: source blocks `i0` to `i1`, target blocks `j0` to `j1`, ends not included."""
        n, m = i1 - i0, j1 - j0
        if not n or not m:
            return []
        bands = [band(i, n, m) for i in range(n + 1)]
        scores = [
            self._values(i0 + i, range(j0 + low, j0 + min(high, m - 1) + 1), (i1, j1))
            for i, (low, high) in enumerate(bands[:n])
        ]
        down = [0.0 if held.form == "comment" else GAP for held in self.source[i0:i1]]
        right = [0.0 if held.form == "comment" else GAP for held in self.target[j0:j1]]
        there = forward(scores, down, right, bands)
        back = backward(scores, down, right, bands)
        best = back[0][0]
        found = []
        for i in range(n):
            low, after = bands[i][0], bands[i + 1][0]
            below = [*[NEVER] * (after - low), *back[i + 1], NEVER]
            through = [way + score + rest for way, score, rest in zip(there[i], scores[i], below[1:], strict=False)]
            highest = max(through, default=NEVER)
            if highest < best - 1e-9:
                continue
            k = through.index(highest)
            others = max((*through[:k], *through[k + 1 :]), default=NEVER)
            without = max(way + down[i] + rest for way, rest in zip(there[i], below, strict=False))
            lead = best - max(others, without)
            if lead >= LEAD:
                is_anchored = self.is_anchored(i0 + i, j0 + low + k)
                found.append(Step(i0 + i, j0 + low + k, is_anchored, is_anchored or lead >= SURE_LEAD))
        return found


def _heads(side: Sequence[Held], partners: dict[int, int]) -> list[int | None]:
    """Under which fixed heading each block stands, by its place in the target; -1 before the first heading.

    None under a heading that has no fixed partner; a heading stands under none.
    """
    heads: list[int | None] = []
    head: int | None = -1
    for at, held in enumerate(side):
        if held.form == "heading":
            head = partners.get(at)
            heads.append(None)
        else:
            heads.append(head)
    return heads


def _by_slug(held: Held) -> str | None:
    return held.slug or None


def increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs that stand in one order on both sides; `pairs` are sorted."""
    ends: list[int] = []
    chains: list[int] = []
    before: list[int] = []
    for index, (i, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        if at and pairs[chains[at - 1]][0] == i:
            before.append(-1)
            continue
        before.append(chains[at - 1] if at else -1)
        ends[at : at + 1] = [j]
        chains[at : at + 1] = [index]
    kept = []
    index = chains[-1] if chains else -1
    while index >= 0:
        kept.append(pairs[index])
        index = before[index]
    return kept[::-1]
