"""The lines in which comments silence rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from doclint.engine.packs import Packs
from doclint.engine.silence.comment import Comment
from doclint.engine.silence.named import named
from doclint.text import Lines
from doclint.text.lazypattern import lazy

BLANK = lazy(r"\s*")

ENDLESS = 1 << 60


class Silence(NamedTuple):
    """Lines of a page in which rules are silent."""

    comment: Comment
    lines: range
    rules: frozenset[str]
    """Ids."""


class Index:
    """Which lines are silent: a page may have as many comments as findings."""

    def __init__(self, silences: Iterable[Silence]) -> None:
        self.whole: list[Silence] = []
        self.lines: dict[int, list[Silence]] = {}
        self.stretches: dict[str, list[Silence]] = {}
        """By rule, in the order of the page."""
        for one in silences:
            if one.lines.start == 0:
                self.whole.append(one)
            elif one.lines.stop == one.lines.start + 1:
                self.lines.setdefault(one.lines.start, []).append(one)
            else:
                for rule in one.rules:
                    self.stretches.setdefault(rule, []).append(one)
        for stretches in self.stretches.values():
            stretches.sort(key=lambda one: one.lines.start)

    def at(self, line: int, rules: set[str]) -> list[Silence]:
        """What silences one of these rules on a line; on line 0, which is none, what silences the whole file."""
        found = [one for one in (*self.whole, *self.lines.get(line, ())) if one.rules & rules]
        for rule in rules:
            stretches = self.stretches.get(rule, [])
            last = bisect_right(stretches, line, key=lambda one: one.lines.start) - 1
            while last >= 0 and line in stretches[last].lines:
                found.append(stretches[last])
                last -= 1
        return found


def silences(found: Sequence[Comment], lines: Lines, packs: Packs) -> Iterator[Silence]:
    """The lines that comments silence; what is not enabled again is silent to the end."""
    open_: dict[str, tuple[Comment, int]] = {}
    closed: list[tuple[Comment, range, set[str]]] = []
    for comment in found:
        rules = named(comment, packs)
        if comment.verb == "disable":
            open_ |= {rule: (comment, comment.line) for rule in rules if rule not in open_}
        elif comment.verb == "enable":
            for rule in rules & open_.keys():
                opened, line = open_.pop(rule)
                closed.append((opened, range(line, comment.line + 1), {rule}))
        else:
            closed.append((comment, _lines(comment, lines), rules))
    for rule, (opened, line) in open_.items():
        closed.append((opened, range(line, ENDLESS), {rule}))
    grouped: dict[tuple[int, range], tuple[Comment, set[str]]] = {}
    for comment, silent, rules in closed:
        grouped.setdefault((id(comment), silent), (comment, set()))[1].update(rules)
    for (_, silent), (comment, rules) in grouped.items():
        yield Silence(comment, silent, frozenset(rules))


def _lines(comment: Comment, lines: Lines) -> range:
    """The lines that a comment on one line, on the next, or on the file is about."""
    if comment.verb == "disable-file":
        return range(ENDLESS)
    if comment.verb == "disable-line":
        return range(comment.line, comment.line + 1)
    behind, text = lines.position(comment.end).line, lines.text
    below = text.find("\n", comment.end) + 1 or len(text)
    gap = BLANK.match(text, below)
    blank = text.count("\n", below, gap.end() if gap else below)
    return range(behind + blank + 1, behind + blank + 2)
