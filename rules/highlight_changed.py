"""The lines of an example that a page highlights are those that its text speaks of.

Behind the language of a fence sites name lines to highlight, as added or taken away: `{3,7-9}`, `ins={4}`,
`hl_lines="2 4"`; others draw in a file and do so there: `{* parcel.py hl[3:5] *}`. With another number readers look
at a line that has nothing to do with the text. Compared are marks of the same names, of examples with as many lines.
"""

from collections.abc import Iterator
from typing import NamedTuple

from doclint.api import Bad, Code, Difference, Good, Match, Page, Pair, Problem, Segment, Severity, Span, Trust, lazy

ID = "DL312"
NAME = "highlight-changed"
SEVERITY = Severity.WARNING
NEEDS = Trust.PAIRED

BAD = [
    Bad(
        source='# Depots\n\n```js title="a.js" {1,2} ins={3-4}\na();\nb();\nc();\nd();\n```\n',
        target='# Lager\n\n```js title="a.js" {1,2} ins={⟦3-5⟧}\na();\nb();\nc();\nd();\n```\n',
        expected=("3-4",),
        fixed='# Lager\n\n```js title="a.js" {1,2} ins={3-4}\na();\nb();\nc();\nd();\n```\n',
    ),
    Bad(
        source='# Depots\n\n```py hl_lines="1 3"\na()\nb()\nc()\n```\n',
        target='# デポ\n\n```py hl_lines="⟦1 2⟧"\na()\nb()\nc()\n```\n',
        expected=("1 3",),
        fixed='# デポ\n\n```py hl_lines="1 3"\na()\nb()\nc()\n```\n',
    ),
    Bad(
        source="# Depots\n\n{* ../depot.py ln[1:8] hl[3:5,7] *}\n",
        target="# Склады\n\n{* ../depot.py ln[1:8] hl[⟦3:6,7⟧] *}\n",
        expected=("3:5,7",),
        fixed="# Склады\n\n{* ../depot.py ln[1:8] hl[3:5,7] *}\n",
    ),
]
GOOD = [
    Good(source="# A\n\n```js {1}\na();\n```\n", target="# Б\n\n```js {2}\n// а\na();\n```\n"),
    Good(source="# A\n\n```js {1, 2}\na();\nb();\n```\n", target="# ア\n\n```js {1,2}\na();\nb();\n```\n"),
    Good(source='# A\n\n```js title="1"\na();\n```\n', target='# ア\n\n```js title="2"\na();\n```\n'),
    Good(source="# A\n\n{* a.py hl[3] *}\n", target="# Б\n\n{* b.py hl[4] *}\n"),
]

MARK = lazy(r"""(?:(?<![\w-])(\w+)=)?\{[ \t]*(\d[\d, \t-]*)\}|(?<![\w-])(\w*(?:hl|line)\w*)=["'](\d[\d, \t-]*)["']""")
"""Lines behind the language of a fence; `title="2"` names none."""

DRAWN_IN = lazy(r"\{\*[ \t]+(\S+)((?:[ \t]+\w+\[[\d:, ]+\])+)[ \t]*\*\}")
LINES = lazy(r"(\w+)\[([\d:, ]+)\]")


class Mark(NamedTuple):
    """Some lines that a page highlights, or draws in."""

    name: str
    """What marks of one kind have in common, and the file that they are of."""
    lines: str
    span: Span
    """In the text of the page."""


def check(pair: Pair) -> Iterator[Problem]:
    if pair.source is None:
        return
    for match in pair.codes:
        ours, theirs = match.source, match.target
        if ours.info != theirs.info and ours.text.count("\n") == theirs.text.count("\n"):
            yield from changed(match, marks(ours, pair.source), marks(theirs, pair.target))
    for text in pair.texts if "{*" in pair.source.text else ():
        if "{*" in text.source.text and text.source.text != text.target.text:
            yield from changed(text, drawn_in(text.source), drawn_in(text.target))


def marks(code: Code, page: Page) -> list[Mark]:
    """The marks behind the language of a fence."""
    (start, end), text = code.info_span, page.text
    found = MARK.finditer(text, start, end)
    return [Mark(one[1] or one[3] or "", one[2] or one[4], Span(*one.span(2 if one[2] else 4))) for one in found]


def drawn_in(segment: Segment) -> list[Mark]:
    """The marks where files are drawn in."""
    return [
        Mark(f"{one[1]} {lines[1]}", lines[2], segment.place(*lines.span(2)))
        for one in DRAWN_IN.finditer(segment.text)
        for lines in LINES.finditer(segment.text, *one.span(2))
    ]


def changed(match: Match[Code] | Match[Segment], ours: list[Mark], theirs: list[Mark]) -> Iterator[Problem]:
    """The marks whose lines are others, where all have the same names."""
    if [mark.name for mark in ours] != [mark.name for mark in theirs]:
        return
    for expected, found in zip(ours, theirs, strict=True):
        if "".join(expected.lines.split()) != "".join(found.lines.split()):
            yield Difference(match, found.span, expected.span).problem(
                found.lines,
                expected.lines,
                evidence="lines of the English example",
                message=f"lines {found.lines} are highlighted, in English {expected.lines}",
                put=expected.lines,
            )
