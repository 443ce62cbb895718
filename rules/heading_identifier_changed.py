"""A name in a heading or title is how readers and search engines find the page, so it stays as it is.

`parcelState enum type` becomes `тип перечисления Парцелстате`: nobody who searches for the type
will find it. Checked are words with the shape of a name in headings and in the front matter's
title and description, which search engines show. A name that only lost its capitals, as engines do to the first word
of a sentence, or that is singular for plural, as grammar asks, is a note. Brands have the shape of names (`iPhone`),
so a word of their shape counts only where the page has it in code, and where one sees what became of it. A short form
that is a heading's id, as `FAQ` may be, is a note where the English has it in no code.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Confidence,
    Damage,
    Fix,
    Good,
    Kind,
    Match,
    Pair,
    Problem,
    Segment,
    Severity,
    Trust,
    in_other_number,
    lazy,
    likeness,
    lost_in_text,
    names_in,
    names_lost,
    part_changed,
    stands_in,
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
        source="---\ndescription: Represents the parcelState of a parcel.\n---\n# Parcels\n",
        target="---\ndescription: 小包の⟦パーセルステート⟧を表します。\n---\n# 小包\n",
        expected=("parcelState",),
        fixed="---\ndescription: 小包のparcelStateを表します。\n---\n# 小包\n",
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
    Good(
        source="---\ndescription: Track parcels in eArchive and JavaScript\n---\n# Track\n",
        target="---\ndescription: 電子アーカイブとスクリプトで小包を追跡する\n---\n# 追跡\n",
    ),
    Good(source="# parcelState enum type\n", target="# parcelState 列挙型\n"),
    Good(source="## Parcels\n", target="## Посылки\n"),
    Good(source="## Search in eArchive\n", target="## Поиск в электронном архиве\n"),
]


KEYWORD = lazy(r"[A-Za-z_]\w+", re.ASCII)

RETOLD = 2
"""Words of a heading; of a longer one that has nothing like the name somebody may have made another sentence."""

SURE = 0.9
"""How like a name a word must be where the English of a title is only guessed."""


def check(pair: Pair) -> Iterator[Problem]:
    for match in pair.headings:
        yield from keyword_changed(pair, match) if is_keyword(match) else changed(pair, match, match.target)
    first = next((heading for heading in pair.target.headings if heading.level == 1), None)
    for front, heading in ((pair.title, first), (pair.description, None)):
        if front:
            yield from changed(pair, front, heading)
    for lost in pair.lost:
        if not lost.is_sure and lost.match.source.kind in (Kind.HEADING, Kind.TITLE, Kind.DESCRIPTION):
            problem = lost_in_text(lost, [])
            if problem:
                yield weighed(problem)


def is_keyword(match: Match[Segment]) -> bool:
    """Whether a heading is nothing but a word in capitals, or a call, which its id repeats: `CASE`, `sleep() {#sleep}`."""
    slug = match.target.slug
    if slug is None or not KEYWORD.fullmatch(slug):
        return False
    word = match.source.plain.strip()
    name = word.removesuffix("()")
    is_word = KEYWORD.fullmatch(name) is not None and (name.isupper() or name != word)
    return is_word and slug == name.casefold()


def keyword_changed(pair: Pair, match: Match[Segment]) -> Iterator[Problem]:
    """A note where the English has the word in no code, so that it may be a short form like any: `FAQ`."""
    word = match.source.plain.strip()
    if word != match.target.plain.strip():
        is_code = pair.is_exact or not word.isalpha() or bool(pair.source and stands_in(word, pair.source.code_text))
        severity = None if is_code else Severity.NOTE
        yield put_back_whole(match, word)._replace(evidence="the heading's id is the word", severity=severity)


def changed(pair: Pair, match: Match[Segment], heading: Segment | None) -> Iterator[Problem]:
    if match.source.text == match.target.text or not names_in(match.source.text.replace("\\", "")):
        return
    for problem in names_lost(match, names_in(match.source.plain), evidence="spelt like a name in the English"):
        name = problem.expected or ""
        if match.confidence is Confidence.LOW and likeness(name, problem.found) < SURE:
            continue
        slug = (heading and heading.slug) or ""
        if name.casefold() == slug and match.source.plain.strip() == name:
            problem = put_back_whole(match, name)
        if name.casefold() in slug.replace("-", ""):
            yield weighed(problem)._replace(evidence=f'the heading\'s anchor "{slug}"')
        elif problem.fix is None and not pair.is_exact and len(match.source.plain.split()) > RETOLD:
            yield problem._replace(severity=Severity.WARNING)  # people say it in other words
        else:
            yield weighed(problem._replace(fix=problem.fix and Fix(problem.fix.edits, is_safe=False)))


def put_back_whole(match: Match[Segment], name: str) -> Problem:
    """The problem of a heading that should be nothing but a name, and whose anchor is that name."""
    text = match.target.plain
    return part_changed(match, name, len(text) - len(text.lstrip()), len(text.rstrip()))


def weighed(problem: Problem) -> Problem:
    """A note where the name only got other capitals or another number, a warning where a description does without it."""
    if problem.damage is Damage.RECASED or in_other_number(
        (problem.expected or "").casefold(), problem.found.casefold()
    ):
        return problem._replace(severity=Severity.NOTE)
    is_retold = problem.fix is None and isinstance(problem.source, Segment) and problem.source.kind is Kind.DESCRIPTION
    return problem._replace(severity=Severity.WARNING) if is_retold else problem
