"""A table row as cells with exact places; markdown-it keeps the texts of cells but not where they stand."""

from __future__ import annotations

import re

from markdown_it.common.utils import MD_TRIM_CHARS

from doclint.page.placed import Run

TRIM = MD_TRIM_CHARS
"""What markdown-it trims around content: Unicode spaces as well, so U+00A0 and U+3000."""

Cell = tuple[str, tuple[Run, ...]]


def split(text: str, start: int, end: int) -> list[Cell]:
    """The cells of the row at `text[start:end]`: content with `\\|` decoded, and its runs.

    Cells beyond the header's are kept, missing ones are not made up.
    """
    line = text[start:end]
    stripped = line.rstrip(TRIM)
    end = start + len(stripped)
    start += len(line) - len(line.lstrip(TRIM))
    if start >= end:
        return []
    bars = _bars(text, start, end)
    if bars and bars[0] == start:
        start += 1
        del bars[0]
    if bars and bars[-1] == end - 1:
        end -= 1
        del bars[-1]
    if start > end:
        return []
    cells: list[Cell] = []
    for bar in (*bars, end):
        cells.append(_cell(text, start, bar))
        start = bar + 1
    return cells


def _bars(text: str, start: int, end: int) -> list[int]:
    """The pipes that separate cells: as in GFM, a code span does not protect a pipe, a backslash before it does."""
    bars = []
    bar = text.find("|", start, end)
    while bar >= 0:
        if bar == start or text[bar - 1] != "\\":
            bars.append(bar)
        bar = text.find("|", bar + 1, end)
    return bars


def _cell(text: str, start: int, end: int) -> Cell:
    raw = text[start:end]
    content = raw.strip(TRIM)
    if content:
        start += raw.index(content[0])
    end = start + len(content)
    if "\\|" not in content:
        return content, (Run(0, start, end),)
    runs: list[Run] = []
    decoded = ""
    pos = start
    for match in re.finditer(r"\\\|", content):
        bar = start + match.start()
        if pos < bar:
            runs.append(Run(len(decoded), pos, bar))
            decoded += text[pos:bar]
        runs.append(Run(len(decoded), bar, bar + 2))
        decoded += "|"
        pos = bar + 2
    if pos < end:
        runs.append(Run(len(decoded), pos, end))
        decoded += text[pos:end]
    return decoded, tuple(runs)
