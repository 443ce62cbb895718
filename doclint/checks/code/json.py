"""The JSON of two code blocks or comments that stand side by side."""

from __future__ import annotations

from doclint.page import Code, Html
from doclint.page.json import example
from doclint.page.json.example import JsonExample, Value
from doclint.pair.alignment.align import Match


def json_pair(match: Match[Code]) -> tuple[JsonExample, JsonExample] | None:
    """Both sides read; None where they are equal, or one is no JSON."""
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
    """Values side by side: by their keys where both sides have the same, in whatever order, else by order.

    Empty where one side has more of them.
    """
    if len(source.values) != len(target.values):
        return []
    theirs = {value.path: value for value in target.values}
    if len(theirs) == len(target.values) and theirs.keys() == {value.path for value in source.values}:
        return [(value, theirs[value.path]) for value in source.values]
    return list(zip(source.values, target.values, strict=True))
