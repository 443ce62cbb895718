"""The tables that list HTTP headers: which they are, and what the page's requests say of the same headers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache

from doclint.page import Page, Table
from doclint.pair import Pair
from doclint.pair.column import Column
from doclint.pair.columns import Role
from doclint.text.lazypattern import lazy
from doclint.text.words import is_name

TRAIN = lazy(r"[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+", re.ASCII)
"""The shape that most headers have: `Content-Type`."""

LINE = lazy(r"^[ \t]*([A-Za-z][A-Za-z0-9-]*):[ \t]*(\S*)", re.ASCII | re.MULTILINE)

FIELDS = frozenset(
    "accept age allow authorization connection cookie date dnt etag expect expires forwarded from host link location "
    "origin pragma prefer range referer server te trailer upgrade vary via warning".split()
)
"""The names without a hyphen in IANA's registry of HTTP fields, which have no shape of their own."""

SCHEMES = frozenset(
    "apikey basic bearer digest dpop gnap hoba hmac hawk mac mutual negotiate ntlm oauth privatetoken sharedkey "
    "sharedkeylite token vapid aws4-hmac-sha256 scram-sha-1 scram-sha-256".split()
)
"""IANA's registry of HTTP authentication schemes, and the unregistered ones of large services; lower case."""

VALUE = lazy(
    rf"\W*(?:(?:{'|'.join(map(re.escape, SCHEMES))})\b\s*(?:[{{<\[*.\\]|&lt;|$)"
    r"|(?:application|text|image|multipart)/\w)",
    re.IGNORECASE,
)
"""What only the value of a header begins with."""

HEADERS = lazy(r"\bheaders?\b", re.IGNORECASE)
NAMED = ("name", "key")
"""Columns that list anything; their table's values or the section's heading must say what."""


@lru_cache(1)
def header_columns(pair: Pair) -> list[Column]:
    """The first columns of the tables that list HTTP headers; several rules ask for those of a page."""
    first = [column for column in pair.columns(Role.HEADER, Role.NAME, Role.OTHER) if not column.index]
    return [column for column in first if _lists_headers(column, pair)]


def _lists_headers(column: Column, pair: Pair) -> bool:
    is_theirs = column.role is Role.HEADER or HEADERS.search(_heading_above(column.table.source, pair.source))
    if is_theirs and _is_borne_out(column, pair):
        return True
    return column.header.strip("* ").casefold() in NAMED and _has_values(column)


def _heading_above(table: Table, page: Page | None) -> str:
    """The text of the last heading before a table."""
    headings = page.headings if page else []
    index = bisect_right(headings, table.span.start, key=lambda heading: heading.span.start)
    return headings[index - 1].text if index else ""


def _is_borne_out(column: Column, pair: Pair) -> bool:
    """Whether what the table lists can be headers, not those of columns."""
    names = (match.source.text.strip("*` ").partition(":")[0] for match in column.cells)
    return _has_values(column) or any(is_field(name, pair) for name in names)


def is_field(name: str, pair: Pair) -> bool:
    """Whether a word has the shape of a header's name, is a registered one, or stands in a request on the page."""
    if TRAIN.fullmatch(name) or name.casefold() in FIELDS or is_name(name):
        return True
    return pair.source is not None and name.casefold() in fields_in_code(pair.source)


def _has_values(column: Column) -> bool:
    return any(VALUE.match(cell.text) for row in column.table.rows for cell in row.source.cells[1:])


@lru_cache(4)
def fields_in_code(page: Page) -> Mapping[str, str]:
    """The headers in the page's code, in lower case, and the first word of the value of each."""
    return {match[1].casefold(): match[2].rstrip(",;") for code in page.codes for match in LINE.finditer(code.text)}
