"""Columns of tables side by side, and of one that stands alone, each with what its header says that it holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from doclint.page import Segment, Table
from doclint.pair.alignment.align import Match, TableMatch
from doclint.pair.columns import ASIDE, Role, role, role_anywhere
from doclint.pair.lengths import short
from doclint.pair.policy import PLAIN, Policy
from doclint.text.words import is_number

FREE = {Role.PROSE, Role.OTHER, Role.VALUE}
"""Columns whose cells may hold running text; the others have rules of their own."""


@dataclass(eq=False)
class Column:
    """One column of two tables side by side. Label rows are left out."""

    index: int
    role: Role
    header: str
    """The English header as a reader sees it."""
    table: TableMatch
    policy: Policy = PLAIN

    @cached_property
    def cells(self) -> list[Match[Segment]]:
        """The cells side by side."""
        return short(self.table.column(self.index))

    @cached_property
    def differing(self) -> list[Match[Segment]]:
        """The cells that do not read the same as they stand in the file: few, so that only they are looked at."""
        return [match for match in self.cells if match.source.text != match.target.text]

    @cached_property
    def words(self) -> frozenset[str]:
        """What the English cells say."""
        return frozenset(match.source.plain.strip() for match in self.cells)

    @property
    def evidence(self) -> str:
        """The column as the reason why a word is protected."""
        return f'column "{self.header}"'

    def is_said(self) -> bool:
        """Whether most of the English cells are phrases, as where a column "Parameters" describes what to put in."""
        cells = [cell.source for cell in self.cells if cell.source.text.strip()]
        several = [cell for cell in cells if " " in cell.text]  # nearly no name, so that few cells are read
        phrases = [cell for cell in several if not cell.inline.pieces and " " in ASIDE.sub("", cell.plain).strip()]
        return 2 * len(phrases) > len(cells)

    def is_numbers(self) -> bool:
        """Whether the column holds the numbers of members, or numbers alone."""
        return self.has(Role.MEMBER) or all(map(is_number, self.words))

    def has(self, other: Role) -> bool:
        """Whether the table has a column of that role as well."""
        return any(role(header.plain, self.policy.headers) is other for header in self.table.source.header.cells)


def is_label(cells: tuple[Segment, ...]) -> bool:
    """Whether a row only labels those below it: its first cell speaks, the others are empty."""
    return len(cells) > 1 and bool(cells[0].text) and not any(cell.text for cell in cells[1:])


def target_columns(table: Table, policy: Policy = PLAIN) -> list[tuple[Role, list[Segment]]]:
    """The columns of a table that stands alone, with the role that its own header tells."""
    rows = [row for row in table.rows if not is_label(row.cells)]
    return [
        (role_anywhere(header.plain, policy.headers), [row.cells[index] for row in rows if index < len(row.cells)])
        for index, header in enumerate(table.header.cells)
    ]
