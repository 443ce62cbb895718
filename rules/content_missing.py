"""What the translation leaves out of the English, its readers never learn: a section, an item, a row, a block of code.

Reported is a stretch of parts without a counterpart whose neighbours are there, once for the whole stretch. Left alone
is what may be said in another way: the translation has other parts in that place (HTML, a text behind the name of a
box, a comment that waits), or a paragraph long enough for two, or has it before its neighbour; and the first heading where the generator makes one of the title in the front matter.
One paragraph or item alone is a note where its neighbours are not sure, unless it includes a file; so is all of a page
that has no text yet.
"""

from collections import Counter
from collections.abc import Iterator

from doclint.api import (
    Bad,
    Code,
    Confidence,
    Dialect,
    Good,
    Kind,
    Missing,
    Pair,
    Problem,
    Segment,
    Severity,
    Span,
    Table,
    Trust,
    is_include,
    missing_blocks,
    missing_rows,
)

ID = "DL011"
NAME = "content-missing"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source="# Tours\n\nA tour has `stops`.\n\n## Limits\n\nNo tour has more stops than `maxStops`.\n\n## States\n\nA tour is `open` or `closed`.\n",
        target="# Туры\n\nВ туре есть `stops`.⟦⟧\n\n## Состояния\n\nТур `open` или `closed`.\n",
    ),
    Bad(
        source="# Tours\n\nStart it so:\n\n```sh\ntourctl start\n```\n\n## Stop\n\nStop it so:\n\n```sh\ntourctl stop\n```\n",
        target="# ツアー\n\n次のように開始します。\n\n```sh\ntourctl start\n```\n\n## 停止\n\n次のように停止します。⟦⟧\n",
    ),
    Bad(
        source="|Property|Type|\n|---|---|\n|id|String|\n|state|String|\n|weight|Int32|\n",
        target="|Свойство|Тип|\n|---|---|\n|id|String|⟦⟧\n|weight|Int32|\n",
    ),
]
GOOD = [
    Good(
        source="# Tours\n\nA tour has stops.\n\nNo tour is longer than 40 stops.\n\n## States\n\nOpen or closed.\n",
        target="# Туры\n\nВ туре есть остановки, и ни один тур не бывает длиннее 40 остановок.\n\n## Состояния\n\nОткрыт или закрыт.\n",
    ),
    Good(
        source="# Tours\n\nA tour has stops.\n\n- Harbour\n- Airport\n\n## States\n\nOpen or closed.\n",
        target="# ツアー\n\nツアーには停留所があります。\n\n港と空港です。\n\n## 状態\n\n開いているか閉じています。\n",
    ),
    Good(  # the box is written in another way
        source="# Tours\n\n> [!NOTE]\n>\n> No tour is longer than `40` stops.\n\n## States\n\nOpen or closed.\n",
        target='# Tours\n\n{{% alert title="Note" %}}\n\nAucun tour ne dépasse `40` arrêts.\n\n{{% /alert %}}\n\n## États\n\nOuvert ou fermé.\n',
    ),
]

KINDS = {
    Kind.HEADING: ("heading", "headings"),
    Kind.ITEM: ("list item", "list items"),
    Kind.PARAGRAPH: ("paragraph", "paragraphs"),
}
OTHERS = {Code: ("block of code", "blocks of code"), Table: ("table", "tables")}
TITLED = frozenset({Dialect.DOCUSAURUS, Dialect.HUGO, Dialect.STARLIGHT})
"""Generators that make a heading of the title in the front matter."""
ROWS = "row of the table", "rows of the table"


def check(pair: Pair) -> Iterator[Problem]:
    for gap in missing_blocks(pair):
        yield problem(pair, gap)
    for table in pair.tables:
        for gap in missing_rows(table):
            yield problem(pair, gap)


def problem(pair: Pair, gap: Missing) -> Problem:
    first = gap.parts[0]
    part = (
        first
        if isinstance(first, Segment | Code)
        else (first.header.cells if isinstance(first, Table) else first.cells)[0]
    )
    return Problem(
        place(pair, gap),
        found="",
        severity=Severity.NOTE if is_one_text(gap) or is_to_come(pair) or is_last(pair, gap) else None,
        message=f"the English goes on with {counted(gap)} that the translation lacks",
        confidence=gap.confidence,
        evidence="what stands before and after it in the English",
        is_told_if_right_before=is_title(pair, gap),
        source=part,
        source_span=part.whole if isinstance(part, Code) else part.span,
        target=gap.after if isinstance(gap.after, Segment | Code) else None,
    )


def is_title(pair: Pair, gap: Missing) -> bool:
    """Whether nothing but the heading of the page is missing, whose title stands in the front matter of both."""
    first, pages = gap.parts[0], (pair.source, pair.target)
    if gap.after is not None or len(gap.parts) > 1 or not isinstance(first, Segment) or first.level != 1:
        return False
    is_heading = first.kind is Kind.HEADING and pair.policy.dialect in TITLED
    return is_heading and all(page is not None and page.title is not None for page in pages)


def is_to_come(pair: Pair) -> bool:
    """Whether nothing of the page is translated so far, as of one made for the site to put the English in its place."""
    return pair.trust is Trust.PAIRED and not pair.target.blocks


def is_last(pair: Pair, gap: Missing) -> bool:
    """Whether the last part of the English is a heading with nothing below, as of a program that wrote the page."""
    first = gap.parts[0]
    is_heading = len(gap.parts) == 1 and isinstance(first, Segment) and first.kind is Kind.HEADING
    return is_heading and pair.trust is Trust.PAIRED and pair.source is not None and pair.source.blocks[-1] is first


def is_one_text(gap: Missing) -> bool:
    """Whether a sentence or two are missing, which translators work into what stands around them."""
    first = gap.parts[0]
    if len(gap.parts) > 1 or not isinstance(first, Segment) or first.kind is Kind.HEADING or is_include(first):
        return False
    return gap.confidence is not Confidence.HIGH


def place(pair: Pair, gap: Missing) -> Span:
    """The end of what stands before the gap."""
    if gap.after is None:
        return Span(0, 0)
    span = gap.after.whole if isinstance(gap.after, Code) else gap.after.span
    end = span.start + len(span.of(pair.target.text).rstrip())
    return Span(end, end)


def counted(gap: Missing) -> str:
    """What is missing, in words: `a heading and 2 paragraphs`."""
    names = Counter(kind(part) for part in gap.parts)
    said = [f"a {one}" if count == 1 else f"{count} {many}" for (one, many), count in names.items()]
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def kind(part: object) -> tuple[str, str]:
    if isinstance(part, Segment):
        return KINDS.get(part.kind, KINDS[Kind.PARAGRAPH])
    return OTHERS.get(type(part), ROWS)
