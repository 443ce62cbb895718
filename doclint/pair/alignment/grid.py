"""The best ways through two pages' blocks, from their beginning and from their end: in a band where it is large."""

from __future__ import annotations

import math

BAND = 60
"""Blocks on either side of the straight line that a long stretch is searched in."""

NEVER = -math.inf
"""What a way is worth that may not be taken."""

SMALL = 40_000
"""Pairs of blocks in a stretch that are all looked at."""


def band(i: int, n: int, m: int) -> tuple[int, int]:
    """The columns of a row that are looked at, both included."""
    if n * m <= SMALL:
        return 0, m
    middle = i * m // n
    return max(0, middle - BAND), min(m, middle + BAND + m // n)


Grid = list[list[float]]

Bands = list[tuple[int, int]]


def forward(scores: Grid, down: list[float], right: list[float], bands: Bands) -> Grid:
    """The best way from the beginning to each place."""
    grid: Grid = []
    before, above, beside = 0, list[float](), list[float]()  # of the row before: where it begins, its ways and scores
    for i, (low, high) in enumerate(bands):
        row: list[float] = []
        best = NEVER
        for j in range(low, high + 1):
            best = best + right[j - 1] if j > low else NEVER
            at = j - before
            if 0 <= at < len(above) and (other := above[at] + down[i - 1]) > best:
                best = other
            if 0 < at <= len(beside) and (other := above[at - 1] + beside[at - 1]) > best:
                best = other
            if i == j == 0:
                best = 0.0
            row.append(best)
        grid.append(row)
        before, above, beside = low, row, scores[i] if i < len(scores) else []
    return grid


def backward(scores: Grid, down: list[float], right: list[float], bands: Bands) -> Grid:
    """The best way from each place to the end."""
    n, m = len(scores), len(right)
    grid: Grid = [[] for _ in bands]
    after, below = 0, list[float]()
    for i in range(n, -1, -1):
        low, high = bands[i]
        beside = scores[i] if i < n else []
        row = [NEVER] * (high - low + 1)
        best = NEVER
        for j in range(high, low - 1, -1):
            best = best + right[j] if j < high else NEVER
            at = j - after
            if 0 <= at < len(below) and (other := below[at] + down[i]) > best:
                best = other
            if j - low < len(beside) and -1 <= at < len(below) - 1:
                other = beside[j - low] + below[at + 1]
                best = other if other > best else best
            if i == n and j == m:
                best = 0.0
            row[j - low] = best
        grid[i] = row
        after, below = low, row
    return grid
