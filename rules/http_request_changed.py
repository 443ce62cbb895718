"""Method, path and header names of a request are what goes over the wire, so a translation repeats them.

A reader who sends `ПОЛУЧИТЬ /parcels`, or the header `Inhaltstyp`, gets an error. Header values, bodies and
the case of header names are left alone, and so are quoted samples in a query and paths that differ in their
locale only. A translated placeholder such as `{номер}` still tells the reader what to put there: it is a warning,
and a note where the English itself says that it is the reader's, as `your-host` does.
"""

import re
from collections.abc import Iterator

from doclint.api import (
    METHODS,
    SAMPLE_NAME,
    Bad,
    Code,
    Difference,
    Good,
    Match,
    Pair,
    Problem,
    Segment,
    Severity,
    Span,
    Trust,
    is_method_translated,
    lazy,
    opcodes,
    resembles,
    stands_in,
    weighed,
)

ID = "DL306"
NAME = "http-request-changed"
SEVERITY = Severity.ERROR
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="```http\nPOST /depots/{id}/parcels HTTP/1.1\nContent-Type: application/json\n\n{}\n```\n",
        target="```http\n⟦ОТПРАВИТЬ⟧ /depots/{id}/⟦посылки⟧ HTTP/1.1\n⟦Тип-Содержимого⟧: application/json\n\n{}\n```\n",
        expected=("POST", "parcels", "Content-Type"),
        fixed="```http\nPOST /depots/{id}/parcels HTTP/1.1\nContent-Type: application/json\n\n{}\n```\n",
    ),
    Bad(  # in running text
        source="Call GET /parcels/{id} to see `id`.\n",
        target="⟦ПОЛУЧИТЬ⟧ /parcels/{id} показывает `id`.\n",
        expected=("GET",),
        fixed="GET /parcels/{id} показывает `id`.\n",
    ),
    Bad(
        source="``` http\nGET /parcels/{parcel-id}\n```\n",
        target="``` http\nGET /parcels/⟦{小包の ID}⟧\n```\n",
        expected=("{parcel-id}",),
    ),
    Bad(
        source="```\nDELETE https://example.com/depots/1\n```\n",
        target="```\n⟦削除⟧ https://example.com/depots/1\n```\n",
        expected=("DELETE",),
        fixed="```\nDELETE https://example.com/depots/1\n```\n",
    ),
]
GOOD = [
    Good(source="Call POST /parcels to see `id`.\n", target="An URL /parcels mit POST sehen Sie `id`.\n"),
    Good(source="Call GET /parcels now.\n", target="Вызовите метод GET /parcels или путь /parcels.\n"),
    Good(
        source="```http\nGET /parcels?$filter=city eq 'Bern'\nAccept: text/plain\n```\n",
        target="```http\nGET /parcels?$filter=city eq 'Берн'\naccept:  text/plain\n```\n",
    ),
    Good(
        source="```http\nHTTP/1.1 200 OK\nDate: today\n\nNote: sent\n```\n",
        target="```http\nHTTP/1.1 200 はい\nDate: 今日\n\n注: 送信済み\n```\n",
    ),
    Good(source="```http\nGET /old\n```\n", target="```http\nGET /new\n```\n", trust=Trust.PAIRED),
    Good(source="```\nGet the parcel\n```\n", target="```\nВозьмите посылку\n```\n"),
    Good(source="```http\nGET /en-us/depots\n```\n", target="```http\nGET /ru-ru/depots\n```\n"),
]

REQUEST = lazy(
    r"(?P<method>[A-Z]{3,12})[ \t]+(?P<path>(?:https?:/|~)?/?[\w{<$(][^\r\n]*?|/)(?:[ \t]+HTTP/[0-9.]+)?[ \t]*$"
)
STATEMENT = lazy(r"[A-Za-z]\w* +[A-Za-z`\"\[]")
"""What follows the verb of another language: `DELETE FROM depots`."""
TAIL = lazy(r"[ \t]+HTTP/[0-9.]+[ \t]*$|[ \t]+$")
REMARK = lazy(
    r"(?<=[^A-Z\s])(?:[ \t]+(?:(?:#|//|--?|[-=]>|[\u2013\u2014\u2192])[ \t]|\()|\uff08|(?:[ \t]{2,}|\t)(?!HTTP/)).*$"
)
"""What is said of a request behind it: `GET /parcels  # all of them`, `GET /parcels  all of them`."""
RESPONSE = lazy(r"HTTP/[0-9.]+[ \t]+[0-9]{3}\b")
HEADER = lazy(r"([A-Za-z][\w-]*)[ \t]*:(?!//)", re.ASCII)
NAME_THERE = lazy(r"([^:：\s][^:：]{0,60}?)[ \t]*[:：]")

FREE = lazy(r"'[^']*'|\"[^\"]*\"|(?<=/)[a-z]{2,3}-[A-Za-z]{2,4}(?=/|$)")
"""What translators may change: quoted samples, a locale."""

PLACEHOLDER = lazy(r"\{[^{}]*\}|<[^<>]*>")
NUMBER = lazy(r"(?<![\w.])[0-9]+(?![\w.])")
PART = lazy(r"\{[^{}]*\}|<[^<>]*>|'[^']*'|[^/?&='{}<>]+|.")

CALL = lazy(r"(?<![\w/-])([A-Z]{3,12}) (/[^\s,;()`]*[\w}])")
BEFORE = lazy(r"(?<!\w)([^\W\d_]{2,25})[ \u00a0]\Z")
"""The word right before a path."""

Line = tuple[int, str]
"""A line with where it begins."""

Change = tuple[str, Span, str, Severity | None]
"""What stood there, where it stood or stands, what stands there now, and how bad it is."""


