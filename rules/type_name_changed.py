"""The name of a type leads to its page and stands in every payload, so a translation repeats it letter for letter.

`[scanEvent](scan-event.md)` becomes `[сканевент](scan-event.md)`, and the reader looks for a type
that does not exist. Checked are the names in columns headed Type, Return type and the like, linked
or not, alone or within `X collection`. The words around the name may be translated (`Коллекция X`),
and so may primitives such as `String`, which translators write in their language; a few, where the column keeps
most others, are a warning. A stray mark beside an untouched name is a note, and another primitive in the place of one
(`String` for `Integer`) is an error.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    PRIMITIVE,
    Bad,
    Column,
    Damage,
    Good,
    Match,
    Pair,
    PieceKind,
    Problem,
    Role,
    Segment,
    Severity,
    Trust,
    cell_changed,
    is_name,
    is_token,
    lazy,
    names_in,
    names_lost,
    same,
    stands_in,
)

ID = "DL104"
NAME = "type-name-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED
READS = (Role.TYPE,)

BAD = [
    Bad(
        source="|Property|Type|\n|---|---|\n|scans|[scanEvent](scan-event.md) collection|\n|state|[parcelState](state.md)|\n",
        target="|Свойство|Тип|\n|---|---|\n"
        "|scans|Коллекция [⟦сканевент⟧](scan-event.md)|\n|state|[⟦парцелстате⟧](state.md)|\n",
        expected=("scanEvent", "parcelState"),
        fixed="|Свойство|Тип|\n|---|---|\n|scans|Коллекция [scanEvent](scan-event.md)|\n|state|[parcelState](state.md)|\n",
    ),
    Bad(
        source="|Property|Type|\n|---|---|\n|window|contoso.fleet.timeWindow|\n",
        target="|プロパティ|型|\n|---|---|\n|window|⟦contoso. fleet. タイムウィンドウ⟧|\n",
        expected=("contoso.fleet.timeWindow",),
        fixed="|プロパティ|型|\n|---|---|\n|window|contoso.fleet.timeWindow|\n",
    ),
    Bad(  # a type told in words: none of them stands for a name in it
        source="|Property|Type|\n|---|---|\n|depots|`Array<{ name: DepotName; state: DepotState.Open }>`|\n",
        target="|属性|类型|\n|---|---|\n|depots|⟦仓库数组⟧|\n",
        expected=("Array<{ name: DepotName; state: DepotState.Open }>",),
    ),
    Bad(
        source="|Property|Type|\n|---|---|\n|doors|Integer|\n|label|String|\n",
        target="|속성|유형|\n|---|---|\n|doors|⟦String⟧|\n|label|문자열|\n",
        expected=("Integer",),
        fixed="|속성|유형|\n|---|---|\n|doors|Integer|\n|label|문자열|\n",
    ),
    Bad(
        source="|Property|Type|\n|---|---|\n|id|String|\n|doors|Integer|\n|isOpen|Boolean|\n|label|String|\n",
        target="|Propriété|Type|\n|---|---|\n|id|String|\n|doors|Integer|\n|isOpen|⟦Booléen⟧|\n|label|String|\n",
        expected=("Boolean",),
        fixed="|Propriété|Type|\n|---|---|\n|id|String|\n|doors|Integer|\n|isOpen|Boolean|\n|label|String|\n",
    ),
]
GOOD = [
    Good(
        source="|Property|Type|\n|---|---|\n|id|String|\n|scans|[scanEvent](scan-event.md) collection|\n",
        target="|プロパティ|型|\n|---|---|\n|id|文字列|\n|scans|[scanEvent](scan-event.md)コレクション|\n",
    ),
    Good(
        source="|Property|Type|\n|---|---|\n|id|String|\n|doors|Integer|\n|isOpen|Boolean|\n|isNew|Boolean|\n",
        target="|Propriété|Type|\n|---|---|\n|id|String|\n|doors|Integer|\n|isOpen|Booléen|\n|isNew|Booléen|\n",
    ),
    Good(
        source="|Name|Return type|\n|---|---|\n|remove|None|\n",
        target="|Имя|Возвращаемый тип|\n|---|---|\n|remove|Нет|\n",
    ),
]


KEPT_BESIDE = 2
"""Primitives that stay for each that does not; people put a word for readers beside the names of classes."""

TYPE = lazy(r"(?:[A-Za-z]\w*\.)+[A-Za-z]\w*|[A-Z][a-z0-9]+[A-Z]\w*(?= collection\b|\))", re.ASCII)
"""Beside the shapes that are names anywhere: dotted types, and the `PascalCase` in `X collection` and `Collection(X)`."""


def check(pair: Pair) -> Iterator[Problem]:
    for column in pair.columns(Role.TYPE):
        for match in column.differing:
            for problem in changed(match, pair, column.evidence):
                is_mild = not pair.is_exact and is_said(problem)
                yield problem._replace(severity=Severity.WARNING) if is_mild else problem
        for match in few_translated(column):
            if put := cell_changed(match, evidence="the other types of the column are kept"):
                yield put._replace(severity=Severity.WARNING, fix=put.fix and put.fix._replace(is_safe=False))


def few_translated(column: Column) -> list[Match[Segment]]:
    """The cells whose primitive is put into words, where the column keeps most others."""
    primitives = [match for match in column.cells if PRIMITIVE.fullmatch(match.source.plain.strip())]
    told = [match for match in primitives if not PRIMITIVE.search(match.target.plain)]
    return told if KEPT_BESIDE * len(told) <= len(primitives) - len(told) else []


def changed(match: Match[Segment], pair: Pair, evidence: str) -> Iterator[Problem]:
    text, found = match.source.plain.strip(), match.target.plain.strip()
    if is_other_primitive(text, found):
        problem = cell_changed(match, members=pair.source_vocabulary.words, evidence=evidence)
        if problem:
            yield problem
        return
    if not (is_token(text) and is_name(text)):
        types = types_in(text)
        lost = [name for name in types if not stands_in(name, found)]
        if lost == types and is_put_into_words(match):
            problem = cell_changed(match, evidence=evidence)
            yield from [problem._replace(fix=None)] if problem else []
        elif lost:
            yield from names_lost(match, lost, members=pair.source_vocabulary.words, evidence=evidence)
        return
    if same(text, found):
        return
    problem = cell_changed(match, members=pair.source_vocabulary.words, evidence=evidence)
    if problem:
        yield problem._replace(severity=Severity.NOTE) if only_punctuation(problem) else problem


def is_put_into_words(match: Match[Segment]) -> bool:
    """Whether a type that fills its cell as code is told in words: no word stands for one of the names in it."""
    ours, theirs = (one.inline.of(PieceKind.CODE) for one in (match.source, match.target))
    return [code.text for code in ours] == [match.source.plain.strip()] and not theirs


def is_other_primitive(text: str, found: str) -> bool:
    """Whether one primitive stands in the place of another: a translation of it would be no English word."""
    return all(map(PRIMITIVE.fullmatch, (text, found))) and text.casefold()[:3] != found.casefold()[:3]


def is_said(problem: Problem) -> bool:
    """Whether nothing but one word of another script stands behind the name, which says what it is."""
    name, *rest = problem.found.split() or [""]
    return name == problem.expected and len(rest) == 1 and rest[0].isalpha() and not rest[0].isascii()


def types_in(cell: str) -> list[str]:
    """The names in a cell, the longest where they overlap."""
    found = [name for name in TYPE.findall(cell) if "." not in name or is_name(name)] + names_in(cell)
    return [name for name in found if not any(name != other and name in other for other in found)]


def only_punctuation(problem: Problem) -> bool:
    """Whether the cell holds the name untouched, with a stray mark beside it."""
    return problem.damage is Damage.PUNCTUATION_ADDED and stands_in(problem.expected or "", problem.found)
