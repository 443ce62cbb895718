"""Lines of an example that stand in the place of other lines, letter for letter those of another version perhaps."""

from __future__ import annotations

from doclint.checks.code.lines import lines
from doclint.pair.alignment.opcodes import opcodes
from doclint.text import Span

MOST = 3
"""Lines of an example that are worth a question each."""


def other_lines(source: str, target: str) -> list[tuple[Span, Span]]:
    """Where a line of the English stands, and the line of the target that took its place.

    Only lines are told that are written in ASCII, as most code is, and that differ in more than signs; the first few.
    """
    ours, theirs = list(lines(source)), list(lines(target))
    here, there = ([line.text for line in side] for side in (ours, theirs))
    known, found = set(here), []
    for kind, a, b, c, d in opcodes(here, there):
        if kind != "replace" or b - a != d - c:
            continue
        for line, other in zip(ours[a:b], theirs[c:d], strict=True):
            text = other.text
            if text.isascii() and text not in known and _letters(text) != _letters(line.text):
                found.append((line.span, other.span))
    return found[:MOST]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
