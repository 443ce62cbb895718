"""What a page is made of, so that a repair is held to what it edits: its blocks, and the texts that no edit touches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from doclint.page import Code, Html, Page, Segment, Table, sidebyside
from doclint.page.markdown import parse
from doclint.page.model import Definition, Directive
from doclint.text import Edit, Span
from doclint.workflows.fix.edits import Moves, meets


class Part(NamedTuple):
    """A block or a cell, with its place in the file."""

    span: Span
    kind: str
    column: int
    text: str


class Structure(NamedTuple):
    """A file as the parser reads it, side by side or not."""

    blocks: list[list[str]]
    """The kinds of blocks in their order, of each side."""
    parts: list[Part]
    units: tuple[str, ...]

    @classmethod
    def of(cls, text: str, path: str) -> Structure:
        """Of a file's text."""
        units: tuple[str, ...] = ()
        sides = sidebyside.split(text)
        if sides is None:
            pages = [parse(text, path)]
        else:
            pages = [parse(side.text, path, view=side) for side in (sides.target, sides.source)]
            units = tuple(unit.id for unit in sides.units)
        blocks = [[type(block).__name__ + _level(block) for block in page.blocks] for page in pages]
        parts = sorted(chain.from_iterable(map(_parts, pages)))
        return cls(blocks, parts, units)

    def is_kept_by(self, other: Structure, edits: Sequence[Edit]) -> bool:
        """Whether after these edits there are the same blocks, with the same text where no edit is."""
        if self.blocks != other.blocks or self.units != other.units:
            return False
        moves = Moves(edits)
        old, touched = _divided(self.parts, [edit.span for edit in moves.edits])
        new, put = _divided(other.parts, moves.new)
        return touched == put and [part._replace(span=moves.after(part.span)) for part in old] == new


def _divided(parts: list[Part], spans: Sequence[Span]) -> tuple[list[Part], set[str]]:
    """The parts that no span meets, empty cells aside, and the kinds of the others."""
    met = [meets(spans, part.span) for part in parts]
    rest = [part for part, is_met in zip(parts, met, strict=True) if not is_met and part.text]
    return rest, {part.kind for part, is_met in zip(parts, met, strict=True) if is_met}


def _level(block: object) -> str:
    return f" {block.kind} {block.level}" if isinstance(block, Segment) else ""


def _parts(page: Page) -> Iterator[Part]:
    for entry in (page.title, page.description):
        if entry:
            yield Part(page.locate(entry.span), entry.kind, 0, entry.text)
    for block in page.blocks:
        if isinstance(block, Table):
            for row in (block.header, *block.rows):
                for column, cell in enumerate(row.cells):
                    yield Part(page.locate(cell.span), cell.kind, column, cell.text)
        elif isinstance(block, Definition):
            span = block.target_span or block.label_span
            yield Part(page.locate(span), "definition", 0, block.target)
        elif isinstance(block, Segment | Code | Html | Directive):
            kind = type(block).__name__ + _level(block)
            yield Part(page.locate(block.span), kind, 0, block.text)
