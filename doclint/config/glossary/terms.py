"""The terms of a team's glossary that are not translated: a CSV file with a column that says so, or TBX."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator, Sequence

from doclint.config.glossary.tbx import NO, YES, plain_word, terms_of_tbx
from doclint.text.errors import ConfigError

FORMULA = re.compile(r"'*[=+@\-\t\r]")
"""What a cell begins with that a spreadsheet runs as a formula; writers put an apostrophe before it."""
LARGEST = 50_000_000
"""Bytes of a glossary."""
TERM = ("term", "source", "sourceterm", "sourcetext", "english", "word", "phrase")
KEPT = ("donottranslate", "dnt", "nottranslatable", "untranslatable", "nontranslatable", "keep", "protected")
TRANSLATED = ("translate", "translatable", "translationneeded")


def protected_terms(file: str, locale: str = "en") -> list[str]:
    """The terms of the source language that a glossary keeps from translation. Raises ConfigError."""
    try:
        if os.path.getsize(file) > LARGEST:
            raise ConfigError(f"glossary {file}: is larger than {LARGEST} bytes")
        with open(file, "rb") as stream:
            data = stream.read()
    except OSError as error:
        raise ConfigError(f"glossary {file}: cannot be read: {error.strerror}") from None
    try:
        is_xml = data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith((b"<", b"<\0"))
        found = terms_of_tbx(data, locale) if is_xml else _terms_of_csv(data, locale)
        return list(dict.fromkeys(term for text in found if (term := " ".join(text.split()))))
    except ValueError as error:
        raise ConfigError(" ".join(f"glossary {file}: {error}".split())) from None


def _terms_of_csv(data: bytes, locale: str) -> Iterator[str]:
    """Raises ValueError, whose message says what is wrong."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 text: byte {error.start}") from None
    first, _, _ = text.partition("\n")
    delimiter = max("\t;,", key=first.count)
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))
    except csv.Error as error:
        raise ValueError(f"is not valid CSV: {error}") from None
    header = [plain_word(name) for name in rows[0]] if rows else []
    language = plain_word(locale.partition("-")[0])
    term = _column(header, (plain_word(locale), language, *TERM))
    kept, translated = _column(header, KEPT), _column(header, TRANSLATED)
    if term is None:
        raise ValueError(f'has no column "term", "source" or "{locale}"')
    if kept is None and translated is None:
        raise ValueError('has no column "do not translate" (or "translatable")')
    for row in rows[1:]:
        if term < len(row) and (_says(row, kept, YES) or _says(row, translated, NO)):
            yield row[term][1:] if row[term][:1] == "'" and FORMULA.match(row[term]) else row[term]


def _column(header: Sequence[str], names: Sequence[str]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)


def _says(row: Sequence[str], column: int | None, words: Sequence[str]) -> bool:
    return column is not None and column < len(row) and plain_word(row[column]) in words
