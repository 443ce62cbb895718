"""A run that repairs and writes: each page as it is afterwards, and counts of what was fixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from doclint.layouts import Target
from doclint.run.filter.filters import Filters
from doclint.text.plural import counted
from doclint.workflows.fix.page import Repaired
from doclint.workflows.fix.putback import put_back
from doclint.workflows.fix.run import Repairs


@dataclass(slots=True)
class Tally:
    """Counts over all pages."""

    pages: int = 0
    done: int = 0
    unwritten: list[str] = field(default_factory=list)
    """Pages that could not be written, and why."""
    left: Counter[str] = field(default_factory=Counter)
    """Findings left that have a fix, by why."""

    def add(self, page: Repaired) -> None:
        """Count one page."""
        self.pages += bool(page.done)
        self.done += len(page.done)
        self.left.update(why for _, why in page.reasons)

    def lines(self, verb: str) -> list[str]:
        """The counts as a person reads them."""
        said = [f"{verb} {counted(self.done, 'finding')} on {counted(self.pages, 'page')}"]
        return said + [f"{counted(count, 'finding')} not fixed: {why}" for why, count in self.left.most_common()]


class Written:
    """Writes each page as it comes, unless nothing is to be written; iterate it once."""

    def __init__(self, repairs: Repairs, *, is_dry: bool = False, last: Filters | None = None) -> None:
        """`last` sifts what is left: by the baseline, where what that knows was put back, too."""
        self.repairs = repairs
        self.is_dry = is_dry
        self.last = last or Filters()
        self.tally = Tally()

    @property
    def targets(self) -> Sequence[Target]:
        return self.repairs.targets

    def __iter__(self) -> Iterator[Repaired]:
        """The pages as they are now; one that could not be written is as it was. Raises SourceError."""
        for target, page in self.repairs:
            why = "" if self.is_dry else put_back(target, page)
            if why:
                self.tally.unwritten.append(f"{page.path} {why}")
                page = self.repairs.as_it_was(target, page, why)
            self.tally.add(page)
            yield self.last.apply(target, page)
