"""A name in a heading or title is how readers and search engines find the page, so it stays as it is.

`parcelState enum type` becomes `тип перечисления Парцелстате`: nobody who searches for the type
will find it. Checked are words with the shape of a name in headings and in the front matter's
title. A name that only lost its capitals, as engines do to the first word of a sentence, or that is
singular for plural, as grammar asks, is a note. Brands have the shape of names (`iPhone`), so a word
of their shape counts only where the page has it in code.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from doclint.api import (
    Bad,
    Confidence,
    Damage,
    Fix,
    Good,
    Match,
    Pair,
    Problem,
    Segment,
    Severity,
    Trust,
    in_other_number,
    likeness,
    names_in,
    names_lost,
)

ID = "DL201"
NAME = "heading-identifier-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="---\ntitle: parcelState enum type\n---\n# parcelState enum type\n",
        target="---\ntitle: тип перечисления ⟦Парцелстате⟧\n---\n"
        '# <a name="parcelstate-enum-type"></a>тип перечисления ⟦Парцелстате⟧\n',
        expected=("parcelState", "parcelState"),
        fixed="---\ntitle: тип перечисления parcelState\n---\n"
        '# <a name="parcelstate-enum-type"></a>тип перечисления parcelState\n',
    ),
    Bad(
        source="## List scanEvents\n",
        target='## <a name="list-scanevents"></a>⟦scanevents⟧を一覧表示する\n',
        expected=("scanEvents",),
        fixed='## <a name="list-scanevents"></a>scanEventsを一覧表示する\n',
    ),
    Bad(  # kana glued to grammar: only the name is put back
        source="# Follow parcels with scanEvent\n",
        target='# <a name="follow-parcels-with-scanevent"></a>⟦スキャンイベント⟧を使用して追跡する\n',
        expected=("scanEvent",),
        fixed='# <a name="follow-parcels-with-scanevent"></a>scanEventを使用して追跡する\n',
    ),
    Bad(
        source="## Delete timeWindow\n",
        target='## <a name="delete-timewindow"></a>⟦時間枠を削除する⟧\n',
        expected=("timeWindow",),
    ),
    Bad(
        source="## List parcelLabels\n",
        target='## <a name="list-parcellabels"></a>Auflisten von „⟦parcelLabel⟧“\n',
        expected=("parcelLabels",),
        fixed='## <a name="list-parcellabels"></a>Auflisten von „parcelLabels“\n',
    ),
    Bad(
        source="## Delete timeWindow\n",
        target='## <a name="delete-timewindow"></a>⟦Löschen eines Zeitfensters⟧\n',
        expected=("timeWindow",),
    ),
]
GOOD = [
    Good(source="# parcelState enum type\n", target="# parcelState 列挙型\n"),
    Good(source="## Parcels\n", target="## Посылки\n"),
    Good(source="## Search in eArchive\n", target="## Поиск в электронном архиве\n"),
]


BRAND = re.compile(r"[a-z][A-Z][a-z]+|[a-z]+OS")
"""The shape that brand names share with property names."""

SURE = 0.9
"""How like a name a word must be where the English of a title is only guessed."""


def check(pair: Pair) -> Iterator[Problem]:
    for match in pair.headings:
        yield from changed(pair, match, match.target)
    if pair.title:
        first = next((heading for heading in pair.target.headings if heading.level == 1), None)
        yield from changed(pair, pair.title, first)


def names(pair: Pair, match: Match[Segment]) -> list[str]:
    """The names that must stand in the heading; `eDiscovery` may be a brand, unless the page has it in code."""
    return [
        name
        for name in names_in(match.source.plain)
        if (not BRAND.fullmatch(name) or pair.source_vocabulary.is_proven(name))
    ]


def changed(pair: Pair, match: Match[Segment], heading: Segment | None) -> Iterator[Problem]:
    for problem in names_lost(match, names(pair, match), evidence="spelt like a name in the English"):
        name = problem.expected or ""
        if match.confidence is Confidence.LOW and likeness(name, problem.found) < SURE:
            continue
        if problem.damage is Damage.RECASED or in_other_number(name, problem.found):
            problem = replace(problem, severity=Severity.NOTE)
        slug = (heading and heading.slug) or ""
        if name.casefold() in slug.replace("-", ""):
            yield replace(problem, evidence=f'the heading\'s anchor "{slug}"')
        elif problem.damage is Damage.TRANSLATED and not pair.is_exact:
            # a heading that reads quite otherwise may be another version's
            continue
        elif problem.fix:
            yield replace(problem, fix=Fix(problem.fix.edits, is_safe=False))
        else:
            yield problem
