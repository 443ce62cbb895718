"""Columns that count, 0, 1, 2 or 1, 2, 4: where the page goes on and the English beside it breaks off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from doclint.page import Segment
from doclint.pair.alignment.align import Match
from doclint.text.words import is_number


def borne_out(column: Sequence[Match[Segment]]) -> Iterator[Segment]:
    """The target's cells that count on, with the very digits that the English has among other signs (`-6`, `{0}`).

    Other digits would be another number, and English that counts as well breaks off nowhere. Negative numbers are
    passed over: they stand for what is unknown, anywhere in a column.
    """
    counted = [match for match in column if (_number(match.target) or 0) >= 0 and _number(match.target) is not None]
    if len(counted) < 2 or 2 * len(counted) < len(column) or not _rises([_number(match.target) for match in counted]):
        return
    if _rises([_number(match.source) for match in column]):
        return
    for before, match, after in zip([None, *counted], counted, [*counted[1:], None], strict=False):
        if _breaks_off(before, match.source, after) and _digits(match.source) in ("", _digits(match.target)):
            yield match.target


def _breaks_off(before: Match[Segment] | None, cell: Segment, after: Match[Segment] | None) -> bool:
    """Whether a cell does not lie above the numbers before it and below those behind it, whichever side has them."""
    number = _number(cell)
    if number is None:
        return True
    return any(other >= number for other in _numbers(before)) or any(other <= number for other in _numbers(after))


def _numbers(match: Match[Segment] | None) -> list[float]:
    sides = (match.source, match.target) if match else ()
    return [number for side in sides if (number := _number(side)) is not None]


def _rises(values: Sequence[float | None]) -> bool:
    """Whether all are numbers, each above the one before."""
    return all(one is not None and other is not None and one < other for one, other in pairwise(values))


def _number(cell: Segment) -> float | None:
    text = cell.plain.strip()
    return float(text) if is_number(text) else None


def _digits(cell: Segment) -> str:
    return "".join(filter(str.isdecimal, cell.plain))
