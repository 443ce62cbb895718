"""Blocks of HTML: which tables and texts they hold and where; broken ones never raise."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings

from doclint.page import Html, Kind
from doclint.page.html import LONGEST, Content, read
from doclint.page.markdown import parse
from tests.page.hostile import texts


def content(text: str) -> Content | None:
    page = parse(text)
    (block,) = page.blocks
    assert isinstance(block, Html)
    return read(block, page)


def words(text: str) -> tuple[list[list[list[str]]], list[tuple[str, str]]]:
    """The cells of each table by rows, and the other texts."""
    found = content(text)
    assert found is not None
    tables = [[[cell.plain for cell in row.cells] for row in (one.header, *one.rows)] for one in found.tables]
    return tables, [(name, segment.plain) for name, segment in found.texts]


@pytest.mark.parametrize(
    ("text", "tables", "texts"),
    [
        pytest.param("<table><tr><th>Член<th>值</tr>\n<tr><td> <code>none</code> <td></table>\n", [[["Член", "值"], ["none", ""]]], [], id="end tags left out"),
        pytest.param("<p>Имя &amp;\r\n<b>y</b><!-- нет --></p>\r\n", [], [("p", "Имя &\ny")], id="entity, comment, CRLF"),
        pytest.param("> <TABLE>\n> <TR><TD title='a > b'>склад\n> два</TD></TR>\n> </TABLE>\n", [[["склад\nдва"]]], [], id="over lines of a quote"),
        pytest.param("<ul><li>倉庫<ul><li>配達員</li></ul></li></ul>\n", [], [("li", "倉庫"), ("li", "配達員")], id="list in a list"),
        pytest.param("<table><tr><td colspan=2>מחסן</td></tr><tr><td>a</td><td>b</td></tr></table>\n", [], [("td", "מחסן"), ("td", "a"), ("td", "b")], id="spans"),
        pytest.param("<div><script>'<td>x</td>'</script><summary>型</summary></div>\n", [], [("summary", "型")], id="script"),
        pytest.param("<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>\n", [[["1"]], [["2"]]], [], id="two tables"),
        pytest.param("<table><tr><td>1<hr><td>2</p></table><table><tr><td>3</table>\n", [[["1", "2"]], [["3"]]], [], id="an end closes what is open within; one of nothing open is none"),
    ],
)  # fmt: skip
def test_what_it_says(text: str, tables: list[list[list[str]]], texts: list[tuple[str, str]]) -> None:
    assert words(text) == (tables, texts)


def test_places_and_kinds() -> None:
    text = "- <table>\r\n  <tr><td>депо</td><td>倉庫\r\n    二</td></tr>\r\n  </table>\r\n"
    page = parse(text)
    found = read(next(block for block in page.blocks if isinstance(block, Html)), page)
    assert found is not None
    one, two = found.tables[0].header.cells
    assert (one.kind, one.raw, two.raw) == (Kind.CELL, "депо", "倉庫\r\n    二")
    assert found.tables[0].header.span.of(text) == "депо</td><td>倉庫\r\n    二"


@pytest.mark.parametrize(
    "text",
    [
        "<div><p>" + "a" * LONGEST + "</p>\n",
        "<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>\n",
    ],
    ids=["too long", "table in a table"],
)
def test_what_is_not_read(text: str) -> None:
    found = content(text)
    assert found is None or found == ([], [])


def test_a_declaration_that_older_pythons_reject_is_no_error() -> None:
    found = content("<div>\n<![\n<p>x</p>\n")
    assert found is None or found[0] == []


def test_a_long_table_is_read_by_rows() -> None:
    rows = [f"<tr><td>член{number}</td><td>{number}</td></tr>" for number in range(500)]
    ((table,), _) = words("<table>\n<tr><th>A</th><th>B</th></tr>\n" + "\n".join(rows) + "\n</table>\n")
    assert table == [["A", "B"], *([f"член{number}", str(number)] for number in range(500))]


def test_the_longest_block_is_quick() -> None:
    begin = time.process_time()
    content("<div>\n" + '<p b="' * 800 + "\n")
    assert time.process_time() - begin < 2


@settings(max_examples=150, deadline=None)
@given(texts)
def test_any_text(text: str) -> None:
    page = parse(f"<table><tr><td>{text}")
    for block in page.blocks:
        found = read(block, page) if isinstance(block, Html) else None
        cells = (
            [cell for table in found.tables for row in (table.header, *table.rows) for cell in row.cells]
            if found
            else []
        )
        for segment in [*cells, *(segment for _, segment in found.texts)] if found else ():
            assert (segment.raw[:1], segment.raw[-1:]) == (segment.text[:1], segment.text[-1:])
