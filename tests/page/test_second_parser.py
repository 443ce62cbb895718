"""Headings, cells, code spans and links stand where a second parser puts them, or the difference has a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from doclint.page import Page, Table
from doclint.page.inline.pieces import PieceKind
from doclint.text import Span
from doclint.text.spans import decode
from tests.conftest import fixture_pages
from tests.page.secondparser import Found, differences

REASONS = {
    "include": "an `[!INCLUDE [text](path)]` is one piece for us, a link in brackets for CommonMark",
    "image": "what stands in an image's text is no piece of its own for us",
    "extra cell": "cells beyond the header's are dropped by GFM; a translator's stray pipe makes them, so we keep them",
    "lone pipe": "a row that is one pipe ends the table for pulldown-cmark, not for markdown-it",
    "footnote": "`[^1]: word` is a link definition for CommonMark, a footnote for every site; we make it none",
    "tab": "pulldown-cmark wants no tab in the delimiter row of a table",
    "collapsed": "pulldown-cmark may end the link of `[text][]` before the empty brackets",
}


def explained(page: Page, we: list[Found], they: list[Found]) -> list[tuple[str, Found]]:
    """Each difference with its kind; `?` is none that we know."""
    kinds = (PieceKind.INCLUDE, PieceKind.IMAGE)
    pieces = [piece for segment in page.segments() for piece in segment.inline.of(*kinds)]
    spans = {kind: [piece.span for piece in pieces if piece.kind is kind] for kind in kinds}
    extra = [cell.span for table in page.tables for row in table.rows for cell in row.cells[len(table.header.cells) :]]
    after_pipe = [
        Span(row.span.start, table.span.end)
        for table in page.tables
        for row in table.rows
        if row.span.of(page.text).strip() == "|"
    ]

    tabbed = [table.span for table in page.tables if "\t" in _delimiters(page, table).of(page.text)]

    footnotes = [segment.span for segment in page.segments() if segment.text.startswith("[^")]

    def of_ours(item: Found) -> str:
        if _inside(item, extra):
            return "extra cell"
        if _inside(item, after_pipe):
            return "lone pipe"
        if _inside(item, tabbed):
            return "tab"
        if _inside(item, footnotes):
            return "footnote"
        shorter = Found(item.kind, item.start, item.end - 2)
        return "collapsed" if page.text.startswith("[]", item.end - 2) and shorter in they else "?"

    def of_theirs(item: Found) -> str:
        if _inside(item, spans[PieceKind.INCLUDE]):
            return "include"
        if _inside(item, spans[PieceKind.IMAGE]):
            return "image"
        if page.text.startswith("[^", item.start):
            return "footnote"
        longer = Found(item.kind, item.start, item.end + 2)
        return "collapsed" if page.text.startswith("[]", item.end) and longer in we else "?"

    return [(of_ours(item), item) for item in we] + [(of_theirs(item), item) for item in they]


def _delimiters(page: Page, table: Table) -> Span:
    """From the header's end to the next row."""
    return Span(table.header.span.end, table.rows[0].span.start if table.rows else len(page.text))


def _inside(item: Found, spans: list[Span]) -> bool:
    return any(span.start <= item.start and item.end <= span.end for span in spans)


def kinds_of(paths: list[Path]) -> set[str]:
    kinds = set()
    for path in paths:
        found = explained(*differences(decode(path.read_bytes())))
        assert [item for kind, item in found if kind == "?"] == [], path
        kinds |= {kind for kind, _ in found}
    return kinds


def test_fixtures() -> None:
    paths = fixture_pages()
    assert paths
    assert kinds_of(paths) <= REASONS.keys()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("|a|\n|-|\n|b|`c`|\n", "extra cell"),
        ("|a|\n|-|\n|\n|b|\n", "lone pipe"),
        ("|a|\n|-|\t\n|b|\n", "tab"),
        ("Раз[^1].\n\n[^1]: Два\n", "footnote"),
        ("![`a`](b.png)\n", "image"),
        ("[!INCLUDE [note](../includes/note.md)]\n", "include"),
        ("|a|\n|-|\n|[Тип][]|\n\n[тип]: type.md\n", "collapsed"),
    ],
)
def test_each_kind_of_difference_exists(text: str, reason: str) -> None:
    assert {kind for kind, _ in explained(*differences(text))} == {reason}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('|a\\|b|`c\\|d`|\n|--|--|\n|`e`|[f](g "h")|\n', id="escaped pipes"),
        pytest.param("a|b\n-|-\nИмя|`тип` \n", id="no outer pipes"),
        pytest.param(
            "- x\n\n  |a|b|\n  |-|-|\n  |1| **`2`** |\n\n> |a|\n> |-|\n> |[b](c)|\n", id="table in list and quote"
        ),
        pytest.param(
            'Заголовок\nв две строки\n===\n\n## <a name="x"></a>Ещё `один` ##\n', id="setext and closing hashes"
        ),
        pytest.param("> ``a ` b\n> c`` и [d\n> e](<f g>) ![h](i) <http://j.k>\n", id="over lines of a quote"),
    ],
)
def test_the_same_places(text: str) -> None:
    _, we, they = differences(text)
    assert (we, they) == ([], [])


@pytest.mark.corpus
@pytest.mark.parametrize("folder", ["ru", "ja", "de", "ru-sxs", "ja-sxs", "de-sxs"])
def test_corpus(corpus: Path, folder: str) -> None:
    paths = sorted((corpus / folder).rglob("*.md"))[::12]
    assert kinds_of(paths) <= REASONS.keys()
