"""The English page with its remedies, held against the page before: nothing else may have changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from doclint.page import Block, Code, Html, Page, Segment, Table, frontmatter, markdown
from doclint.page.inline.pieces import PieceKind
from doclint.page.model import Definition, Directive
from doclint.text import Edit
from doclint.text.spans import apply
from doclint.workflows.advise import noloc
from doclint.workflows.advise.remedies import LEFT, Advice, EnglishPage, Remedy

KEPT = re.compile(r'`|:::no-loc text="([^"]*)":::')
"""The markup that remedies add."""


def patched(english: EnglishPage, advice: Sequence[Advice]) -> tuple[list[Advice], list[Edit]]:
    """The remedies that do what they should on this page, and their edits; the others are left."""
    if _works(english, advice):
        return list(advice), english.edits(advice)
    # seldom: find the words that are at fault
    kept = [one if one.remedy in LEFT or _works(english, [one]) else _left(one) for one in advice]
    if not _works(english, kept):
        kept = [one if one.remedy in LEFT else _left(one) for one in advice]
    return kept, english.edits(kept)


def _left(advice: Advice) -> Advice:
    return replace(advice, remedy=Remedy.UNPLACEABLE)


def _works(english: EnglishPage, advice: Sequence[Advice]) -> bool:
    """Whether the patched page has the same blocks, and each word in code or no-loc where it is meant to be."""
    edits = english.edits(advice)
    if not edits:
        return True
    before = english.page
    try:
        after = markdown.parse(apply(before.text, edits), before.path)
    except ValueError:
        return False
    frozen = {one.word for one in advice if one.remedy is Remedy.NO_LOC_LIST}
    if not frozen <= set(noloc.frozen(after).words) or not _same_front(before, after):
        return False
    wanted = Counter[tuple[str, str]]()
    for one in advice:
        if one.remedy in (Remedy.BACKTICKS, Remedy.NO_LOC):
            kind = PieceKind.CODE if one.remedy is Remedy.BACKTICKS else PieceKind.DIRECTIVE
            wanted[str(kind), one.word] += len(one.places)
    return list(_blocks(before)) == list(_blocks(after)) and _kept(after) - _kept(before) == wanted


def _same_front(before: Page, after: Page) -> bool:
    """Whether the front matter says the same but for the list."""

    def said(page: Page) -> list[tuple[str, str]]:
        front = frontmatter.read(page.text)
        return [(entry.key, entry.value) for entry in front.entries if entry.key != noloc.KEY]

    return said(before) == said(after) and before.front.is_valid == after.front.is_valid


def _blocks(page: Page) -> Iterator[tuple[object, ...]]:
    """What must stay as it was, block by block: text without the markup of remedies, code, HTML, targets."""
    for block in page.blocks:
        yield type(block), tuple(_text(page, block))


def _text(page: Page, block: Block) -> Iterator[object]:
    if isinstance(block, Segment):
        yield block.kind
        yield KEPT.sub(lambda match: match[1] or "", block.text)
        yield block.level
        yield tuple((piece.kind, piece.target) for piece in block.inline.of(PieceKind.LINK, PieceKind.IMAGE))
        yield block.plain if block.kind == "heading" else None
    elif isinstance(block, Table):
        for row in (block.header, *block.rows):
            yield tuple(part for cell in row.cells for part in _text(page, cell))
    elif isinstance(block, Code | Html | Directive):
        yield block.text
    elif isinstance(block, Definition):
        yield block.label, block.target


def _kept(page: Page) -> Counter[tuple[str, str]]:
    """How often each word stands in code and in no-loc."""
    found = Counter[tuple[str, str]]()
    for segment in page.segments():
        if "`" in segment.text or ":::" in segment.text:
            for piece in segment.inline.of(PieceKind.CODE, PieceKind.DIRECTIVE):
                match = KEPT.fullmatch(piece.text)
                found[str(piece.kind), match[1] or "" if match else piece.text] += 1
    return found
