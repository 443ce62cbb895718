"""What goes over the wire letter for letter is no prose: the scheme `Bearer`, the type `application/json`, `GET /parcels`.

`Bearer <token>` becomes `ベアラー <トークン>`, `application/zip` becomes `Anwendung/zip`, `return=minimal`
becomes a sentence, and the request that the reader writes is refused. Checked are the values in tables of
HTTP headers (the authentication scheme, media types, a setting such as `return=minimal`, and the word
that a request on the page gives as the header's value), and cells that are an HTTP method, alone or before a path.
What stands in for a value (`<token>`) may be translated.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    SCHEMES,
    Bad,
    Damage,
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
    fields_in_code,
    header_columns,
    lazy,
    names_lost,
    part_changed,
    stands_in,
)

ID = "DL109"
NAME = "wire-literal-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

HEADERS = "|Header|Value|\n|---|---|\n"
HEADERS_JA = "|ヘッダー|値|\n|---|---|\n"

BAD = [
    Bad(
        source=HEADERS + "|Authorization|Bearer {token}. Required.|\n|Accept|application/zip|\n",
        target=HEADERS_JA + "|Authorization|⟦ベアラー⟧ {トークン}。必須。|\n|Accept|⟦アプリケーション/zip⟧|\n",
        expected=("Bearer", "application/zip"),
        fixed=HEADERS_JA + "|Authorization|Bearer {トークン}。必須。|\n|Accept|application/zip|\n",
    ),
    Bad(
        source=HEADERS + "|Prefer|return=minimal|\n",
        target="|Заголовок|Значение|\n|---|---|\n|Prefer|⟦Возврат = минимальный⟧|\n",
        expected=("return=minimal",),
        fixed="|Заголовок|Значение|\n|---|---|\n|Prefer|return=minimal|\n",
    ),
    Bad(  # the whole sentence is what became of the two
        source=HEADERS + "|Authorization|Bearer &lt;token&gt;|\n|Authorization|Bearer {token}. Required.|\n",
        target="|Заголовок|Значение|\n|---|---|\n|Authorization|⟦&lt;Маркер носителя&gt;⟧|\n|Authorization|⟦{маркер} носителя⟧. Обязательно.|\n",
        expected=("Bearer <token>", "Bearer {token}"),
        fixed="|Заголовок|Значение|\n|---|---|\n|Authorization|Bearer &lt;token&gt;|\n|Authorization|Bearer {маркер}. Обязательно.|\n",
    ),
    Bad(  # the sign that closes what stands in for a value is gone
        source=HEADERS + "|Authorization|Bearer &lt;token&gt;|\n",
        target=HEADERS_JA + "|Authorization|⟦Bearer&lt;token⟧|\n",
        expected=("Bearer <token>",),
        fixed=HEADERS_JA + "|Authorization|Bearer &lt;token&gt;|\n",
    ),
    Bad(
        source="|Request|Meaning|\n|---|---|\n|GET /parcels/{parcel-id}|One parcel.|\n|DELETE|Removes it.|\n",
        target="|Запрос|Смысл|\n|---|---|\n|⟦Получение/парселс/{ИД посылки}⟧|Посылка.|\n|⟦Удалить⟧|Удаляет ее.|\n",
        expected=("GET /parcels/{parcel-id}", "DELETE"),
        fixed="|Запрос|Смысл|\n|---|---|\n|GET /parcels/{parcel-id}|Посылка.|\n|DELETE|Удаляет ее.|\n",
    ),
    Bad(
        source=HEADERS
        + "|Freshness-Level|eventual. Optional.|\n\n```http\nGET /parcels\nFreshness-Level: eventual\n```\n",
        target="|Заголовок|Значение|\n|---|---|\n|Freshness-Level|⟦возможная⟧. Необязательно.|\n\n```http\nGET /parcels\nFreshness-Level: eventual\n```\n",
        expected=("eventual",),
        fixed="|Заголовок|Значение|\n|---|---|\n|Freshness-Level|eventual. Необязательно.|\n\n```http\nGET /parcels\nFreshness-Level: eventual\n```\n",
    ),
]
GOOD = [
    Good(
        source=HEADERS + "|Authorization|Bearer &lt;token&gt; Required.|\n|Accept|application/json. Required.|\n",
        target=HEADERS_JA + "|Authorization|Bearer&lt;トークン&gt; が必要です。|\n|Accept|application/json。必須。|\n",
    ),
    Good(
        source="|Request|Meaning|\n|---|---|\n|GET /parcels/{parcel-id}|Get one parcel.|\n",
        target="|Запрос|Смысл|\n|---|---|\n|GET /parcels/{ИД-посылки}|Получить посылку.|\n",
    ),
    Good(
        source="|Task|Devices|\n|---|---|\n|Record|audio/video|\n",
        target="|作業|デバイス|\n|---|---|\n|録画|音声/ビデオ|\n",
    ),
]

MEDIA_TYPE = lazy(
    r"(?<![\w/.-])(?:application|audio|font|image|message|model|multipart|text|video)/[a-z*][\w.+*-]*\b", re.ASCII
)
SETTING = lazy(r"[a-z][\w.-]*=[\w.-]*\w|[a-z]+(?:\.[a-z]+(?:-[a-z]+)*)+(?==|[\s,.;]|$)", re.ASCII)
"""What the value of a header begins with: `return=minimal`, `depot.track-changes`."""
WORD = lazy(r"[A-Za-z][\w-]*", re.ASCII)
LEADING = lazy(r"\s*([^\s{}<>\[\](),.:;。、，：；｛＜]+)\s*(.?)")
METHOD = lazy(r"(?:CONNECT|DELETE|GET|HEAD|MERGE|OPTIONS|PATCH|POST|PUT|TRACE)(?:\s+(?:/|https?://|\{)\S*)?", re.ASCII)
PLACEHOLDER = lazy(r"\{[^{}]*\}|<[^<>]*>")
VALUE = lazy(r"\s*(?:\{[^{}]*\}|<[^<>]*>)")
OPEN = lazy(r"\s*([{<])\s*\w+")
SENTENCE = lazy(r"\s*((?:\{[^{}]*\}|<[^<>]*>|[^.。．])*?)\s*(?:[.。．]|\Z)")
"""What a cell begins with, up to its first full stop outside of brackets."""
AUTHORIZATION = lazy(r"(?:proxy-)?authori[sz]ation|(?:www|proxy)-authenticate", re.IGNORECASE)


def check(pair: Pair) -> Iterator[Problem]:
    for column in header_columns(pair):
        types = {other.index for other in pair.columns(Role.TYPE) if other.table.source is column.table.source}
        for row, cells in zip(column.table.rows, column.table.cells, strict=True):
            for index, match in enumerate(cells):
                if index and index not in types and match.source.text != match.target.text:
                    name = row.source.cells[0].plain.strip()
                    yield from values_lost(match, name, pair)
    for column in pair.columns(Role.OTHER, Role.VALUE, Role.PROSE, Role.NAME):
        for match in column.differing:
            if METHOD.match(match.source.text.lstrip("*`")):
                yield from method_changed(match)


def values_lost(match: Match[Segment], name: str, pair: Pair) -> Iterator[Problem]:
    """What the value of the header `name` must say and does not."""
    ours, theirs = match.source.plain.strip(), match.target.plain
    evidence = f'value of the header "{name}"'
    kept = theirs.casefold()
    for literal in dict.fromkeys(MEDIA_TYPE.findall(ours)):
        if literal.casefold() not in kept:
            yield from lost(match, literal, evidence)
    word = WORD.match(ours)
    setting = SETTING.match(ours)
    if setting and not stands_in(setting[0], theirs):
        yield from lost(match, setting[0], evidence)
    elif word and is_literal(word, ours, name, pair):
        yield from (left_open if stands_in(word[0], theirs) else leading_lost)(match, word, evidence)


def is_literal(word: re.Match[str], value: str, name: str, pair: Pair) -> bool:
    """Whether the value begins with the name of a scheme, or with what a request gives as this header's value."""
    after = value[word.end() :].lstrip()[:1]
    if word[0].casefold() in SCHEMES and (after in "{<[" or AUTHORIZATION.fullmatch(name)):
        return True
    return pair.source is not None and fields_in_code(pair.source).get(name.casefold()) == word[0]


