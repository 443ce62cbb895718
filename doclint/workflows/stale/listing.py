"""Pages behind their English, written down: for a terminal, for programs, for spreadsheets."""

from __future__ import annotations

import importlib.util
import io
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

import click

from doclint.reports.cells import isolated, shown
from doclint.reports.table import Table
from doclint.text.errors import ConfigError
from doclint.text.jsonescape import json_line
from doclint.text.plural import counted
from doclint.workflows.stale.work import Part, Work

COLUMNS = "path locale views line commit then now words source_path english".split()
WIDE = {"path": 40, "then": 60, "now": 60, "words": 40, "source_path": 40}
NO_CELL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST = 32_000
"""A spreadsheet's cell takes 32,767 characters."""
NO_XLSX = '--format xlsx needs XlsxWriter: pip install "doclint[audit]"'

Cells = dict[str, str | int | None]


def terminal(pages: Sequence[Work], out: TextIO, *, colour: bool) -> None:
    """Page by page, each part as a small diff."""
    for page in pages:
        out.writelines(f"{line}\n" for line in _page(page, colour=colour))
    parts = sum(len(page.parts) for page in pages)
    exact = sum(page.is_exact for page in pages)
    if not pages:
        out.write("no page is behind its English, as far as is known\n")
        return
    out.write(f"{counted(len(pages), 'page')} behind in {counted(parts, 'part')}; ")
    out.write(f"{exact} compared with the exact version they were made from, {len(pages) - exact} by their history\n")


def _page(page: Work, *, colour: bool) -> Iterator[str]:
    def styled(text: str, **style: bool | str) -> str:
        return click.style(text, **style) if colour else text  # type: ignore[arg-type]

    views = "" if page.views is None else f", {page.views:,.0f} views"
    name = styled(isolated(shown(page.path)), bold=True, underline=True)
    yield f"{name}  {page.locale or '?'}, {counted(len(page.parts), 'part')} behind {shown(page.source)}{views}"
    for part in page.parts:
        commit = f"  with {part.commit[:10]}" if part.commit else ""
        yield f"{part.line or 'new':>6}{commit}"
        yield from (f"{'':8}{styled(f'- {isolated(shown(line))}', fg='red')}" for line in part.then.splitlines())
        yield from (f"{'':8}{styled(f'+ {isolated(shown(line))}', fg='green')}" for line in part.now.splitlines())
        if part.words:
            yield f"{'':8}take over: {isolated(shown(_words(part)))}"
    yield ""


def _words(part: Part) -> str:
    return ", ".join(" => ".join(word for word in pair if word) if all(pair) else _alone(*pair) for pair in part.words)


def _alone(then: str, now: str) -> str:
    return f"{now} is new" if now else f"{then} is gone"


def jsonl(pages: Sequence[Work], out: TextIO) -> None:
    """A page a line."""
    out.writelines(f"{json_line(page.as_json())}\n" for page in pages)


def json(pages: Sequence[Work], out: TextIO) -> None:
    """One document, a page a line in it."""
    rows = ",\n".join(json_line(page.as_json()) for page in pages)
    out.write(f'{{"pages": [\n{rows}\n]}}\n')


def csv(pages: Sequence[Work], out: TextIO) -> None:
    """A row a part."""
    table = Table(out, COLUMNS)
    for row in _rows(pages):
        table.add(row)


def _rows(pages: Sequence[Work]) -> Iterator[Cells]:
    for page in pages:
        for part in page.parts:
            yield {
                "path": page.path,
                "locale": page.locale,
                "views": None if page.views is None else round(page.views),
                "line": part.line or None,
                "commit": part.commit,
                "then": part.then,
                "now": part.now,
                "words": _words(part),
                "source_path": page.source,
                "english": "exact" if page.is_exact else "assumed",
            }


def xlsx(pages: Sequence[Work]) -> bytes:
    """The same rows as a workbook, every cell text but numbers. Raises ConfigError where XlsxWriter is missing."""
    if importlib.util.find_spec("xlsxwriter") is None:
        raise ConfigError(NO_XLSX)
    from xlsxwriter import Workbook

    room = io.BytesIO()
    book = Workbook(room, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("behind")
    wrapped = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True})
    rows = list(_rows(pages))
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, WIDE.get(name, 12), wrapped)
        sheet.write_string(0, column, name, bold)
        for number, row in enumerate(rows, start=1):
            value = row[name]
            if isinstance(value, int):
                sheet.write_number(number, column, value)
            elif value:
                sheet.write_string(number, column, NO_CELL.sub("\N{REPLACEMENT CHARACTER}", value)[:LONGEST])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
    book.close()
    return room.getvalue()


WRITERS: dict[str, Callable[[Sequence[Work], TextIO], None]] = {"jsonl": jsonl, "json": json, "csv": csv}


def write(form: str, pages: Sequence[Work], *, colour: bool) -> None:
    """Write them to standard output. Raises ConfigError."""
    if form == "xlsx":
        sys.stdout.buffer.write(xlsx(pages))
    elif form == "terminal":
        terminal(pages, sys.stdout, colour=colour)
    else:
        WRITERS[form](pages, sys.stdout)
