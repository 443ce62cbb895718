"""Where a part of a page stands, in words that outlive edits around it: anchor of the section, row, column."""

from __future__ import annotations

import hashlib
from functools import cached_property

from doclint.align import sections, slug
from doclint.alignrows import name
from doclint.page.model import Code, Html, Page, Segment, Table
from doclint.problem import Origin


class Addresses:
    """The addresses of all parts of one page; built when the first is asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def of(self, part: Origin | None) -> str:
        """The address of a part, unique on the page unless the page repeats itself."""
        if part is None:
            return ""
        return self._known.get(id(part)) or str(getattr(part, "kind", "code"))

    @cached_property
    def _known(self) -> dict[int, str]:
        known: dict[int, str] = {}
        if self.page.title:
            known[id(self.page.title)] = "title"
        for section in sections(self.page):
            anchor = slug(section.heading) if section.heading else ""
            if section.heading:
                known[id(section.heading)] = f"{anchor}/heading"
            counts: dict[str, int] = {}
            for block in section.blocks:
                kind = type(block).__name__.lower()
                counts[kind] = counts.get(kind, 0) + 1
                here = f"{anchor}/{kind}"
                if isinstance(block, Table):
                    known |= _cells(block, f"{here} {counts[kind]}")
                elif isinstance(block, Segment):
                    known[id(block)] = f"{here} {_digest(block.text)}"
                elif isinstance(block, Code | Html):
                    known[id(block)] = f"{here} {counts[kind]}"
        return known


def _cells(table: Table, here: str) -> dict[int, str]:
    known = {id(cell): f"{here}/header {index}" for index, cell in enumerate(table.header.cells)}
    for row in table.rows:
        for index, cell in enumerate(row.cells):
            known[id(cell)] = f"{here}/{name(row)}/{index}"
    return known


def _digest(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:12]