def lost(match: Match[Segment], literal: str, evidence: str) -> Iterator[Problem]:
    if match.source.plain.strip().rstrip(".") != literal:
        yield from names_lost(match, [literal], evidence=evidence)
    elif problem := cell_changed(match, evidence=evidence):
        yield problem


def leading_lost(match: Match[Segment], word: re.Match[str], evidence: str) -> Iterator[Problem]:
    """The place is the first word, where the same mark stands behind it as in English, or else the first sentence."""
    found, after = LEADING.match(match.target.plain), word.string[word.end() :].lstrip()[:1]
    if found and after and same_mark(after, found[2]):
        yield part_changed(match, word[0], *found.span(1), evidence=evidence)
        return
    sentence, whole = SENTENCE.match(match.target.plain), with_value(word)
    if whole and sentence and len(theirs := [*PLACEHOLDER.finditer(sentence[1])]) == 1:
        value = "" if theirs[0][0] == sentence[1] else raw_of(match.target, theirs[0], sentence.start(1))
        yield put_back(match, whole, sentence.span(1), value and f"{word[0]} {value}", evidence)
        return
    for problem in names_lost(match, [word[0]], evidence=evidence):
        # `Bearertoken` of `Bearer {token}`: more than the word may be lost
        yield problem._replace(fix=problem.fix and Fix(problem.fix.edits, is_safe=False))


