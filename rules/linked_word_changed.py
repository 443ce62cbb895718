"""A plain word in a type column that links to the page of that name is the type's name, not English.

`[shift](shift.md)` becomes `[UMSCHALT](shift.md)`, `[enablement](depot-enablement.md)` becomes `[購入]`: the
link leads to the right page, and the reader types the wrong name. Checked are links in columns headed
Type, Return type and the like whose text is how their target's file is called. Names by their
shape (`scanEvent`) are another rule's, and other capitals alone are a note.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Confidence,
    Fix,
    Good,
    Match,
    Pair,
    PieceKind,
    Problem,
    Role,
    Segment,
    Severity,
    Trust,
    is_name,
    lazy,
    names_lost,
    stands_in,
)

ID = "DL111"
NAME = "linked-word-changed"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED
READS = (Role.TYPE,)

BAD = [
    Bad(
        source="|Property|Type|\n|---|---|\n|now|[shift](../types/shift.md)|\n|state|[route](fleet-route.md) collection|\n",
        target="|プロパティ|型|\n|---|---|\n|now|[⟦シフト⟧](../types/shift.md)|\n|state|[⟦道⟧](fleet-route.md) コレクション|\n",
        expected=("shift", "route"),
        fixed="|プロパティ|型|\n|---|---|\n|now|[shift](../types/shift.md)|\n|state|[route](fleet-route.md) コレクション|\n",
    ),
    Bad(
        source="|Name|Return type|\n|---|---|\n|get|[Parcel](parcel.md)|\n",
        target="|Имя|Возвращаемый тип|\n|---|---|\n|get|[⟦Посылка⟧](parcel.md)|\n",
        expected=("Parcel",),
        fixed="|Имя|Возвращаемый тип|\n|---|---|\n|get|[Parcel](parcel.md)|\n",
    ),
]
GOOD = [
    Good(
        source="|Property|Type|\n|---|---|\n|now|[shift](shift.md)|\n|note|[details](notes.md)|\n",
        target="|プロパティ|型|\n|---|---|\n|now|[shift](shift.md)型|\n|note|[詳細](notes.md)|\n",
    ),
    Good(
        source="|Task|Page|\n|---|---|\n|Track|[parcel](parcel.md)|\n",
        target="|Задача|Страница|\n|---|---|\n|Отследить|[посылка](parcel.md)|\n",
    ),
]

LINK = lazy(r"\[([A-Za-z]+)\]\(\s*<?(?:[^()\s<>]*[/#])?([^()\s<>/#]+)", re.ASCII)


def check(pair: Pair) -> Iterator[Problem]:
    for column in pair.columns(Role.TYPE):
        for match in column.differing:
            names = [word for word, file in LINK.findall(match.source.text) if is_called(word, file)]
            if names:
                yield from changed(match, names, column.evidence)


def is_called(word: str, file: str) -> bool:
    """Whether the word is what the file of a link's target is called, alone or behind the name of its area."""
    stem = file.casefold().partition(".")[0]
    return not is_name(word) and (stem == word.casefold() or stem.endswith(f"-{word.casefold()}"))


def changed(match: Match[Segment], names: list[str], evidence: str) -> Iterator[Problem]:
    texts = [link.text for link in match.target.inline.of(PieceKind.LINK)]
    lost = [name for name in names if not any(stands_in(name, text) for text in texts)]
    for problem in names_lost(match, lost, evidence=f"{evidence}, the link's file name"):
        is_recased = problem.found.casefold() == (problem.expected or "").casefold()
        yield problem._replace(
            fix=problem.fix and Fix(problem.fix.edits, is_safe=False),
            severity=Severity.NOTE if is_recased else None,
            confidence=min(problem.confidence, Confidence.MEDIUM),
        )
