"""Segment beside segment: which part of the translation was made from which part of the English.

Sections are laid side by side by the slugs of their headings, the blocks in them by order where
both sides have the same shape, rows of a table by what they name. Where nothing tells, nothing is
paired: an unsure pair makes false alarms, a missing one only a miss.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from doclint import alignrows
from doclint.alignrows import unique_pairs
from doclint.page.model import Block, Code, Definition, Directive, Html, Kind, Page, Row, Segment, Table

T = TypeVar("T")

LINK_TARGET = re.compile(r"\]\(\s*<?([^()\s<>]+)")
UNCOUNTED = Definition | Directive
"""Blocks that tell nothing of the order of the others: definitions may be moved, and directives are laid side by side
by themselves, so that a lost one does not part the text around it."""

MANY_BLOCKS = 8

SIGNS = 4
"""Code points beside a cell's text that are but marks around it."""

SLUG_DROPS = re.compile(r"[^\w\- ]+")


class Confidence(IntEnum):
    """How sure it is that two parts belong together."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


class Match(NamedTuple, Generic[T]):
    """A part of the English and the part of the translation made from it."""

    source: T
    target: T
    confidence: Confidence
    by: str
    """What says so, for people: `order`, `slug`, `key "id"`."""


@dataclass
class TableMatch:
    """Two tables with the same columns, and their rows laid side by side."""

    source: Table
    target: Table
    confidence: Confidence
    rows: list[Match[Row]]

    @cached_property
    def cells(self) -> list[list[Match[Segment]]]:
        """The cells of each row side by side, as many as both sides have."""
        return [row_cells(row) for row in self.rows]

    def column(self, index: int) -> list[Match[Segment]]:
        """The cells of one column, 0-based, in rows that have it on both sides."""
        return [cells[index] for cells in self.cells if index < len(cells)]

    def only(self, is_kept: Callable[[Match[Row]], bool]) -> TableMatch:
        """The same with some of the rows."""
        kept = [(row, cells) for row, cells in zip(self.rows, self.cells, strict=True) if is_kept(row)]
        match = TableMatch(self.source, self.target, self.confidence, [row for row, _ in kept])
        match.cells = [cells for _, cells in kept]
        return match


def row_cells(row: Match[Row]) -> list[Match[Segment]]:
    """The cells of two rows side by side; less sure where a bar came, went or moved: then any cell may be another."""
    _, _, confidence, by = row
    ours, theirs = ([cell.text for cell in side.cells] for side in row[:2])
    if len(ours) != len(theirs) or (ours != theirs and _is_shifted(ours, theirs)):
        confidence = Confidence(min(confidence, Confidence.MEDIUM))
    return [Match(a, b, confidence, by) for a, b in zip(row.source.cells, row.target.cells, strict=False)]


def _is_shifted(ours: list[str], theirs: list[str]) -> bool:
    """Whether what one English cell says is, but for signs, all that another cell of the target says."""
    differing = [at for at, text in enumerate(ours) if text != theirs[at]]
    return any(
        ours[at] and at != other and ours[at] in theirs[other] and len(theirs[other]) <= len(ours[at]) + SIGNS
        for at in differing
        for other in differing
        if ours[at] != ours[other]
    )


@dataclass(slots=True)
class Alignment:
    """What stands beside what on two pages; parts without a partner are left out."""

    headings: list[Match[Segment]] = field(default_factory=list)
    texts: list[Match[Segment]] = field(default_factory=list)
    """Paragraphs and list items."""
    tables: list[TableMatch] = field(default_factory=list)
    codes: list[Match[Code]] = field(default_factory=list)
    html: list[Match[Html]] = field(default_factory=list)
    is_whole: bool = False
    """Whether both pages have the same blocks in the same order."""
    is_alike: bool = False
    """Whether they have so many of them that it is no chance; known before anything is added."""


class Section(NamedTuple):
    """A heading, None before the first, and the blocks up to the next."""

    heading: Segment | None
    blocks: list[Block]


def align(source: Page, target: Page, *, exact: bool) -> Alignment:
    """Lay two pages side by side.

    `exact` says that the target is known to be made from just this source: then order is proof
    enough wherever both sides count the same. Otherwise each pair needs a witness.
    """
    result = Alignment()
    shape = _shape(source.blocks)
    result.is_whole = shape == _shape(target.blocks)
    result.is_alike = result.is_whole and len(shape) >= MANY_BLOCKS
    if exact and result.is_whole:
        for a, b in _beside(source.blocks, target.blocks):
            _add(result, a, b, Confidence.HIGH, "order", in_order=True, exact=True)
        return result
    ours, theirs = sections(source), sections(target)
    pairs, in_order = _pair_sections(ours, theirs, exact=exact)
    for match in pairs:
        if match.source.heading and match.target.heading:
            result.headings.append(Match(match.source.heading, match.target.heading, match.confidence, match.by))
        _pair_blocks(result, match, in_order=in_order, exact=exact)
    return result


def sections(page: Page) -> list[Section]:
    """The page cut before each heading; the part before the first heading comes first, even if empty."""
    found = [Section(None, [])]
    for block in page.blocks:
        if isinstance(block, Segment) and block.kind is Kind.HEADING:
            found.append(Section(block, []))
        else:
            found[-1].blocks.append(block)
    return found


def slug(heading: Segment) -> str:
    """The anchor of a heading: the one written there, or the one that its text gets on the site.

    As GitHub and Microsoft build it: lower case, punctuation dropped, spaces to hyphens.
    """
    return heading.slug or SLUG_DROPS.sub("", heading.plain.strip().lower()).replace(" ", "-")


def _shape(blocks: Iterable[Block]) -> list[tuple[str, int]]:
    return [_form(block) for block in blocks if not isinstance(block, UNCOUNTED)]


def _form(block: Block) -> tuple[str, int]:
    if isinstance(block, Segment):
        return block.kind, block.level
    if isinstance(block, Table):
        return "table", len(block.header.cells)
    if isinstance(block, Html):
        return "comment" if block.is_comment else "html", 0
    return type(block).__name__, 0


def _pair_sections(source: list[Section], target: list[Section], *, exact: bool) -> tuple[list[Match[Section]], bool]:
    """Sections side by side, and whether the known ones stand in the same order on both pages."""
    by_slug = unique_pairs(source, target, lambda section: slug(section.heading) if section.heading else None)
    in_order = all(a[1] < b[1] for a, b in itertools.pairwise(by_slug))
    levels = [[part.heading.level if part.heading else 0 for part in side] for side in (source, target)]
    known = dict(by_slug)
    if levels[0] == levels[1] and all(i == j for i, j in by_slug):
        sure = Confidence.HIGH if exact else Confidence.MEDIUM
        return [
            Match(a, b, Confidence.HIGH if i in known else sure, "slug" if i in known else "order")
            for i, (a, b) in enumerate(zip(source, target, strict=True))
            if exact or i in known or not _has_anchor(b)
        ], True
    matches = [Match(source[0], target[0], Confidence.MEDIUM, "order")]
    matches += [Match(source[i], target[j], Confidence.HIGH, "slug") for i, j in by_slug]
    rest = [part for i, part in enumerate(source) if i and i not in known]
    taken = set(known.values())
    others = [part for j, part in enumerate(target) if j and j not in taken]
    for i, j in unique_pairs(rest, others, _kept):
        matches.append(Match(rest[i], others[j], Confidence.MEDIUM, "code and links"))
    return matches, in_order


def _has_anchor(section: Section) -> bool:
    """Whether the heading keeps an explicit anchor; if no English heading shares it, the section is another one."""
    return section.heading is not None and section.heading.slug is not None


def _kept(section: Section) -> frozenset[str] | None:
    """What a translator keeps whole in a section: code and link targets. None where there is too little of it."""
    things = {block.text for block in section.blocks if isinstance(block, Code)}
    for block in section.blocks:
        if isinstance(block, Segment):
            things.update(LINK_TARGET.findall(block.text))
    return frozenset(things) if len(things) > 1 else None


def _pair_blocks(result: Alignment, match: Match[Section], *, in_order: bool, exact: bool) -> None:
    source, target = match.source.blocks, match.target.blocks
    if _shape(source) == _shape(target):
        is_alike = result.is_alike or match.by == "slug"
        for a, b in _beside(source, target):
            _add(result, a, b, match.confidence, "order", in_order=in_order, exact=exact, is_alike=is_alike)
        return
    if exact:  # comments get lost, or stand behind a paragraph on the same line
        ours, theirs = _without_html(source), _without_html(target)
        if _shape(ours) == _shape(theirs):
            sure = Confidence(min(match.confidence, Confidence.MEDIUM))
            for a, b in _beside(ours, theirs):
                _add(result, a, b, sure, "order", in_order=in_order, exact=True)
            source = [block for block in source if isinstance(block, Html)]
            target = [block for block in target if isinstance(block, Html)]
    for kind in (Table, Code, Html, Segment):
        ours = [block for block in source if isinstance(block, kind)]
        theirs = [block for block in target if isinstance(block, kind)]
        if kind is not Segment and _shape(ours) == _shape(theirs):
            indexes = [(i, i) for i in range(len(ours))]
        else:
            indexes = unique_pairs(ours, theirs, _block_key)
        for i, j in indexes:
            _add(result, ours[i], theirs[j], Confidence.MEDIUM, "order", in_order=in_order, exact=False)


def _without_html(blocks: list[Block]) -> list[Block]:
    return [block for block in blocks if not isinstance(block, Html)]


def _beside(source: list[Block], target: list[Block]) -> Iterator[tuple[Block, Block]]:
    """The blocks of two lists of one shape, which counts neither definitions nor directives."""
    ours, theirs = ([block for block in side if not isinstance(block, UNCOUNTED)] for side in (source, target))
    return zip(ours, theirs, strict=True)


def _block_key(block: Block) -> Hashable | None:
    """What tells a block apart when its place does not: its code, its links, its columns."""
    if isinstance(block, Code | Html):
        return block.text
    if isinstance(block, Table):
        return tuple(cell.plain for cell in block.header.cells)
    if isinstance(block, Segment):
        return tuple(LINK_TARGET.findall(block.text)) or None
    return None


def beside(
    source: Table, target: Table, confidence: Confidence, *, in_order: bool, exact: bool, is_alike: bool
) -> TableMatch:
    """Two tables with the same columns, their rows laid side by side by `alignrows.pair`, no surer than they are."""
    rows = [
        Match(source.rows[i], target.rows[j], Confidence(min(level, confidence)), why)
        for i, j, level, why in alignrows.pair(source, target, in_order=in_order, exact=exact, is_alike=is_alike)
    ]
    return TableMatch(source, target, confidence, rows)


def _add(
    result: Alignment,
    a: Block,
    b: Block,
    confidence: Confidence,
    by: str,
    *,
    in_order: bool,
    exact: bool,
    is_alike: bool = False,
) -> None:
    if isinstance(a, Segment) and isinstance(b, Segment):
        (result.headings if a.kind is Kind.HEADING else result.texts).append(Match(a, b, confidence, by))
    elif isinstance(a, Table) and isinstance(b, Table):
        if len(a.header.cells) == len(b.header.cells):
            result.tables.append(beside(a, b, confidence, in_order=in_order, exact=exact, is_alike=is_alike))
    elif isinstance(a, Code) and isinstance(b, Code):
        result.codes.append(Match(a, b, confidence, by))
    elif isinstance(a, Html) and isinstance(b, Html):
        result.html.append(Match(a, b, confidence, by))
