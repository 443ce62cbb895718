"""The name of an HTTP header goes over the wire, so a translation repeats it; only its case is free.

`Accept` becomes `Annehmen` or `承諾`, `Workbook-Session-Id` becomes `Arbeitsmappensitzungs-ID`, and the
service never sees the header that the reader sends. Checked is the first column of tables that list
headers: its own header says so, or the heading above, or the values beside (`Bearer {token}`). Left alone are
names that have not the shape of an HTTP header, are no registered one, and stand in no request on the page. A team whose readers
are used to `Авторизация` allows it in the configuration.
"""

import unicodedata
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Column,
    Confidence,
    Good,
    Match,
    Pair,
    Problem,
    Row,
    Segment,
    Severity,
    Trust,
    cell_changed,
    header_columns,
    is_field,
    lazy,
    names_in,
    names_lost,
    part_changed,
)

ID = "DL108"
NAME = "header-name-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="## Request headers\n\n|Name|Description|\n|---|---|\n|Authorization|Bearer {token}|\n|Parcel-Session-Id|The session.|\n",
        target="## Заголовки запроса\n\n|Имя|Описание|\n|---|---|\n|⟦Авторизация⟧|Bearer {token}|\n|⟦ИД сеанса посылки⟧|Сеанс.|\n",
        expected=("Authorization", "Parcel-Session-Id"),
        fixed="## Заголовки запроса\n\n|Имя|Описание|\n|---|---|\n|Authorization|Bearer {token}|\n|Parcel-Session-Id|Сеанс.|\n",
    ),
    Bad(
        source="|Header|Value|\n|---|---|\n|Accept|application/json|\n|Prefer: depot.timezone|Optional.|\n",
        target="|ヘッダー|値|\n|---|---|\n|⟦承諾⟧|application/json|\n|⟦優先⟧: depot.timezone|省略可能。|\n",
        expected=("Accept", "Prefer"),
        fixed="|ヘッダー|値|\n|---|---|\n|Accept|application/json|\n|Prefer: depot.timezone|省略可能。|\n",
    ),
    Bad(  # a header of the house, known from the request on the page
        source="## Request headers\n\n|Name|Description|\n|---|---|\n|route|The route.|\n\n```http\nGET /parcels\nroute: 7\n```\n",
        target="## Anforderungsheader\n\n|Name|Beschreibung|\n|---|---|\n|⟦Strecke⟧|Die Strecke.|\n\n```http\nGET /parcels\nroute: 7\n```\n",
        expected=("route",),
        fixed="## Anforderungsheader\n\n|Name|Beschreibung|\n|---|---|\n|route|Die Strecke.|\n\n```http\nGET /parcels\nroute: 7\n```\n",
    ),
    Bad(
        source="|Header|Value|\n|---|---|\n|Accept|application/json|\n",
        target="|ヘッダー|値|\n|---|---|\n|⟦承諾⟧|application/json|\n",
        fixed="|ヘッダー|値|\n|---|---|\n|Accept|application/json|\n",
        trust=Trust.PAIRED,
    ),
]
GOOD = [
    Good(
        source="|Header|Value|\n|---|---|\n|Content-type|application/json|\n",
        target="|ヘッダー|値|\n|---|---|\n|Content-Type|application/json|\n",
    ),
    Good(  # the headers of a list's columns
        source="## Column headers\n\n|Header|Meaning|\n|---|---|\n|Weight|In grams.|\n|Depot|Where it lies.|\n",
        target="## Заголовки столбцов\n\n|Заголовок|Значение|\n|---|---|\n|Вес|В граммах.|\n|Депо|Где лежит.|\n",
    ),
    Good(  # a row that strayed into the table
        source="|Header|Value|\n|---|---|\n|Accept|application/json|\n|Application|Not supported.|\n",
        target="|Заголовок|Значение|\n|---|---|\n|Accept|application/json|\n|Для приложений|Не поддерживается.|\n",
    ),
    Good(  # two versions, each with another header
        source="|Header|Value|\n|---|---|\n|RouteLevel|eventual|\n",
        target="|ヘッダー|値|\n|---|---|\n|承諾|application/json|\n",
        trust=Trust.PAIRED,
    ),
    Good(
        source="|Name|Description|\n|---|---|\n|Carrier|Who carries it.|\n",
        target="|Name|Beschreibung|\n|---|---|\n|Frachtführer|Wer es trägt.|\n",
    ),
]

VALUE = lazy(r"[A-Za-z]+/[\w.+-]+|[A-Za-z]\w*\s*[{<]")
BRACKETS = frozenset("{<")


def check(pair: Pair) -> Iterator[Problem]:
    for column in header_columns(pair):
        doubtful = [row for row in column.table.rows if row.confidence is Confidence.LOW and not has_same_value(row)]
        names = {id(row.source.cells[0]) for row in doubtful}
        for match in column.differing:
            if id(match.source) not in names:
                yield from changed(match, column, pair)


def has_same_value(row: Match[Row]) -> bool:
    """Whether the values beside two names begin alike: with a scheme and its placeholder, or a media type."""
    ours, theirs = ([cell.plain for cell in side.cells[1:]] for side in (row.source, row.target))
    return any(
        (value := VALUE.match(a)) and (value[0].strip() in b or a[value.end() - 1] in BRACKETS.intersection(b))
        for a, b in zip(ours, theirs, strict=False)
    )


def changed(match: Match[Segment], column: Column, pair: Pair) -> Iterator[Problem]:
    ours, theirs = match.source.plain.strip(), match.target.plain
    name, colon, _ = ours.partition(":")
    if folded(ours) == folded(theirs):
        return
    if is_field(ours, pair):
        problem = cell_changed(match, members=column.words, evidence=column.evidence)
        if problem:
            yield problem
    elif colon and is_field(name, pair):
        yield from named(match, name, column)
    else:
        yield from names_lost(match, names_in(ours), members=column.words, evidence=column.evidence)


def named(match: Match[Segment], name: str, column: Column) -> Iterator[Problem]:
    """The name before the colon of `Prefer: return=minimal`."""
    theirs = match.target.plain.replace("：", ":")
    found, colon, _ = theirs.partition(":")
    if folded(found) == folded(name):
        return
    start = len(found) - len(found.lstrip())
    end = len(found.rstrip()) if colon else len(theirs)
    yield part_changed(match, name, start, end, evidence=column.evidence, is_sure=bool(colon))


def folded(text: str) -> str:
    """Without differences of case and width, which headers do not have."""
    return unicodedata.normalize("NFKC", text).casefold().strip().rstrip(".。")
