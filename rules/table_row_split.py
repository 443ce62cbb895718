"""A line break inside a table row cuts the row in two, and the table renders broken.

Machine translation ends a line after a sentence of a description: the rest of the cell becomes a row of its own, or
ends the table. It shows without the English: a row begins with a pipe and does not end with one, and the next line
goes on without. The lines are joined again where together they have as many cells as the header. Left
alone are tables whose header has no pipes at its ends, rows that are merely short, and pages whose English
is broken in the same way.
"""

from collections.abc import Iterator

from doclint.api import Bad, Confidence, Edit, Fix, Good, Page, Pair, Problem, Row, Severity, Span, Trust, split_rows

ID = "DL112"
NAME = "table-row-split"
SEVERITY = Severity.ERROR
NEEDS = Trust.ALONE

BAD = [
    Bad(
        target="|Свойство|Тип|Описание|\n|---|---|---|\n|id|String|Номер посылки.\n⟦Только для чтения.|⟧\n|state|String|Состояние.|\n",
        fixed="|Свойство|Тип|Описание|\n|---|---|---|\n|id|String|Номер посылки. Только для чтения.|\n|state|String|Состояние.|\n",
    ),
    Bad(
        source="|Property|Description|\n|---|---|\n|id|The number.|\n|state|The state. Read-only. Never null.|\n",
        target="|プロパティ|説明|\n|---|---|\n|id|番号。\n⟦|⟧\n|state|状態。\n⟦読み取り専用。\nnull にはなりません。|⟧\n",
        fixed="|プロパティ|説明|\n|---|---|\n|id|番号。 |\n|state|状態。 読み取り専用。 null にはなりません。|\n",
    ),
    Bad(  # the other half is outside the table
        target="|Style|Bedeutung|\n|---|---|\n|disc|Scheibe|\n|\n⟦circle⟧\n\nKreis |\n",
    ),
]
GOOD = [
    Good(target="|Свойство|Тип|Описание|\n|---|---|---|\n|id|String|\n|**Посылка**|\n|state|String|Состояние.\n"),
    Good(target="名前|説明\n---|---\nid|番号\n状態\n"),
    Good(
        source="|Property|Type|\n|---|---|\n|id|String.\nRead-only.|\n",
        target="|プロパティ|型|\n|---|---|\n|id|String。\n読み取り専用。|\n",
    ),
]


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source and any(split_rows(table, pair.source) for table in pair.source.tables):
        return
    for table in pair.target.tables:
        for rows, is_whole in split_rows(table, pair.target):
            yield problem(rows, pair.target, is_whole=is_whole)


def problem(rows: list[Row], page: Page, *, is_whole: bool) -> Problem:
    starts = [row.span.start + leading(row, page) for row in rows]
    ends = [start + len(row.span.of(page.text).strip()) for start, row in zip(starts, rows, strict=True)]
    span = Span(starts[1], ends[-1])
    edits = tuple(Edit(Span(ends[i], starts[i + 1]), " ") for i in range(len(rows) - 1))
    return Problem(
        span=span,
        found=span.of(page.text),
        message="a line break separates this from the row above",
        fix=Fix(edits, is_safe=False) if is_whole else None,
        confidence=Confidence.HIGH if is_whole else Confidence.MEDIUM,
        evidence="pipes at the ends of the other rows",
        target=rows[0].cells[0] if rows[0].cells else None,
    )


def leading(row: Row, page: Page) -> int:
    text = row.span.of(page.text)
    return len(text) - len(text.lstrip())
