"""The renderings that a table of terms wants: a column for each language, or a row for each term and language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doclint.config.glossary.plainword import plain_word
from doclint.pair.policy import Rendering
from doclint.text.locale import normalize
from doclint.text.words import one_line

LOCALE = ("locale", "language", "lang", "targetlocale", "targetlanguage")
RENDERING = ("rendering", "translation", "target", "targetterm", "preferred")
FORBIDDEN = ("forbidden", "deprecated", "avoid", "donotuse")
SEVERAL = "|"
"""What stands between renderings of which each is right."""


def has_renderings(header: Sequence[str], term: int) -> bool:
    """Whether a table says how terms are rendered; `header` is as written, `term` the column of the terms."""
    return bool(_column(header, RENDERING) is not None or _locales(header, term))


def renderings(
    header: Sequence[str], rows: Sequence[Sequence[str]], term: int, kept: frozenset[str]
) -> list[Rendering]:
    """Those of all rows but the `kept` terms, in the order of the table."""
    locale, right, forbidden = (_column(header, names) for names in (LOCALE, RENDERING, FORBIDDEN))
    columns = _locales(header, term)
    found = []
    for row in rows:
        name = one_line(row[term]) if term < len(row) else ""
        if not name or name in kept:
            continue
        if locale is not None and right is not None:
            tag = normalize(_cell(row, locale))
            if tag and (words := _several(_cell(row, right))):
                found.append(Rendering(name, tag, words, _several(_cell(row, forbidden))))
            continue
        found += [Rendering(name, tag, words) for at, tag in columns if (words := _several(_cell(row, at)))]
    return found


def _column(header: Sequence[str], names: Sequence[str]) -> int | None:
    plain = [plain_word(name) for name in header]
    return next((plain.index(name) for name in names if name in plain), None)


def _locales(header: Sequence[str], term: int) -> list[tuple[int, str]]:
    tags = ((at, normalize(name.strip())) for at, name in enumerate(header) if at != term)
    return [(at, tag) for at, tag in tags if tag]


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""


def _several(cell: str) -> tuple[str, ...]:
    parts = map(one_line, cell.split(SEVERAL))
    return tuple(part for part in parts if any(map(str.isalpha, part)))


def of_concept(source: Sequence[str], others: Sequence[tuple[str, str, bool]]) -> Iterator[Rendering]:
    """Those of one concept of TBX: its terms in the source language, and (tag, term, whether it is forbidden)."""
    by_locale: dict[str, tuple[list[str], list[str]]] = {}
    for tag, term, is_forbidden in others:
        by_locale.setdefault(tag, ([], []))[is_forbidden].append(term)
    for tag, (right, forbidden) in by_locale.items():
        if right:
            yield from (Rendering(term, tag, tuple(right), tuple(forbidden)) for term in source)
