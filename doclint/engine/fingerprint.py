"""Where a part of a page stands, in words that outlive edits around it: anchor of the section, row, column."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from functools import cached_property

from doclint.checks.problem import Origin
from doclint.page import Code, Html, Page, Segment, Table
from doclint.page.model import Directive, Row
from doclint.page.sections import Section, sections
from doclint.pair.alignment.features import slug
from doclint.pair.alignment.rows import name

Within = str | Segment | tuple[Row, int]
"""What tells a part from the others of its kind in its section: its text, its row and column, or its number."""


class Addresses:
    """The addresses of all parts of one page; found when the first is asked for, and each written out when asked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._given: dict[int, tuple[Origin, str]] = {}
        self._anchors: dict[int, str] = {}

    def of(self, part: Origin | None) -> str:
        """The address of a part, unique on the page unless the page repeats itself."""
        if part is None:
            return ""
        if id(part) not in self._given:  # of a long text there may be many findings
            self._given[id(part)] = part, self._written(part)
        return self._given[id(part)][1]

    def _written(self, part: Origin) -> str:
        section, kind, within = self._known.get(id(part)) or self._unknown(part)
        anchor = self._anchor(section.heading) if section and section.heading else ""
        if isinstance(within, Segment):
            return f"{anchor}/{kind} {_digest(within.text)}"
        if isinstance(within, tuple):
            row, column = within
            return f"{anchor}/{kind}/{name(row)}/{column}"
        return f"{anchor}/{kind}{within}"

    def _anchor(self, heading: Segment) -> str:
        if id(heading) not in self._anchors:
            self._anchors[id(heading)] = slug(heading)
        return self._anchors[id(heading)]

    def _unknown(self, part: Origin) -> tuple[Section | None, str, Within]:
        """Of what is no block of the page: text in HTML lies in the section that its place tells."""
        kind = str(getattr(part, "kind", "code"))
        if not isinstance(part, Segment):
            return None, kind, ""
        above = bisect_right(self._headed, part.span.start) - 1
        return self._sections[above + 1] if above >= 0 else None, kind, part

    @cached_property
    def _headed(self) -> list[int]:
        """Where the headings of the sections begin; the first section has none."""
        return [one.heading.span.start for one in self._sections if one.heading]

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
                    table = f"{kind} {counts[kind]}"
                    for row in (block.header, *block.rows):
                        for column, cell in enumerate(row.cells):
                            known[id(cell)] = section, table, (row, column)
        return known


def _digest(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:12]
