"""A page cut at its headings."""

from __future__ import annotations

from typing import NamedTuple

from doclint.page.model import Block, Kind, Page, Segment


class Section(NamedTuple):
    """A heading, None before the first, and the blocks up to the next."""

    heading: Segment | None
    blocks: list[Block]


def sections(page: Page) -> list[Section]:
    """The page cut before each heading; the part before the first heading comes first, even if empty."""
    found = [Section(None, [])]
    for block in page.blocks:
        if isinstance(block, Segment) and block.kind is Kind.HEADING:
            found.append(Section(block, []))
        else:
            found[-1].blocks.append(block)
    return found