@weighed
def check(pair: Pair) -> Iterator[Problem]:
    for match in pair.codes:
        if match.source.text != match.target.text:
            for expected, span, found, severity in changes(match):
                yield problem(match, expected, span, found, severity)
    with_path = [text for text in pair.differing if " /" in text.source.text]
    if with_path and pair.source is not None and any(f"{method} /" in pair.source.text for method in METHODS):
        for text in with_path:
            yield from in_text(text)


def in_text(match: Match[Segment]) -> Iterator[Problem]:
    """The methods before a path that a text has outside of code, each by the same path in the translation."""
    for call in CALL.finditer(match.source.plain):
        method, path = call[1], call[2]
        if method not in METHODS or match.source.plain.count(path) > 1:
            continue
        plain = match.target.plain
        at = plain.find(path)
        before = BEFORE.search(plain, 0, at) if at > 0 else None
        if before is None or before[1] == method or f"{method} {path}" in plain:
            continue
        if plain.count(method) >= match.source.plain.count(method):
            continue  # it stands elsewhere in the sentence
        is_other = before[1] in METHODS
        if is_other or is_method_translated(method, before[1]):
            span = match.target.inline.place(*before.span(1))
            source_span = match.source.inline.place(*call.span(1))
            yield Difference(match, span, source_span).problem(
                before[1],
                method,
                evidence="a method before its path",
                put=method,
                severity=Severity.WARNING if is_other else None,
                is_no_english=not is_other,
            )


def changes(match: Match[Code]) -> Iterator[Change]:
    """Line by line, from a request line to the empty line behind its headers."""
    is_http = match.source.language == "http"
    is_head = False
    ours, theirs = (lines(code.text) for code in (match.source, match.target))
    is_long = len(ours) != len(theirs)
    for line, (at, other) in beside(ours, theirs):
        request = REQUEST.match(REMARK.sub("", line))
        if request and (is_http or (request["method"] in METHODS and not STATEMENT.match(request["path"]))):
            is_head = True
            yield from request_changes(request, REMARK.sub("", other), at)
        elif not line.strip():
            is_head = False
            if is_long:
                return  # what follows need not stand side by side
        elif RESPONSE.match(line):
            is_head = True
            yield from number_changes(line, other, at)
        elif is_head:
            yield from header_changes(line, other, at)
            yield from number_changes(line, other, at)


def beside(ours: list[Line], theirs: list[Line]) -> Iterator[tuple[str, Line]]:
    """Each of our lines with theirs; nothing stands beside it where one side has more and none is sure to be its own."""
    own = dict(enumerate(theirs))
    if len(ours) != len(theirs):
        parts = opcodes([line for _, line in ours], [line for _, line in theirs])
        own = {a + n: theirs[c + n] for _, a, b, c, d in parts if b - a == d - c for n in range(b - a)}
    return ((line, own.get(number, (0, ""))) for number, (_, line) in enumerate(ours))


def lines(text: str) -> list[Line]:
    """The lines without their ends, each with its place."""
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line.rstrip("\r")))
        at += len(line) + 1
    return found


def request_changes(request: re.Match[str], other: str, at: int) -> Iterator[Change]:
    start = len(other) - len(other.lstrip())
    method, _, rest = other[start:].partition(" ")
    if not rest.strip():
        return
    if method != request["method"]:
        yield request["method"], Span(at + start, at + start + len(method)), method, None
    begin = len(other) - len(rest.lstrip())
    tail = TAIL.search(other, begin)
    end = tail.start() if tail else len(other)
    path, expected = other[begin:end], request["path"].rstrip()
    if FREE.sub("", path).split() == FREE.sub("", expected).split():
        return
    ours, theirs = list(PART.finditer(expected)), list(PART.finditer(path))
    if len(ours) != len(theirs):
        yield expected, Span(at + begin, at + end), path, None
        return
    for one, two in zip(ours, theirs, strict=True):
        if one[0] != two[0] and one[0][0] not in "'\"" and FREE.sub("", f"/{one[0]}") != FREE.sub("", f"/{two[0]}"):
            both = PLACEHOLDER.fullmatch(one[0]) and PLACEHOLDER.fullmatch(two[0])
            place = Span(at + begin + two.start(), at + begin + two.end())
            severity = Severity.NOTE if SAMPLE_NAME.fullmatch(one[0]) else Severity.WARNING if both else None
            yield one[0], place, two[0], severity


def number_changes(line: str, other: str, at: int) -> Iterator[Change]:
    """Numbers of a status line or a header, where the lines have as many: `Content-Length: 90`."""
    ours, theirs = list(NUMBER.finditer(line)), list(NUMBER.finditer(other))
    if len(ours) == len(theirs):
        for one, two in zip(ours, theirs, strict=True):
            if one[0] != two[0]:
                yield one[0], Span(at + two.start(), at + two.end()), two[0], None


def header_changes(line: str, other: str, at: int) -> Iterator[Change]:
    name, there = HEADER.match(line), NAME_THERE.match(other)
    if name and there and name[1].casefold() != there[1].casefold():
        yield name[1], Span(at + there.start(1), at + there.end(1)), there[1], None


def problem(match: Match[Code], expected: str, at: Span, found: str, severity: Severity | None) -> Problem:
    span = match.target.place(*at)
    is_sure = match.is_sure and not stands_in(found, match.source.text)  # a line that moved
    return Difference(match, span).problem(
        found,
        expected,
        evidence="request of the English example",
        put=None if severity else expected,
        is_safe=is_sure and resembles(expected, found),
        severity=severity,
        is_no_english=is_method_translated(expected, found),
    )
