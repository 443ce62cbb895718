"""A failing pair made as small as it can be: lines, then words, taken out of both sides while it still fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from time import monotonic

from tests.fuzz.mutations import WORD
from tests.fuzz.pairs import Made

LONGEST = 20.0
"""Seconds that one failure is made smaller for."""


def shrunk(made: Made, fails: Callable[[Made], bool]) -> Made:
    """The smallest pair found that fails in the same way."""
    stop = monotonic() + LONGEST
    is_smaller = True
    while is_smaller:
        is_smaller = False
        for smaller in _smaller(made):
            if monotonic() > stop:
                return made
            if fails(smaller):
                made, is_smaller = smaller, True
                break
    return made


def _smaller(made: Made) -> Iterator[Made]:
    """The pair with less in it, the most taken out first; a side and what it was before together where they agree."""
    case = made.case
    for split in (_lines, _words):
        sides = [split(case.target), split(case.source or b"")]
        for size in (16, 4, 2, 1) if split is _lines else (8, 1):
            for side, pieces in enumerate(sides):
                for at in range(0, len(pieces), size):
                    yield from _without(made, side, pieces, at, size)


def _without(made: Made, side: int, pieces: list[bytes], at: int, size: int) -> Iterator[Made]:
    gone, rest = b"".join(pieces[at : at + size]), b"".join((*pieces[:at], *pieces[at + size :]))
    case, before = made.case, made.before
    if not gone.strip():
        return
    if side:
        yield made._replace(case=case._replace(source=rest), before=before and before._replace(source=rest))
    elif before is None:
        yield made._replace(case=case._replace(target=rest))
    elif before.target.count(gone) == 1:
        older = before.target.replace(gone, b"")
        yield made._replace(case=case._replace(target=rest), before=before._replace(target=older))
    same = (case.source or b"").count(gone) == 1
    if not side and same:  # what both sides share goes from both
        source = (case.source or b"").replace(gone, b"")
        older_case = before and before._replace(target=before.target.replace(gone, b"", 1), source=source)
        yield Made(case._replace(target=rest, source=source), older_case, made.changes)


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def _words(data: bytes) -> list[bytes]:
    text = data.decode("utf-8", "surrogateescape")
    edges = sorted({0, *(edge for found in WORD.finditer(text) for edge in found.span()), len(text)})
    return [text[a:b].encode("utf-8", "surrogateescape") for a, b in pairwise(edges)]
