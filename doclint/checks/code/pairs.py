"""Which code span of a translation is what became of which English one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doclint.checks.code.spans import CodeSpan
from doclint.checks.samples.prose import is_button, is_prose
from doclint.text.damage import likeness
from doclint.text.words import stands_in

ALIKE = 0.6
"""How like each other two spans must be where several changed."""


def first_of(codes: Sequence[CodeSpan]) -> list[CodeSpan]:
    """Each span once."""
    return list({code.text: code for code in reversed(codes)}.values())[::-1]


def side_by_side(lost: list[CodeSpan], strange: list[CodeSpan]) -> Iterator[tuple[CodeSpan | None, CodeSpan]]:
    """Each strange span with the one it was: the only one, the one it is like, or the one in the same order."""
    if len(lost) == len(strange):
        phrases = [is_phrase(code.text) for code in lost], [is_phrase(code.text) for code in strange]
        if sum(phrases[0]) == sum(phrases[1]):  # languages put their words in other orders: a phrase is beside a phrase
            lost, strange = (sorted(codes, key=lambda code: is_phrase(code.text)) for codes in (lost, strange))
        yield from zip(lost, strange, strict=True)
        return
    for found in strange:
        best = max(lost, key=lambda code: likeness(code.text, found.text), default=None)
        yield (best if best and likeness(best.text, found.text) >= ALIKE else None), found


def is_phrase(text: str) -> bool:
    """Whether a span is several words, as labels and titles are."""
    return len(text.split()) > 1 and is_prose(text)


def within(lost: list[CodeSpan], bare: list[CodeSpan], strange: list[CodeSpan]) -> list[tuple[CodeSpan, CodeSpan]]:
    """Each strange span that still holds a name whole, with that name: both are taken from the lists."""
    pairs = []
    for found in [*strange]:
        held = [code for code in (*lost, *bare) if is_held(code.text, found.text)]
        if held:
            expected = max(held, key=lambda code: len(code.text))
            pairs.append((expected, found))
            strange.remove(found)
            (lost if expected in lost else bare).remove(expected)
    return pairs


def is_held(name: str, found: str) -> bool:
    """Whether words or signs were put around a name between its backticks."""
    return len(name) > 1 and stands_in(name, found) and not (is_prose(name) and not is_button(name))
