"""Lines of an example that stand in the place of other lines, letter for letter those of another version perhaps."""

from __future__ import annotations

from re import Match

from doclint.checks.code.lines import REMARK, WORD, Line, differing_lines, lines
from doclint.checks.code.sentences import is_prose_line
from doclint.checks.code.tokens import SAMPLE_NAME
from doclint.pair.alignment.opcodes import opcodes, unequal
from doclint.text import Span
from doclint.text.words import letters_of

TEXTS = "\"'`<"
"""What text for readers, or for them to fill in, begins with."""

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
            if text.isascii() and text not in known and letters_of(text) != letters_of(line.text):
                found.append((line.span, other.span))
    return found[:MOST]


def exchanged_words(source: str, target: str) -> list[tuple[Span, Span]]:
    """Where a word of the English stands in a line that differs in no other place, and the one that took its.

    Left out are lines with comments, texts and sentences, and names to fill in, which people translate; the first few
    are told.
    """
    found = []
    for ours, theirs in differing_lines(source, target):
        if REMARK.search(ours.text) or any(sign in ours.text for sign in TEXTS) or is_prose_line(ours.text):
            continue
        here, there = [*WORD.finditer(ours.text)], [*WORD.finditer(theirs.text)]
        changes = unequal([one[0] for one in here], [one[0] for one in there])
        for _, a, b, c, d in changes if len(changes) == 1 else ():
            if b - a == d - c == 1 and not SAMPLE_NAME.fullmatch(here[a][0]):
                found.append((_place(here[a], ours), _place(there[c], theirs)))
    return found[:MOST]


def _place(word: Match[str], line: Line) -> Span:
    """Where a word of a line stands in the block."""
    return Span(line.start + word.start(), line.start + word.end())
