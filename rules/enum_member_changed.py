"""An enum member is a word of the wire format, plain as it may look: `none` and `completed` are as fixed as `appleFailure`.

Machine translation writes members out in another script (`Апплефаилуре`), translates them
(`готовы`), or puts another valid member in their place, which is worst because it looks right. A
reader who copies the word gets an error or the wrong state. Checked are the cells of a Member
column; rows that only label those below them are left alone.
"""

from collections.abc import Iterator

from doclint.api import Bad, Good, Pair, Problem, Role, Severity, Trust, cell_changed, is_token, names_in, names_lost

ID = "DL102"
NAME = "enum-member-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Role.MEMBER,)

BAD = [
    Bad(
        source="|Member|Value|\n|---|---|\n|none|0|\n|labelFailure|1|\n|completed|2|\n",
        target="|Элемент|Значение|\n|---|---|\n|⟦Нет⟧|0|\n|⟦Лабелфаилуре⟧|1|\n|⟦готовы⟧|2|\n",
        expected=("none", "labelFailure", "completed"),
        fixed="|Элемент|Значение|\n|---|---|\n|none|0|\n|labelFailure|1|\n|completed|2|\n",
    ),
    Bad(
        source="|Member|Value|\n|---|---|\n|completed|0|\n|ipv4|1|\n|ipv6|2|\n",
        target="|メンバー|値|\n|---|---|\n|⟦せ⟧|0|\n|ipv4|1|\n|⟦ipv4⟧|2|\n",
        expected=("completed", "ipv6"),
        fixed="|メンバー|値|\n|---|---|\n|completed|0|\n|ipv4|1|\n|ipv6|2|\n",
    ),
]
GOOD = [
    Good(
        source="|Member|Value|\n|---|---|\n|`none`|0|\n|inTransit|1|\n",
        target="|Элемент|Значение|\n|---|---|\n|none|0|\n|**inTransit**|1|\n",
    ),
    Good(
        source="|Member|Value|\n|---|---|\n|Domestic parcels||\n|none|0|\n",
        target="|メンバー|値|\n|---|---|\n|国内小包||\n|none|0|\n",
    ),
]


def check(pair: Pair) -> Iterator[Problem]:
    for column in pair.columns(Role.MEMBER):
        for match in column.differing:
            word = match.source.plain.strip()
            if is_token(word):
                problem = cell_changed(match, members=column.words, evidence=column.evidence)
                if problem:
                    yield problem
            else:
                yield from names_lost(match, names_in(word), members=column.words, evidence=column.evidence)
