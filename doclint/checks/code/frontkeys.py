"""The front matter that an example of a page begins with: a generator reads its keys, whatever stands below."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.checks.code.tokens import Token
from doclint.pair.alignment.opcodes import opcodes
from doclint.text.lazypattern import lazy

FENCE = "---"
KEY = lazy(r"([^\W\d_][^\s:：#\"'`\[\]{}]*)[ \t]*[:：](?:\s|$)")
MOST_LINES = 100
MOST_CHANGES = 2
"""Keys; where more differ it is another example."""


def front_changes(source: str, target: str) -> list[tuple[Token, Token]]:
    """The keys that became others or are gone; a key that is gone has an empty one beside it, at the place."""
    ours, theirs = list(_keys(source)), list(_keys(target))
    here, there = ([key.text for key in side] for side in (ours, theirs))
    if not ours or not theirs or here == there:
        return []
    found: list[tuple[Token, Token]] = []
    for kind, a, b, c, d in opcodes(here, there):
        if kind == "replace" and b - a == d - c:
            found += zip(ours[a:b], theirs[c:d], strict=True)
        elif kind == "delete":
            at = theirs[c - 1].start + len(theirs[c - 1].text) if c else 0
            found += [(key, Token("", at, False)) for key in ours[a:b]]
    return found if len(found) <= MOST_CHANGES else []


def is_front_key(text: str, start: int) -> bool:
    """Whether a key of the front matter that an example begins with stands at this place."""
    return text.startswith(FENCE) and any(key.start == start for key in _keys(text))


def _keys(text: str) -> Iterator[Token]:
    """The keys of the first level."""
    lines = text.split("\n", MOST_LINES)
    if lines[0].rstrip() != FENCE:
        return
    at = len(lines[0]) + 1
    for line in lines[1:]:
        if line.rstrip() == FENCE:
            return
        if key := KEY.match(line):
            yield Token(key[1], at, False)
        at += len(line) + 1
