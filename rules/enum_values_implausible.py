"""The values of an enum are integers, each once, in ascending order; where a Value column is not, something was damaged.

`0`, `1,1`, `2`, `4`, `SP4` cannot be what the English says, even when there is no English to look at.
Reported is each cell that breaks the column: one that is no integer, or that does not lie above
the one before. Some sound English tables are like that (16 of 386 measured), so the rule speaks only
where a page stands alone, and only as a warning.
"""

from collections.abc import Iterator
from itertools import pairwise

from doclint.api import Bad, Confidence, Good, Pair, Problem, Role, Segment, Severity, Trust, target_columns

ID = "DL106"
NAME = "enum-values-implausible"
SEVERITY = Severity.WARNING
NEEDS = Trust.ALONE

BAD = [
    Bad(
        target="|Элемент|Значение|\n|---|---|\n|none|⟦нуль⟧|\n|held|⟦1,1⟧|\n|sent|2|\n|lost|4|\n|open|⟦SP4⟧|\n|back|6|\n",
    ),
    Bad(target="|メンバー|値|\n|---|---|\n|none|0|\n|held|1|\n|sent|⟦1⟧|\n"),
    Bad(target="|成员|值|\n|---|---|\n|none|0|\n|held|⟦2⟧|\n|sent|2|\n"),
]
GOOD = [
    Good(target="|Элемент|Значение|\n|---|---|\n|none|0|\n|held|1|\n|sent|4|\n|unknown|-1|\n"),
    Good(target="|Заголовок|Значение|\n|---|---|\n|Accept|application/json|\n|Range|1|\n"),
    Good(target="|メンバー|値|\n|---|---|\n|none|該当なし|\n|held|保留|\n"),
    Good(
        source="|Member|Value|\n|---|---|\n|none|5|\n|held|1|\n",
        target="|Элемент|Значение|\n|---|---|\n|none|5|\n|held|1|\n",
    ),
]

SENTINELS = (-1, 99, 999)
"""Values for "unknown" that stand out of order in sound tables."""


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is not None:
        return
    for table in pair.target.tables:
        columns = target_columns(table, pair.policy)
        if not any(role is Role.MEMBER for role, _ in columns):
            continue
        for role, cells in columns:
            if role is Role.VALUE:
                yield from implausible(cells)


def implausible(cells: list[Segment]) -> Iterator[Problem]:
    values = [integer(cell) for cell in cells]
    numbers = [value for value in values if value is not None]
    if 2 * len(numbers) < len(cells) or len(numbers) < 2:
        return
    for cell, value in zip(cells, values, strict=True):
        if value is None:
            yield problem(cell, "is not an integer, as enum values are")
    counted = [(cell, value) for cell, value in zip(cells, values, strict=True) if value is not None]
    last = None
    for (first, before), (cell, value) in pairwise([pair for pair in counted if pair[1] not in SENTINELS]):
        if value == before and last is not None and before - last > 1:
            # 2, 4, 4: what is missing is a 3
            yield problem(first, "appears twice, and a value before it is missing")
        elif value <= before:
            yield problem(cell, f"is not greater than {before}, the value before it")
        last = before


def integer(cell: Segment) -> int | None:
    try:
        return int(cell.plain.strip(), 0) if cell.plain.isascii() else None
    except ValueError:
        return None


def problem(cell: Segment, what: str) -> Problem:
    found = cell.plain.strip()
    start = cell.plain.find(found)
    return Problem(
        span=cell.inline.place(start, start + len(found)),
        found=found,
        message=f'"{found}" {what}',
        confidence=Confidence.MEDIUM,
        evidence="the other values of its column",
        target=cell,
    )
