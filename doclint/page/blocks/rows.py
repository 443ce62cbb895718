"""A table row as cells with exact places; markdown-it keeps the texts of cells but not where they stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from markdown_it.common.utils import MD_TRIM_CHARS

from doclint.page.placed import Run

TRIM = MD_TRIM_CHARS
"""What markdown-it trims around content: Unicode spaces as well, so U+00A0 and U+3000."""

Cell = tuple[str, tuple[Run, ...]]


LONGEST_KEPT = 1000
"""Code points; a longer row is seldom met again."""


class Cut(NamedTuple):
    """A cell as it is written, without the white space around it; where it stands in its row."""

    text: str
    start: int
    end: int
    is_plain: bool
    """Whether it holds no escaped pipe."""


def split(text: str, start: int, end: int) -> list[Cell]:
    """The cells of the row at `text[start:end]`: content with `\\|` decoded, and its runs.

    Cells beyond the header's are kept, missing ones are not made up.
    """
    line = text[start:end]
    cuts = _remembered(line) if end - start <= LONGEST_KEPT else _cut(line)
    return [
        (content, (Run(0, start + first, start + last),)) if is_plain else _decoded(content, start + first)
        for content, first, last, is_plain in cuts
    ]


def _cut(line: str) -> list[Cut]:
    end = len(line.rstrip(TRIM))
    start = len(line) - len(line.lstrip(TRIM))
    if start >= end:
        return []
    bars = _bars(line, start, end)
    if bars and bars[0] == start:
        start += 1
        del bars[0]
    if bars and bars[-1] == end - 1:
        end -= 1
        del bars[-1]
    if start > end:
        return []
    cuts: list[Cut] = []
    for bar in (*bars, end):
        raw = line[start:bar]
        content = raw.strip(TRIM)
        first = start + (raw.index(content[0]) if content else 0)
        cuts.append(Cut(content, first, first + len(content), "\\|" not in content))
        start = bar + 1
    return cuts


_remembered = lru_cache(10_000)(_cut)
"""The pages of a site repeat their rows."""


def _bars(line: str, start: int, end: int) -> list[int]:
    """The pipes that separate cells: as in GFM, a code span does not protect a pipe, a backslash before it does."""
    bars = []
    bar = line.find("|", start, end)
    while bar >= 0:
        if bar == start or line[bar - 1] != "\\":
            bars.append(bar)
        bar = line.find("|", bar + 1, end)
    return bars


def _decoded(content: str, start: int) -> Cell:
    """A cell with escaped pipes: a run for each, and for what is between."""
    runs: list[Run] = []
    decoded = ""
    done = 0
    for match in re.finditer(r"\\\|", content):
        bar = match.start()
        if done < bar:
            runs.append(Run(len(decoded), start + done, start + bar))
            decoded += content[done:bar]
        runs.append(Run(len(decoded), start + bar, start + bar + 2))
        decoded += "|"
        done = bar + 2
    if done < len(content):
        runs.append(Run(len(decoded), start + done, start + len(content)))
        decoded += content[done:]
    return decoded, tuple(runs)
