"""A translation has as many rows and columns in a table as the English it was made from.

A row that is gone takes a property with it, a lost pipe moves every cell of the table into the wrong column, and a
damaged line of dashes makes a paragraph of the whole. Two cells that changed places, a row said twice and a `|` that
parts a cell are warnings. Where another version of the English may have been translated,
checked are columns and lines of dashes, on pages with the same sections. Rows cut in two by a line break are
table-row-split's.
"""

from collections.abc import Iterator

from doclint.api import (
    Bad,
    Good,
    Kind,
    Page,
    Pair,
    Problem,
    Segment,
    Severity,
    Span,
    Table,
    Trust,
    cells_misplaced,
    counted,
    lazy,
    split_rows,
)

ID = "DL113"
NAME = "table-shape-changed"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="|Property|Type|\n|---|---|\n|id|String|\n|state|String|\n",
        target="⟦|Свойство|Тип|⟧\n|---|---|\n|id|String|\n",
    ),
    Bad(
        source="|Property|Type|\n|---|---|\n|id|String|\n",
        target="⟦|プロパティ|型|説明|⟧\n|---|---|---|\n|id|String||\n",
    ),
    Bad(
        source="# Parcels\n\n|Property|Type|\n|---|---|\n|id|String|\n",
        target="# ⟦小包⟧\n\n|プロパティ|型|\n|---|\n|id|String|\n",
    ),
    Bad(
        source="# Parcels\n\n|Property|Type|\n|---|---|\n|id|String|\n",
        target="# ⟦소포⟧\n\n|속성|유형|\n|— | —|\n|id|String|\n",
        trust=Trust.PAIRED,
    ),
]
GOOD = [
    Good(
        source="|Property|Type|\n|---|---|\n|id|String|\n",
        target="|プロパティ|型|\n|:---|---:|\n|id|文字列|\n",
    ),
    Good(
        source="|Property|Type|\n|---|---|\n|id|String. Read-only.|\n",
        target="|Свойство|Тип|\n|---|---|\n|id|String.\nТолько для чтения.|\n",
    ),
    Good(
        source="# A\n\n|Property|Type|\n|---|---|\n|id|String|\n\n# B\n",
        target="# А\n\nНет таблицы.\n",
    ),
    Good(
        source="# A\n\n|Property|Type|\n|---|---|\n|id|String|\n",
        target="# А\n\nНет таблицы | здесь.\n",
        trust=Trust.PAIRED,
    ),
]


EVIDENCE = "the tables of the English"
ROWS = lazy(r"\s*\|[^\n|]+\|[^\n]*\n\s*\|")


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None:
        return
    yield from cells_misplaced(pair)
    if shapes(pair.source) == shapes(pair.target):
        return
    ours, theirs = sections(pair.source), sections(pair.target)
    if [level(heading) for heading, _ in ours] != [level(heading) for heading, _ in theirs]:
        return
    for (above, tables), (heading, others) in zip(ours, theirs, strict=True):
        if len(tables) > len(others) and (pair.is_exact or has_rows(heading, pair.target)):
            span = heading.inline.place(0, len(heading.plain)) if heading else Span(0, 0)
            what = f"{counted(len(tables), 'table')} in English and {len(others)} here: the line under a header may be damaged"
            yield Problem(
                span, span.of(pair.target.text), message=what, evidence=EVIDENCE, source=above, target=heading
            )
        elif len(tables) == len(others):
            for table, other in zip(tables, others, strict=True):
                yield from changed(table, other, pair)


def has_rows(heading: Segment | None, page: Page) -> bool:
    """Whether a paragraph of a section reads as rows of a table do."""
    section = None
    for block in page.blocks:
        if isinstance(block, Segment) and block.kind is Kind.HEADING:
            section = block
        elif isinstance(block, Segment) and section is heading and ROWS.match(block.text):
            return True
    return False


def shapes(page: Page) -> list[tuple[int, int]]:
    return [(len(table.header.cells), len(table.rows)) for table in page.tables]


def sections(page: Page) -> list[tuple[Segment | None, list[Table]]]:
    """The tables under each heading, those before the first under none."""
    found: list[tuple[Segment | None, list[Table]]] = [(None, [])]
    for block in page.blocks:
        if isinstance(block, Segment) and block.kind is Kind.HEADING:
            found.append((block, []))
        elif isinstance(block, Table):
            found[-1][1].append(block)
    return found


def level(heading: Segment | None) -> int:
    return heading.level if heading else 0


def changed(table: Table, other: Table, pair: Pair) -> Iterator[Problem]:
    """What differs in the shape of a table; rows cut in two count as one, and cut off they tell nothing."""
    page = pair.target
    cut = split_rows(other, page)
    rows = len(other.rows) - sum(len(parts) - 1 for parts, _ in cut)
    if len(table.header.cells) != len(other.header.cells):
        what, ours, theirs = "column", len(table.header.cells), len(other.header.cells)
    elif pair.trust > Trust.PAIRED and len(table.rows) != rows and all(is_whole for _, is_whole in cut):
        what, ours, theirs = "row", len(table.rows), rows
    else:
        return
    yield Problem(
        other.header.span,
        found=other.header.span.of(page.text),
        message=f"the table has {counted(theirs, what)} where the English has {ours}",
        evidence=EVIDENCE,
        source=table.header.cells[0],
        target=other.header.cells[0],
    )
