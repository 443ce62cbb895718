"""The name of a primitive type is a word of the wire format: `String` and not `Zeichenfolge`.

Off unless it is selected: people translate these names too, and many style guides ask for it. Checked are
the cells of columns headed Type, Return type and the like that say a primitive in English, alone, in a
collection or in brackets. Where the English name still stands (`文字列型 (String)`), all is well.
"""

from collections.abc import Iterator

from doclint.api import (
    PRIMITIVE,
    Bad,
    Good,
    Match,
    Pair,
    Problem,
    Role,
    Segment,
    Severity,
    Trust,
    cell_changed,
    lazy,
    names_lost,
    stands_in,
)

ID = "DL110"
NAME = "type-primitive-translated"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED
READS = (Role.TYPE,)
DEFAULT = False

BAD = [
    Bad(
        source="|Property|Type|\n|---|---|\n|weight|Double|\n|label|String|\n",
        target="|Eigenschaft|Typ|\n|---|---|\n|weight|Double|\n|label|⟦Zeichenfolge⟧|\n",
        expected=("String",),
        fixed="|Eigenschaft|Typ|\n|---|---|\n|weight|Double|\n|label|String|\n",
    ),
    Bad(
        source="|Property|Type|\n|---|---|\n|tags|String collection|\n|isHeld|Boolean|\n",
        target="|プロパティ|型|\n|---|---|\n|tags|⟦文字列コレクション⟧|\n|isHeld|Boolean|\n",
        expected=("String",),
    ),
]
GOOD = [
    Good(
        source="|Property|Type|\n|---|---|\n|tags|String collection|\n|label|String|\n",
        target="|プロパティ|型|\n|---|---|\n|tags|Stringコレクション|\n|label|文字列型 (String)|\n",
    ),
    Good(
        source="|Name|Return type|\n|---|---|\n|remove|None|\n|list|Parcel collection|\n",
        target="|Имя|Возвращаемый тип|\n|---|---|\n|remove|Нет|\n|list|Коллекция посылок|\n",
    ),
]

PLAIN = lazy(r"\W*\w+(?:\s+(?:collection|array|list)|\W*\(\w+\)|\(\w+\)|\[\])?\W*")


def check(pair: Pair) -> Iterator[Problem]:
    for column in pair.columns(Role.TYPE):
        for match in column.differing:
            name = PRIMITIVE.search(match.source.text)
            if name and PLAIN.fullmatch(match.source.plain) and not stands_in(name[0], match.target.plain):
                yield from lost(match, name[0], column.evidence)


def lost(match: Match[Segment], name: str, evidence: str) -> Iterator[Problem]:
    if match.source.plain.strip() != name:
        yield from names_lost(match, [name], evidence=evidence)
    elif problem := cell_changed(match, evidence=evidence):
        yield problem
