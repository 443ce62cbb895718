"""Lines of an example that stand in the place of other lines, letter for letter those of another version perhaps."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.pair.alignment.opcodes import opcodes
from doclint.text import Span

MOST = 3
"""Lines of an example that are worth a question each."""


def other_lines(source: str, target: str) -> list[tuple[Span, Span]]:
    """Where a line of the English stands, and the line of the target that took its place.

    Only lines are told that are written in ASCII, as most code is, and that differ in more than signs; the first few.
    """
    ours, theirs = list(_lines(source)), list(_lines(target))
    lines, others = [span.of(source) for span in ours], [span.of(target) for span in theirs]
    known, found = set(lines), []
    for tag, a, b, c, d in opcodes(lines, others):
        for one, other in zip(range(a, b), range(c, d), strict=True) if tag == "replace" and b - a == d - c else ():
            line = others[other]
            if line.isascii() and line not in known and _letters(line) != _letters(lines[one]):
                found.append((ours[one], theirs[other]))
    return found[:MOST]


def _lines(text: str) -> Iterator[Span]:
    """Each line without the white space around it; empty ones are none."""
    at = 0
    for line in text.splitlines(keepends=True):
        if bare := line.strip():
            start = at + line.index(bare)
            yield Span(start, start + len(bare))
        at += len(line)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
