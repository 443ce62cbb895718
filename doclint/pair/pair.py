"""A translated page beside its English: what a rule reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from doclint.page import Code, Html, Page, Segment, Table
from doclint.pair.alignment.align import Alignment, Match, TableMatch, align, row_cells
from doclint.pair.alignment.directiveplaces import DirectivePlaces
from doclint.pair.alignment.directives import DirectiveAlignment, align_directives
from doclint.pair.alignment.rows import GUESSES
from doclint.pair.column import FREE, Column, is_label
from doclint.pair.columns import Role, role
from doclint.pair.digest import is_proven
from doclint.pair.lengths import short, shorter
from doclint.pair.parts import Parts
from doclint.pair.policy import PLAIN, Policy
from doclint.pair.remark import Presence, Remark
from doclint.pair.whereabouts import Whereabouts
from doclint.pair.words.lost import Lost, Place, lost
from doclint.pair.words.vocabulary import Vocabulary, of_english
from doclint.text import Confidence, Trust
from doclint.text.spans import encode


@dataclass(eq=False)
class Pair:
    """One target page and its source, if it has one."""

    target: Page
    source: Page | None = None
    trust: Trust = Trust.ALONE
    locale: str | None = None
    """A BCP 47 tag."""
    given: Page | None = None
    """What embedded English is held to: a whole page that may be of another version."""
    policy: Policy = PLAIN
    """The team's own words."""
    presence: Presence = Presence.BOTH
    remarks: tuple[Remark, ...] = ()
    """Known when the other rules have spoken."""
    suppressed: int = 0
    """Findings that comments took out."""
    site: Whereabouts | None = None
    """Where its links lead; None where no site is known."""
    load_newest: Callable[[], Page | None] | None = None
    """Reads the newest English, where the source is an older one and has another; only rules that ask pay for it."""

    def let_go(self) -> None:
        """Be of no more use, so that Python need not look for what only knows each other here."""
        vars(self).clear()

    @cached_property
    def differs(self) -> Parts:
        """Which parts of the two pages differ."""
        return Parts(self)

    @cached_property
    def newest(self) -> Page | None:
        """The English as it is now; None where it is not known to differ from the source."""
        return self.load_newest() if self.load_newest else None

    @property
    def is_exact(self) -> bool:
        """Whether the source is known to be the one the target was made from, so that order is proof."""
        return self.trust > Trust.PAIRED

    @cached_property
    def alignment(self) -> Alignment:
        """What stands beside what; empty without a source."""
        if self.source is None:
            return Alignment()
        return align(self.source, self.target, exact=self.is_exact)

    @cached_property
    def is_mismatched(self) -> bool:
        """Whether the target names a digest of its source, and it is not this source's."""
        if self.source is None or self.trust is not Trust.PAIRED:
            return False
        keys = self.policy.digest_keys
        return is_proven(self.target.front, encode(self.source.text), self.target.text, keys) is False

    @property
    def coverage(self) -> tuple[int, int]:
        """How many blocks of the target were laid beside English ones, and how many there are, without comments."""
        if self.source is None:
            return 0, 0
        found = self.alignment
        laid = len(found.headings) + len(found.texts) + len(found.tables) + len(found.codes)
        return laid, len([block for block in self.target.blocks if isinstance(block, (Segment, Table, Code))])

    @cached_property
    def title(self) -> Match[Segment] | None:
        """Title beside title.

        Embedded English has no title. The first heading's serves, which is sure only where the translation says the
        same in both places.
        """
        if self.source is None or self.target.title is None:
            return None
        if self.trust is not Trust.EMBEDDED:
            source = self.source.title
            return shorter(Match(source, self.target.title, Confidence.HIGH, "title")) if source else None
        first = next((match for match in self.headings if match.source.level == 1), None)
        if first is None:
            return None
        is_same = first.target.plain.casefold().strip() == self.target.title.plain.casefold().strip()
        sure = Confidence.HIGH if is_same else Confidence.LOW
        return shorter(Match(first.source, self.target.title, sure, "first heading"))

    @property
    def description(self) -> Match[Segment] | None:
        """The front matter's description beside the source's; embedded English has none."""
        source = self.source if self.trust is not Trust.EMBEDDED else None
        if source is None or source.description is None or self.target.description is None:
            return None
        return shorter(Match(source.description, self.target.description, Confidence.HIGH, "description"))

    @cached_property
    def headings(self) -> list[Match[Segment]]:
        """Headings side by side."""
        return short(self.alignment.headings)

    @cached_property
    def tables(self) -> list[TableMatch]:
        """Tables side by side, those in HTML last."""
        return [*self.alignment.tables, *self._markup[0]]

    @cached_property
    def _markup(self) -> tuple[list[TableMatch], list[Match[Segment]]]:
        """Tables and texts in HTML; what reads the same needs no look."""
        differing = [it for it in self.html if not it.source.is_comment and it.source.text != it.target.text]
        if self.source is None or not differing:
            return [], []
        from doclint.pair.alignment.html import align_html

        is_alike = self.alignment.is_alike
        return align_html(differing, self.source, self.target, exact=self.is_exact, is_alike=is_alike)

    @property
    def codes(self) -> list[Match[Code]]:
        return self.alignment.codes

    @property
    def html(self) -> list[Match[Html]]:
        """Comments and blocks of tags side by side."""
        return self.alignment.html

    @cached_property
    def directives(self) -> DirectiveAlignment:
        """Directives side by side, and those without a partner."""
        if self.source is None or not (self.target.directives or self.source.directives):
            return DirectiveAlignment()
        return align_directives(self.source.directives, self.target.directives)

    @cached_property
    def directive_places(self) -> DirectivePlaces:
        """Where directives stand among the blocks of both pages. Raises ValueError without a source."""
        if self.source is None:
            raise ValueError("a page that stands alone has nothing beside it")
        return DirectivePlaces(self.alignment, self.source, self.target)

    @cached_property
    def texts(self) -> list[Match[Segment]]:
        """Paragraphs and list items side by side."""
        return short([*self.alignment.texts, *self._markup[1]])

    @cached_property
    def segments(self) -> list[Match[Segment]]:
        """Everything that is read, side by side: title, headings, paragraphs and items, cells of every column.

        Label rows and header rows are among the cells.
        """
        cells: list[Match[Segment]] = []
        for table in self.tables:
            cells += row_cells(Match(table.source.header, table.target.header, table.confidence, "order"))
            for beside in table.cells:
                cells += beside
        title = [self.title] if self.title else []
        return [*title, *self.headings, *self.texts, *short(cells)]

    @cached_property
    def differing(self) -> list[Match[Segment]]:
        """The segments that do not read the same as they stand in the file."""
        return [match for match in self.segments if match.source.text != match.target.text]

    @property
    def reworded(self) -> list[Match[Segment]]:
        """The segments that differ, and the description if it does."""
        described = [it for it in [self.description] if it and it.source.text != it.target.text]
        return [*self.differing, *described]

    @cached_property
    def lost(self) -> list[Lost]:
        """The protected words that segments lost; cells that hold a name have rules of their own."""
        found = list(lost(self.reworded, self.source_vocabulary))
        if not found:
            return found
        return [it for it in found if it.place is Place.LINK or id(it.match.target) not in self.names]

    @cached_property
    def names(self) -> frozenset[int]:
        """The identities of the target's cells in columns of names, or of the numbers that members of enums have."""
        columns = [*self.columns(*set(Role) - FREE), *filter(Column.is_numbers, self.columns(Role.VALUE))]
        return frozenset(id(match.target) for column in columns for match in column.cells)

    @cached_property
    def guessed(self) -> frozenset[int]:
        """The identities of the target's cells in rows that nothing but a guess laid beside English ones."""
        rows = (row for table in self.tables for row in table.rows if row.by in GUESSES)
        return frozenset(id(cell) for row in rows for cell in row.target.cells)

    def columns(self, *roles: Role) -> Iterator[Column]:
        """The columns with one of these roles, told by the English header. Label rows are left out."""
        for column in self._columns:
            if column.role in roles:
                yield column

    @cached_property
    def _columns(self) -> list[Column]:
        found = []
        for table in self.tables:
            kept = table.only(lambda row: not is_label(row.source.cells))
            for index, header in enumerate(table.source.header.cells):
                kind = role(header.plain, self.policy.headers)
                column = Column(index, kind, header.plain, kept, self.policy)
                if kind is Role.NAME and column.is_said():
                    column.role = Role.OTHER
                found.append(column)
        return found

    @cached_property
    def given_beside(self) -> dict[int, Segment]:
        """What the given English says in the place of embedded segments, by their identity."""
        if self.given is None or self.source is None:
            return {}
        return {id(match.target): match.source for match in Pair(self.source, self.given, Trust.PAIRED).segments}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The names that the target page itself proves, its code above all, which comes back whole."""
        return Vocabulary(self.target)

    @cached_property
    def source_vocabulary(self) -> Vocabulary:
        """The names that the source page proves; the target's where there is no source."""
        return of_english(self.source) if self.source else self.vocabulary
