"""The two sides of a finding as the report shows them: around the damaged word, with its place in them."""

from __future__ import annotations

from typing import NamedTuple

from doclint.engine import Finding
from doclint.engine.finding import Excerpt

AROUND = 280
"""Code points that are shown before and after the word; a whole page may be one paragraph."""


class Side(NamedTuple):
    """A text and the range of it that the finding is about; an empty range where there is none."""

    text: str
    start: int
    end: int


def target_side(finding: Finding) -> Side:
    """The translation, with what was found marked as it is written there, markup included."""
    return _side(finding.target_text, "", finding.target_line)


def source_side(finding: Finding) -> Side:
    """The English, with what should have stayed marked."""
    return _side(finding.source_text, finding.expected or "", finding.source_line)


def _side(text: str, word: str, line: Excerpt | None) -> Side:
    shown = line.text[line.start : line.end] if line else ""
    if not text and line:
        return _cut(line.text, line.start, line.end)
    if line and shown and (shown == word or not word or word not in text):
        # which of several occurrences it is, the line of the file knows
        where = line.text.find(text) if text else -1
        if 0 <= where <= line.start and line.end <= where + len(text):
            return _cut(text, line.start - where, line.end - where)
        before = line.text[: line.start].count(shown)
        start = _occurrence(text, shown, before)
        return _cut(text, start, start + len(shown)) if start >= 0 else _cut(line.text, line.start, line.end)
    start = text.find(word) if word else -1
    return _cut(text, start, start + len(word)) if start >= 0 else _cut(text, 0, 0)


def _occurrence(text: str, word: str, number: int) -> int:
    """Where a word stands for the `number`th time (0-based), or for the last time where it is rarer; -1 for never."""
    start = text.find(word)
    while number and start >= 0:
        later = text.find(word, start + 1)
        if later < 0:
            break
        start, number = later, number - 1
    return start


def _cut(text: str, start: int, end: int) -> Side:
    end = min(end, start + 2 * AROUND)
    first, last = max(start - AROUND, 0), end + AROUND
    before, after = ("…" if first else ""), ("…" if last < len(text) else "")
    moved = len(before) - first
    return Side(f"{before}{text[first:last]}{after}", start + moved, end + moved)
