"""A team's glossary, a CSV file or TBX: terms that are not translated, and renderings that others must have."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from doclint.config.glossary.plainword import plain_word
from doclint.config.glossary.renderings import has_renderings, renderings
from doclint.config.glossary.tbx import NO, YES, terms_of_tbx
from doclint.pair.policy import Rendering
from doclint.text.errors import ConfigError
from doclint.text.words import one_line

FORMULA = re.compile(r"'*[=+@\-\t\r]")
"""What a cell begins with that a spreadsheet runs as a formula; writers put an apostrophe before it."""
LARGEST = 50_000_000
"""Bytes of a glossary."""
TERM = ("term", "source", "sourceterm", "sourcetext", "english", "word", "phrase")
KEPT = ("donottranslate", "dnt", "nottranslatable", "untranslatable", "nontranslatable", "keep", "protected")
TRANSLATED = ("translate", "translatable", "translationneeded")


class Glossary(NamedTuple):
    """What a file says of the terms of the source language."""

    protected: list[str]
    """Those kept from translation, in the order of the file."""
    renderings: list[Rendering]


def protected_terms(file: str, locale: str = "en") -> list[str]:
    """The terms of the source language that a glossary keeps from translation. Raises ConfigError."""
    return read_glossary(file, locale).protected


def read_glossary(file: str, locale: str = "en") -> Glossary:
    """All that a glossary says of the terms of the source language. Raises ConfigError."""
    try:
        if os.path.getsize(file) > LARGEST:
            raise ConfigError(f"glossary {file}: is larger than {LARGEST} bytes")
        with open(file, "rb") as stream:
            data = stream.read()
    except OSError as error:
        raise ConfigError(f"glossary {file}: cannot be read: {error.strerror}") from None
    try:
        is_xml = data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith((b"<", b"<\0"))
        found, wanted = terms_of_tbx(data, locale) if is_xml else _terms_of_csv(data, locale)
        return Glossary(list(dict.fromkeys(filter(None, map(one_line, found)))), wanted)
    except ValueError as error:
        raise ConfigError(one_line(f"glossary {file}: {error}")) from None


def _terms_of_csv(data: bytes, locale: str) -> tuple[list[str], list[Rendering]]:
    """Raises ValueError, whose message says what is wrong."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 text: byte {error.start}") from None
    first, _, _ = text.partition("\n")
    delimiter = max("\t;,", key=first.count)
    try:
        rows = [list(map(_as_typed, row)) for row in csv.reader(text.splitlines(keepends=True), delimiter=delimiter)]
    except csv.Error as error:
        raise ValueError(f"is not valid CSV: {error}") from None
    header = [plain_word(name) for name in rows[0]] if rows else []
    language = plain_word(locale.partition("-")[0])
    term = _column(header, (plain_word(locale), language, *TERM))
    kept, translated = _column(header, KEPT), _column(header, TRANSLATED)
    if term is None:
        raise ValueError(f'has no column "term", "source" or "{locale}"')
    if kept is None and translated is None and not has_renderings(rows[0], term):
        raise ValueError('has no column "do not translate" (or "translatable"), and none of renderings, as "de"')
    cells = [row[term] for row in rows[1:] if term < len(row) and (_says(row, kept, YES) or _says(row, translated, NO))]
    return cells, renderings(rows[0], rows[1:], term=term, kept=frozenset(map(one_line, cells)))


def _as_typed(cell: str) -> str:
    """A cell without the apostrophe that its writer put before what a spreadsheet would run."""
    return cell[1:] if cell[:1] == "'" and FORMULA.match(cell) else cell


def _column(header: Sequence[str], names: Sequence[str]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)


def _says(row: Sequence[str], column: int | None, words: Sequence[str]) -> bool:
    return column is not None and column < len(row) and plain_word(row[column]) in words
