"""The pairs of a run: each depends on the seed and its number alone, so that any of them can be had again."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from doclint.text import Trust
from tests.fuzz.case import Case
from tests.fuzz.mutations import SNIPPETS, bytes_changed, changed, inserted

BOTH = 0.5
"""The share of pairs whose both sides are given the same lines first, so that there is more to lay side by side."""

SOURCE = 0.4
"""The share of pairs whose English is changed as well."""

BYTES = 0.05
"""The share of pairs in which a byte is changed, so that the page may be no UTF-8."""

TRUSTS = (Trust.PROVEN, Trust.PROVEN, Trust.PINNED, Trust.PAIRED)


class Made(NamedTuple):
    """A pair, and what it was before its target alone was changed."""

    case: Case
    before: Case | None
    """None where the English may have changed as well, so that nobody knows what the target should be."""
    changes: tuple[str, ...]


def made(seeds: Sequence[Case], seed: int, number: int) -> Made:
    """One pair of a run."""
    dice = Random(f"{seed} {number}")
    case = dice.choice(seeds)
    if case.source is not None:
        case = case._replace(trust=dice.choice((case.trust, *TRUSTS)))
        if dice.random() < 0.2:
            case = case._replace(ending="mdx")
        if dice.random() < 0.3:
            case = _grafted(case, dice.choice(seeds))
        if dice.random() < BOTH:
            case = _with_snippets(dice, case)
        case = case.stamped()
    before, names = case, []
    target, source = _text(case.target), _text(case.source or b"")
    for _ in range(dice.choice((1, 1, 1, 2, 3, 5))):
        target, name = changed(dice, target, source or target)
        names.append(name)
    data = target.encode("utf-8", "surrogateescape")
    if dice.random() < BYTES:
        data = bytes_changed(dice, data)
        names.append("byte")
    case = case._replace(target=data)
    if case.source is not None and dice.random() < SOURCE:
        for _ in range(dice.choice((1, 1, 2, 3))):
            source, name = changed(dice, source, target)
            names.append(f"English: {name}")
        case = case._replace(source=source.encode("utf-8", "surrogateescape")).stamped()
        return Made(case, None, tuple(names))
    return Made(case, before if case.source is not None else None, tuple(names))


def _grafted(case: Case, other: Case) -> Case:
    """Two pairs as one: the other's texts stand below, on both sides."""
    if other.source is None or case.source is None or other.source.startswith(b"---"):
        return case
    name = f"{case.name} + {other.name}"
    target, source = (b"\n\n".join(both) for both in ((case.target, other.target), (case.source, other.source)))
    return case._replace(name=name, target=target, source=source)


def _with_snippets(dice: Random, case: Case) -> Case:
    """The same lines in about the same place of both sides."""
    target, source = _text(case.target), _text(case.source or b"")
    for _ in range(dice.choice((1, 2, 4))):
        share = dice.randrange(1000) / 1000
        at = dice.randrange(len(SNIPPETS))
        lines = SNIPPETS[at : at + dice.choice((1, 1, 2, 4))]
        lines = ["", *lines, ""] if dice.random() < 0.6 else lines
        target, source = (inserted(dice, text, share, lines) for text in (target, source))
    return case._replace(target=target.encode("utf-8"), source=source.encode("utf-8"))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
