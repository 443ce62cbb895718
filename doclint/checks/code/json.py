"""The JSON of two code blocks or comments that stand side by side."""

from __future__ import annotations

from doclint.page import Code, Html
from doclint.page.json import example
from doclint.page.json.example import JsonExample, Value
from doclint.pair.alignment.align import Match
from doclint.pair.alignment.opcodes import opcodes


def json_pair(match: Match[Code]) -> tuple[JsonExample, JsonExample] | None:
    """Both sides read; None where they are equal, or one is not JSON."""
    source, target = match.source, match.target
    if source.text == target.text or not example.looks_like_json(source.text, source.language):
        return None
    ours, theirs = example.read(source.text), example.read(target.text)
    return (ours, theirs) if ours and theirs else None


def annotation_pair(match: Match[Html]) -> tuple[JsonExample, JsonExample] | None:
    """Both sides of a comment that is JSON; None where they are equal, or one is none."""
    source, target = match.source, match.target
    if source.text == target.text or not source.is_comment or "{" not in source.text:
        return None
    ours, theirs = example.read(source.text), example.read(target.text)
    return (ours, theirs) if ours and theirs and ours.keys else None


def values_beside(source: JsonExample, target: JsonExample) -> list[tuple[Value, Value]]:
    """Values side by side: by their keys, in whatever order; where keys differ, those that stand in each other's place.

    Empty where one side has more of them. A value under another name is another one, unless the name was translated.
    """
    if len(source.values) != len(target.values):
        return []
    ours, theirs = ([value.path for value in side.values] for side in (source, target))
    if len(set(theirs)) == len(theirs) and set(ours) == set(theirs):
        by_path = dict(zip(theirs, target.values, strict=True))
        return [(value, by_path[value.path]) for value in source.values]
    pairs: list[tuple[Value, Value]] = []
    for _, a, b, c, d in opcodes(ours, theirs):
        if b - a == d - c:
            pairs += zip(source.values[a:b], target.values[c:d], strict=True)
    return [(value, found) for value, found in pairs if _is_same_name(value.path, found.path)]


def _is_same_name(ours: tuple[str | int, ...], theirs: tuple[str | int, ...]) -> bool:
    """Whether two places have one name, or the second may be a translation of the first."""
    mine, yours = ours[-1:], theirs[-1:]
    return mine == yours or not "".join(map(str, yours)).isascii()
