"""What a reader sees of a block of HTML, read by beautifulsoup4: tables and texts with exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from doclint.page.model import Html, Kind, Page, Row, Run, Segment, Table
from doclint.text import Span

if TYPE_CHECKING:
    from bs4.element import Tag

LONGEST = 5_000
"""Code points that are read at once; html.parser takes quadratic time over some longer texts."""

CELLS = ("td", "th")
TEXTS = (*CELLS, *"caption dd div dt figcaption h1 h2 h3 h4 h5 h6 li p summary".split())
"""Elements whose text is compared, up to where the next element of these or of the page's frame begins or ends."""
READ = frozenset((*TEXTS, "table"))
FRAME = """address article aside blockquote body col colgroup details dl fieldset figure footer form header hr html main
    nav ol pre script section style table tbody template textarea tfoot thead tr ul""".split()
EDGE = re.compile(rf"</?(?:{'|'.join(sorted((*TEXTS, *FRAME), key=len, reverse=True))})(?![\w-])", re.IGNORECASE)
ROW = re.compile(r"<tr(?![\w-])", re.IGNORECASE)
TABLE = re.compile(r"<table(?![\w-])", re.IGNORECASE)
START = re.compile(r"""<([A-Za-z][^\s/>]*)(?:[^"'>]|"[^"]*"|'[^']*')*>""")

KINDS = {"td": Kind.CELL, "th": Kind.CELL, "li": Kind.ITEM}


class Content(NamedTuple):
    """What a block of HTML says."""

    tables: list[Table]
    """The first row of each is its header."""
    texts: list[tuple[str, Segment]]
    """What is no cell of these tables, each with the name of its element."""


class _Cell(NamedTuple):
    table: int
    row: tuple[int, int]
    segment: Segment
    is_single: bool
    """Whether it fills one row and one column."""


def read(block: Html, page: Page) -> Content | None:
    """The tables and texts of a block of a page; None where not every place is sure, or tables lie in one another."""
    portions = _portions(block.text)
    is_cut = len(portions) > 1
    if any(end - start > LONGEST for start, end in portions) or (is_cut and len(TABLE.findall(block.text)) > 1):
        return None
    cells: list[_Cell] = []
    texts: list[tuple[str, Segment]] = []
    for number, (start, end) in enumerate(portions):
        for tag, at in _elements(block.text[start:end]):
            if at is None or (tag.name == "table" and _around(tag, "table")):
                return None
            if tag.name not in TEXTS:
                continue
            segment = _segment(block, page, tag.name, start + at)
            row = _around(tag, "tr") if tag.name in CELLS else None
            if row:
                of = 0 if is_cut else id(_around(row, "table"))
                is_single = not (tag.has_attr("rowspan") or tag.has_attr("colspan"))
                cells.append(_Cell(of, (number, id(row)), segment, is_single))
            elif segment.text:
                texts.append((tag.name, segment))
    content = Content([], texts)
    for key in dict.fromkeys(cell.table for cell in cells):
        table = [cell for cell in cells if cell.table == key]
        if all(cell.is_single for cell in table):
            content.tables.append(_table(table))
        else:
            texts += [("td", cell.segment) for cell in table if cell.segment.text]
    return content


def _around(tag: Tag, name: str) -> Tag | None:
    """The nearest element of a name that a tag stands in; `find_parent` takes many times as long."""
    return next((one for one in tag.parents if one.name == name), None)


def _portions(text: str) -> list[tuple[int, int]]:
    """The ranges that are read at once: all, or as many rows of a table as are not too long."""
    cuts = [0]
    if len(text) > LONGEST:
        for row, after in pairwise([*(match.start() for match in ROW.finditer(text)), len(text)]):
            if after - cuts[-1] > LONGEST and row > cuts[-1]:
                cuts.append(row)
    return list(pairwise([*cuts, len(text)]))


def _elements(text: str) -> Iterator[tuple[Tag, int | None]]:
    """The elements in the order of the text, each with where what it holds begins; None where that is unknown."""
    from bs4 import BeautifulSoup, Tag
    from bs4.builder import ParserRejectedMarkup

    try:
        soup = BeautifulSoup(text, "html.parser", multi_valued_attributes=None)
    except (ParserRejectedMarkup, AssertionError, ValueError):
        return
    lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    for tag in soup.descendants:  # find_all asks the same of each, and takes three times as long
        if not isinstance(tag, Tag) or tag.name not in READ:
            continue
        if tag.sourceline is None or tag.sourcepos is None:
            yield tag, None
            continue
        start = START.match(text, lines[tag.sourceline - 1] + tag.sourcepos)
        yield tag, start.end() if start and start[1].lower() == tag.name else None


def _segment(block: Html, page: Page, name: str, start: int) -> Segment:
    """What stands from a place to the next element's edge, without the white space around it."""
    edge = EDGE.search(block.text, start)
    raw = block.text[start : edge.start() if edge else len(block.text)]
    text = raw.strip()
    first = start + raw.find(text)
    runs = block.cut(first, first + len(text)).runs if text else (Run(0, *2 * (block.place(start, start).start,)),)
    return Segment(text, runs, kind=KINDS.get(name, Kind.PARAGRAPH), page=page)


def _table(cells: list[_Cell]) -> Table:
    by_row: dict[tuple[int, int], list[Segment]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell.segment)
    rows = [Row(Span(row[0].span.start, row[-1].span.end), tuple(row)) for row in by_row.values()]
    return Table(Span(rows[0].span.start, rows[-1].span.end), rows[0], tuple(rows[1:]))
