"""Rows of a table that the translation lacks, where the others are there."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.checks.missing.gaps import Missing, gaps
from doclint.pair.alignment.align import TableMatch


def missing_rows(table: TableMatch) -> Iterator[Missing]:
    """Stretches of rows, in a table whose other rows all have counterparts."""
    if len(table.source.rows) <= len(table.target.rows) or len(table.rows) != len(table.target.rows):
        return
    beside = {id(row.source): row for row in table.rows}
    for start, end in gaps(table.source.rows, beside.keys()):
        before = beside[id(table.source.rows[start - 1])].target if start else table.target.header
        yield Missing(table.source.rows[start:end], before, table.confidence)
