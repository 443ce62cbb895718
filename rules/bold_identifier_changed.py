"""A name in bold is what the reader is to type or to look for, so it stays as it is.

`Set **depotState** to open` becomes `Задайте для **депотстате** значение`, and the reader looks for a property that
does not exist. Checked are bold words that are spelt like names and stand alone between the asterisks. Buttons and
other plain words in bold are left alone, and so are brands, unless the page has them in code.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Kind, Pair, Part, Place, Problem, Severity, Spot, Trust, lost_in_text

ID = "DL205"
NAME = "bold-identifier-changed"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED
READS = (Part.LOST,)

BAD = [
    Bad(
        source="Set **depotState** before **Save**.\n",
        target="Задайте **⟦депотстате⟧** и нажмите **Сохранить**.\n",
        expected=("depotState",),
        fixed="Задайте **depotState** и нажмите **Сохранить**.\n",
    ),
    Bad(  # the only bold words there are
        source="The **scanTime** property.\n",
        target="**⟦スキャンの時刻⟧**プロパティ。\n",
        expected=("scanTime",),
        fixed="**scanTime**プロパティ。\n",
    ),
]
GOOD = [
    Good(source="Choose **Save as**.\n", target="**名前を付けて保存**を選択します。\n"),
    Good(source="Set **depotState**.\n", target="Задайте depotState.\n"),
    Good(source="Use **JavaScript**.\n", target="Используйте **ДжаваСкрипт**.\n"),
]


def check(pair: Pair) -> Iterator[Problem]:
    taken: dict[int, list[Spot]] = {}
    for lost in pair.lost:
        segment = lost.match.source
        if lost.place is not Place.BOLD or segment.kind in (Kind.HEADING, Kind.TITLE, Kind.DESCRIPTION):
            continue
        problem = lost_in_text(lost, taken.setdefault(id(segment), []))
        if problem:
            yield problem
