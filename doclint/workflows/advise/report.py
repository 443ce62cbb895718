"""What `doclint advise` says: a table of words, JSON Lines, a line a place for a writer, a unified diff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from doclint.reports.cells import isolated, shown, start_of, width
from doclint.reports.diff import unified
from doclint.text import Lines
from doclint.text.jsonescape import json_line
from doclint.text.plural import counted
from doclint.workflows.advise.advice import PageAdvice, Totals, WordTotal
from doclint.workflows.advise.noloc import KEY, inline
from doclint.workflows.advise.remedies import LEFT, Remedy
from doclint.workflows.advise.words import Harm

WIDEST = 44
"""Columns of a word or example in the table."""
HEADER = ("word", "places", "pages", "locales", "remedy on English pages", "for example")
MEANINGS = {
    Remedy.GENERATOR: "for the owner of the generator",
    Remedy.PROTECTED: "already protected",
    Remedy.GONE: "gone",
    Remedy.ORDINARY: "an ordinary word: for the vendor's glossary",
    Remedy.UNPLACEABLE: "neither can be written there",
}


def table(totals: Totals, most: int | None) -> Iterator[str]:
    """The words for people, the most damaged first."""
    words = totals.words
    rows = [HEADER, *(_row(word, total) for word, total in words[:most])]
    widths = [max(width(row[column]) for row in rows) for column in range(len(HEADER) - 1)]
    for row in rows:
        cells = [
            _padded(cell, wide, right=0 < column < 3)
            for column, (cell, wide) in enumerate(zip(row, widths, strict=False))
        ]
        yield "  ".join([*cells, row[-1]]).rstrip()
    if most is not None and len(words) > most:
        yield f"... and {len(words) - most} more words: --limit 0 shows all"


def _row(word: str, total: WordTotal) -> tuple[str, ...]:
    examples = ", ".join(f"{locale or '?'}: {_cell(found)}" for locale, found in total.harm.examples().items())
    locales = " ".join(sorted(locale or "?" for locale in total.harm.locales))
    return _cell(word), str(total.harm.places), str(len(total.harm.pages)), locales, remedies(total), examples


def remedies(total: WordTotal) -> str:
    """`backticks 3, no-loc list 1`: on how many English pages; what is left comes last."""
    order = sorted(total.remedies.items(), key=lambda item: (item[0] in LEFT, -item[1]))
    return ", ".join(f"{MEANINGS.get(remedy, remedy)} {count}" for remedy, count in order)


def _cell(text: str) -> str:
    text = shown(" ".join(text.split()))
    return isolated(text if width(text) <= WIDEST else start_of(text, WIDEST - 1) + "…")


def _padded(text: str, columns: int, *, right: bool) -> str:
    fill = " " * (columns - width(text))
    return fill + text if right else text + fill


def summary(pages: Iterable[PageAdvice], totals: Totals, wordless: int) -> Iterator[str]:
    """What the table does not show: what is gone, and what the owner of generated pages should keep."""
    if gone := totals.gone:
        places = sum(totals.by_word[word].harm.places for word in gone)
        yield f"{counted(len(gone), 'word')} ({counted(places, 'place')}) no longer in the English"
    if wordless:
        yield f"{counted(wordless, 'finding')} not about a single word"
    for page in pages:
        if words := sorted({one.word for one in page.advice if one.remedy is Remedy.GENERATOR}):
            yield f"{page.path}: generated; its generator should protect {', '.join(words)}"


def lines(totals: Totals) -> Iterator[str]:
    """JSON, an object a word."""
    for word, total in totals.words:
        row = {
            "word": word,
            "places": total.harm.places,
            "pages": len(total.harm.pages),
            "english_pages": total.pages,
            "locales": dict(sorted(total.harm.locales.items())),
            "examples": total.harm.examples(),
            "evidence": [why for why, _ in total.harm.evidence.most_common(3)],
            "remedies": {str(remedy): count for remedy, count in sorted(total.remedies.items())},
        }
        yield json_line(row)


def warnings(page: PageAdvice) -> Iterator[str]:
    """For the writer of one page: a line a remedy, at the first of its places, in the order of the page."""
    at = Lines(page.text)
    for one in sorted((one for one in page.advice if one.places), key=lambda one: one.places[0].span):
        line, column = at.position(one.places[0].span.start)
        more = f" ({counted(len(one.places), 'place')})" if len(one.places) > 1 else ""
        harm = _harm(page.harm.get(one.word))
        where, way = shown(f'{page.path}:{line}:{column}: "{one.word}"'), shown(_way(one.word, one.remedy))
        yield f"{where}{more} {harm}; {way}"


def _harm(harm: Harm | None) -> str:
    if harm is None or not harm.places:
        return "is a word that translators damage"
    examples = ", ".join(f"{_cell(found)} ({locale or '?'})" for locale, found in list(harm.examples().items())[:3])
    return f"is damaged in {counted(harm.places, 'translated place')}: {examples}"


def _way(word: str, remedy: Remedy) -> str:
    if remedy is Remedy.BACKTICKS:
        return f"write `{word}`"
    if remedy is Remedy.NO_LOC:
        return f"write {inline(word)}"
    if remedy is Remedy.NO_LOC_LIST:
        return f"name it in {KEY}: in the front matter"
    return MEANINGS[remedy]


def diff(page: PageAdvice) -> str:
    """The unified diff of a page, as `git apply` takes it; empty where nothing changes."""
    edits = sorted(page.edits, key=lambda edit: edit.span)
    return unified(page.path.lstrip("/"), page.text, edits) if edits else ""