def left_open(match: Match[Segment], word: re.Match[str], evidence: str) -> Iterator[Problem]:
    """What stands in for the value has lost the sign that closes it: `Bearer <token` of `Bearer <token>`."""
    theirs, whole = match.target.plain, with_value(word)
    at = theirs.find(word[0])
    value = OPEN.match(theirs, at + len(word[0]))
    if value and at >= 0 and value[1] in whole and PLACEHOLDER.match(theirs, value.start(1)) is None:
        yield put_back(match, whole, (at, value.end()), "", evidence)


def with_value(word: re.Match[str]) -> str:
    """The word with what stands in for its value, `Bearer {token}`; empty where nothing does."""
    found = VALUE.match(word.string, word.end())
    return word[0] + found[0] if found else ""


def raw_of(segment: Segment, part: re.Match[str], start: int) -> str:
    """A part of a segment's plain text as it stands in the file."""
    return segment.inline.place(start + part.start(), start + part.end()).of(segment.page.text)


def put_back(match: Match[Segment], expected: str, place: tuple[int, int], put: str, evidence: str) -> Problem:
    """The problem of a stretch that `put` mends, or else the English as it stands in its file."""
    problem = part_changed(match, expected, *place, evidence=evidence)
    if problem.source_span is None:
        return problem
    put = put or problem.source_span.of(match.source.page.text)
    return problem._replace(fix=Fix.of(problem.span, put, is_safe=match.is_sure))


def same_mark(ours: str, theirs: str) -> bool:
    return theirs == ours or (ours + theirs) in (".。", "{｛", "<＜")


def method_changed(match: Match[Segment]) -> Iterator[Problem]:
    """A request line is compared without what its placeholders say."""
    ours, theirs = match.source.plain.strip(), match.target.plain.strip()
    if METHOD.fullmatch(ours) and PLACEHOLDER.sub("{}", ours) != PLACEHOLDER.sub("{}", theirs):
        problem = cell_changed(match, evidence="HTTP request")
        if problem:
            yield problem._replace(severity=Severity.WARNING if problem.damage is Damage.RECASED else None)
