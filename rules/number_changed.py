"""A table cell that is nothing but a number says the same number in every language.

`1` becomes `1,1` or `1-d`, `4` becomes `SP4`, and a limit, a count or a version is another one. Numbers are compared by
value, digit for digit: `1.5` is right as `1,5` where the language writes it so, `1,000` as `1 000`, and so are the
digits of another script. What CLDR says of the language is known where `doclint[locales]` is installed; else every way
in which some language writes the number passes. A word beside the number is left alone (`3 個`); a number
spelt out is a warning. Columns that stand in another order are one note for the table, and a number of theirs that
stands nowhere else is a warning. Value columns of enums have a rule of their own, in columns of enum members every
sign counts, and numbers in prose are not looked at.
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from doclint.api import (
    Bad,
    Column,
    Confidence,
    Difference,
    Fix,
    Good,
    Match,
    Pair,
    Problem,
    Role,
    Segment,
    Severity,
    Trust,
    cell_changed,
    is_plain_number,
    moved_columns,
    numbers_in,
    same_number,
)

ID = "DL114"
NAME = "number-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = tuple(Role)

BAD = [
    Bad(
        source="|Limit|Most|Since|\n|---|---|---|\n|Parcels|1,000|1.5|\n|Routes|12|2.0|\n",
        target="|Ограничение|Не более|С|\n|---|---|---|\n|Посылки|⟦1 00⟧|1,5|\n|Маршруты|⟦1,2⟧|2.0|\n",
        expected=("1,000", "12"),
        fixed="|Ограничение|Не более|С|\n|---|---|---|\n|Посылки|1,000|1,5|\n|Маршруты|12|2.0|\n",
        locale="ru-RU",
    ),
    Bad(
        source="|Depot|Doors|\n|---|---|\n|North|4|\n|South|6|\n|East|2|\n",
        target="|デポ|扉|\n|---|---|\n|北|⟦SP4⟧|\n|南|⟦シックス⟧|\n|東|2|\n",
        expected=("4", "6"),
        fixed="|デポ|扉|\n|---|---|\n|北|4|\n|南|6|\n|東|2|\n",
        locale="ja-JP",
    ),
    Bad(
        source="|Member|Meaning|\n|---|---|\n|-1|Unknown.|\n|0|None.|\n",
        target="|Element|Bedeutung|\n|---|---|\n|⟦–1⟧|Unbekannt.|\n|0|Keine.|\n",
        expected=("-1",),
        fixed="|Element|Bedeutung|\n|---|---|\n|-1|Unbekannt.|\n|0|Keine.|\n",
    ),
    Bad(  # columns that were moved, two of which say the same
        source="|Doors|Weight|Width|Share|\n|---|---|---|---|\n|4|5.00|5.00|51%|\n",
        target="|Türen|Anteil|Gewicht|Breite|\n|---|---|---|---|\n|4|⟦51%⟧|5.00|5.00|\n",
    ),
]
GOOD = [
    Good(  # columns in another order
        source="|Depot|Doors|Routes|Weight|\n|---|---|---|---|\n|North|4|12|7.5|\n|South|6|30|2.5|\n",
        target="|Lager|Gewicht|Türen|Wege|\n|---|---|---|---|\n|Nord|7,5|4|12|\n|Süd|2,5|6|30|\n",
    ),
    Good(
        source="|Depot|Weight|Share|Count|\n|---|---|---|---|\n|North|1.5|50%|12,345.5|\n",
        target="|Depot|Gewicht|Anteil|Anzahl|\n|---|---|---|---|\n|Nord|1,5|50 %|12.345,5|\n",
        locale="de-DE",
    ),
    Good(
        source="|Depot|Doors|Since|Days|\n|---|---|---|---|\n|North|4|v1.0|7|\n",
        target="|डिपो|दरवाज़े|से|दिन|\n|---|---|---|---|\n|उत्तर|४|v1.0.|7 दिन|\n",
        locale="hi-IN",
    ),
    Good(
        source="|Size|Day|\n|---|---|\n|64 KB|2021-03-04|\n",
        target="|Размер|День|\n|---|---|\n|64 КБ|04.03.2021|\n",
    ),
]


def check(pair: Pair) -> Iterator[Problem]:
    orders: dict[int, Order] = {}
    for column in pair.columns(*Role):
        for match in column.differing:
            text = match.source.text
            if text[:1] not in "v+-0123456789*`" or not is_plain_number(match.source.plain) or is_enum_value(column):
                continue
            for problem in changed(match, is_member=column.role is Role.MEMBER, pair=pair):
                if not pair.is_exact and (is_in_other_unit(problem, column) or has_signs_alike(column)):
                    problem = problem._replace(severity=Severity.WARNING, fix=None)
                key = id(column.table)
                if key not in orders:
                    orders[key] = Order(*moved_columns(column.table))
                    yield from moved(match, orders[key])
                yield from orders[key].weighed(problem, column.index)


def is_in_other_unit(problem: Problem, column: Column) -> bool:
    """Whether it is the same number in a unit that another row of the column has: 50 for 0.5 beside rows in percent."""
    ours, theirs = (significant(text) for text in (problem.expected or "", problem.found))
    return ours == theirs and problem.found in column.words


def has_signs_alike(column: Column) -> bool:
    """Whether all numbers of a column but zero, two at least, got a sign or lost it: less may be told with it or without."""
    pairs = [(match.source.plain.strip(), match.target.plain.strip()) for match in column.cells]
    numbers = [(ours, theirs) for ours, theirs in pairs if is_plain_number(ours) and significant(ours)]
    return len(numbers) > 1 and all(ours != theirs and bare(ours) == bare(theirs) for ours, theirs in numbers)


def bare(number: str) -> str:
    """A number without its sign."""
    return number.lstrip("+-\N{MINUS SIGN}")


def significant(text: str) -> str:
    """The digits of a number without the zeros around them."""
    return "".join(filter(str.isdecimal, text)).strip("0")


class Order(NamedTuple):
    """Which columns of a table stand elsewhere in the translation, and which hold the numbers of another one."""

    gone: frozenset[int]
    holding: frozenset[int]

    def weighed(self, problem: Problem, index: int) -> Iterator[Problem]:
        """The problem of a cell, milder where columns were moved; none where its number stands in another column."""
        if not self.holding:
            yield problem
        elif index not in self.gone:
            yield problem._replace(severity=Severity.WARNING, fix=None)


def moved(match: Match[Segment], order: Order) -> Iterator[Problem]:
    """The note for a table whose columns stand in another order."""
    if order.holding:
        yield Difference(match, match.target.span, match.source.span).problem(
            match.target.plain.strip(),
            evidence="the numbers of the other columns",
            message="the columns of this table are in another order than in the English",
            severity=Severity.NOTE,
        )


def is_enum_value(column: Column) -> bool:
    """Whether the column is what enum-value-changed looks at."""
    return column.role is Role.VALUE and column.is_numbers()


def changed(match: Match[Segment], *, is_member: bool, pair: Pair) -> Iterator[Problem]:
    expected, found = match.source.plain.strip(), match.target.plain.strip()
    if not is_member and (
        same_number(expected, found, pair.locale) or stands_beside_words(expected, found, pair.locale)
    ):
        return
    problem = cell_changed(match, evidence="a cell that is nothing but a number")
    if problem is None:
        return
    if not numbers_in(found) and expected.isdecimal():
        problem = problem._replace(severity=Severity.WARNING, confidence=min(problem.confidence, Confidence.MEDIUM))
    if expected.startswith("0x"):  # a pattern of bits is no word in any version
        problem = problem._replace(is_no_english=not any(map(str.isdigit, found)))
    if problem.fix and "." in expected and "," in found:
        problem = problem._replace(fix=Fix(problem.fix.edits, is_safe=False))
    yield problem


def stands_beside_words(expected: str, found: str, locale: str | None) -> bool:
    """Whether the number stands in the text, parted from the words, or as the one character that some scripts have for it."""
    numbers = numbers_in(found)
    if not numbers:
        return len(found) == 1 and str(int(unicodedata.numeric(found, -1))) == expected
    number, *others = numbers
    is_touched = f"{number}-" in found or f"-{number}" in found
    is_glued = " " not in found and any(char.isascii() and char.isalpha() for char in found)
    return not (others or is_touched or is_glued) and same_number(expected, number, locale)
