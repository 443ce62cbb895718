"""Edits as a unified diff, which `git apply` and `patch` take."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from doclint.text import Edit, Span
from doclint.text.spans import apply

AROUND = 3
"""Lines before and behind a change."""


class Change(NamedTuple):
    """Old lines, as numbers from 0, and what stands in their place."""

    lines: range
    new: list[str]


def unified(path: str, text: str, edits: Sequence[Edit]) -> str:
    """The diff of one page; line ends stay as they are."""
    old = _lines(text)
    parts = [f"--- {_named('a', path)}\n+++ {_named('b', path)}\n"]
    shift = 0
    for hunk in _hunks(list(_changes(text, old, edits))):
        start = max(hunk[0].lines.start - AROUND, 0)
        stop = min(hunk[-1].lines.stop + AROUND, len(old))
        body: list[str] = []
        at = start
        for change in hunk:
            body += [_line(" ", line) for line in old[at : change.lines.start]]
            body += [_line("-", old[number]) for number in change.lines]
            body += [_line("+", line) for line in change.new]
            at = change.lines.stop
        body += [_line(" ", line) for line in old[at:stop]]
        grown = sum(len(change.new) - len(change.lines) for change in hunk)
        lengths = stop - start, stop - start + grown
        places = start + 1 if lengths[0] else start, start + shift + (1 if lengths[1] else 0)
        parts.append(f"@@ -{places[0]},{lengths[0]} +{places[1]},{lengths[1]} @@\n")
        parts += body
        shift += grown
    return "".join(parts)


def _changes(text: str, old: list[str], edits: Sequence[Edit]) -> Iterator[Change]:
    """Whole lines for edits; those on the same line become one change."""
    starts = [0, *accumulate(len(line) for line in old)]
    groups: list[tuple[range, list[Edit]]] = []
    for edit in edits:
        first = min(bisect_right(starts, edit.span.start), len(old)) - 1
        last = min(bisect_right(starts, edit.span.end), len(old)) - 1
        if groups and first < groups[-1][0].stop:
            lines, met = groups.pop()
            groups.append((range(lines.start, max(last + 1, lines.stop)), [*met, edit]))
        else:
            groups.append((range(first, last + 1), [edit]))
    for lines, met in groups:
        begin, end = starts[lines.start], starts[lines.stop]
        here = [Edit(Span(span.start - begin, span.end - begin), new) for span, new in met]
        yield Change(lines, _lines(apply(text[begin:end], here)))


def _hunks(changes: list[Change]) -> Iterator[list[Change]]:
    """Changes whose surroundings meet, together."""
    hunk: list[Change] = []
    for change in changes:
        if hunk and change.lines.start - hunk[-1].lines.stop > 2 * AROUND:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _lines(text: str) -> list[str]:
    """Lines with their ends, as `patch` counts them: a lone carriage return ends none."""
    parts = text.split("\n")
    return [part + "\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _line(mark: str, line: str) -> str:
    return f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"


def _named(side: str, path: str) -> str:
    """A path as git writes it: quoted where it holds what would end the line or the name."""
    name = f"{side}/{path}" if not path.startswith("/") else path
    if all(char >= " " and char not in '"\\\x7f' for char in name):
        return name + ("\t" if " " in name else "")
    return '"' + "".join(f"\\{ord(char):03o}" if char < " " or char in '"\\\x7f' else char for char in name) + '"'
