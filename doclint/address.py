"""Where a part of a page stands, in words that outlive edits around it: anchor of the section, row, column."""

from __future__ import annotations

import hashlib
from functools import cached_property

from doclint.align import Section, sections, slug
from doclint.alignrows import name
from doclint.page.model import Code, Directive, Html, Page, Row, Segment, Table
from doclint.problem import Origin

Within = str | Segment | tuple[Row, int]
"""What tells a part from the others of its kind in its section: its text, its row and column, or its number."""


class Addresses:
    """The addresses of all parts of one page; found when the first is asked for, and each written out when asked."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def of(self, part: Origin | None) -> str:
        """The address of a part, unique on the page unless the page repeats itself."""
        if part is None:
            return ""
        section, kind, within = self._known.get(id(part)) or self._unknown(part)
        anchor = slug(section.heading) if section and section.heading else ""
        if isinstance(within, Segment):
            return f"{anchor}/{kind} {_digest(within.text)}"
        if isinstance(within, tuple):
            row, column = within
            return f"{anchor}/{kind}/{name(row)}/{column}"
        return f"{anchor}/{kind}{within}"

    def _unknown(self, part: Origin) -> tuple[Section | None, str, Within]:
        """Of what is no block of the page: text in HTML lies in the section that its place tells."""
        kind = str(getattr(part, "kind", "code"))
        if not isinstance(part, Segment):
            return None, kind, ""
        above = [one for one in self._sections if one.heading and one.heading.span.start <= part.span.start]
        return above[-1] if above else None, kind, part

    @cached_property
    def _sections(self) -> list[Section]:
        return sections(self.page)

    @cached_property
    def _known(self) -> dict[int, tuple[Section | None, str, Within]]:
        known: dict[int, tuple[Section | None, str, Within]] = {}
        if self.page.title:
            known[id(self.page.title)] = None, "title", ""
        if self.page.description:
            known[id(self.page.description)] = None, "description", ""
        for section in self._sections:
            if section.heading:
                known[id(section.heading)] = section, "heading", ""
            counts: dict[str, int] = {}
            for block in section.blocks:
                kind = type(block).__name__.lower()
                counts[kind] = counts.get(kind, 0) + 1
                if isinstance(block, Segment):
                    known[id(block)] = section, kind, block
                elif isinstance(block, Code | Directive | Html):
                    known[id(block)] = section, kind, f" {counts[kind]}"
                elif isinstance(block, Table):
                    for row in (block.header, *block.rows):
                        for column, cell in enumerate(row.cells):
                            known[id(cell)] = section, f"{kind} {counts[kind]}", (row, column)
        return known


def _digest(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:12]
