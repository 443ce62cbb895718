"""The number of an enum member is what goes over the wire, so a translation repeats it digit for digit.

Machine translation writes `1,1` for 1, `SP4` for 4, `нуль` for 0, or another member's number. A
reader who sends it sets the wrong state, and nothing on the page looks wrong. Checked are the cells
of a Value column that hold a bare number in English. Left alone are numbers in other columns, and,
in tables that list no members, the same number written the way the language does (`1 000`, `1,5`).
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Problem, Role, Severity, Trust, cell_changed, is_number, same_number

ID = "DL101"
NAME = "enum-value-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Role.VALUE,)

TABLE = "|Member|Value|Description|\n|:---|:---|:---|\n"

BAD = [
    Bad(  # a table in HTML
        source="<table>\n<tr><th>Member</th><th>Value</th></tr>\n<tr><td>none</td><td>0</td></tr>\n"
        "<tr><td>scanned</td><td>1</td></tr>\n</table>\n",
        target="<table>\n<tr><th>חבר</th><th>ערך</th></tr>\n<tr><td>none</td><td>0</td></tr>\n"
        "<tr><td>scanned</td><td>⟦1,1⟧</td></tr>\n</table>\n",
        expected=("1",),
        fixed="<table>\n<tr><th>חבר</th><th>ערך</th></tr>\n<tr><td>none</td><td>0</td></tr>\n"
        "<tr><td>scanned</td><td>1</td></tr>\n</table>\n",
    ),
    Bad(
        source=TABLE + "|none|0|No parcel.|\n|scanned|1|Scanned.|\n|lost|2|Lost.|\n",
        target="|Элемент|Значение|Описание|\n|:---|:---|:---|\n"
        "|none|⟦нуль⟧|Нет посылки.|\n|scanned|⟦1,1⟧|Отсканирована.|\n|lost|2|Утеряна.|\n",
        expected=("0", "1"),
        fixed="|Элемент|Значение|Описание|\n|:---|:---|:---|\n"
        "|none|0|Нет посылки.|\n|scanned|1|Отсканирована.|\n|lost|2|Утеряна.|\n",
    ),
    Bad(
        source=TABLE + "|none|0|No parcel.|\n|held|3|Held.|\n|sent|4|Sent.|\n",
        target="|メンバー|値|説明|\n|:---|:---|:---|\n|none|⟦.0⟧|なし。|\n|held|⟦4⟧|保留中。|\n|sent|⟦2/4⟧|発送済み。|\n",
        expected=("0", "3", "4"),
        fixed="|メンバー|値|説明|\n|:---|:---|:---|\n|none|0|なし。|\n|held|3|保留中。|\n|sent|4|発送済み。|\n",
    ),
]
GOOD = [
    Good(
        source=TABLE + "|none|0|Up to 1.5 kg.|\n",
        target="|Mitglied|Wert|Beschreibung|\n|:---|:---|:---|\n|none|0|Bis 1,5 kg.|\n",
    ),
    Good(
        source="|Limit|Value|\n|---|---|\n|Parcels a day|10000|\n",
        target="|Ограничение|Значение|\n|---|---|\n|Посылок в день|10 000|\n",
    ),
]


def check(pair: Pair) -> Iterator[Problem]:
    for column in pair.columns(Role.VALUE):
        is_enum = column.has(Role.MEMBER)
        if not is_enum and not all(map(is_number, column.words)):
            continue
        for match in column.differing:
            expected, found = match.source.plain.strip(), match.target.plain.strip()
            if not is_number(expected):
                continue
            if not is_enum and same_number(expected, found, pair.locale):
                continue
            problem = cell_changed(match, members=column.words, evidence=column.evidence)
            if problem:
                yield problem
