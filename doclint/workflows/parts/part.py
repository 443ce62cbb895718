"""What a part says of its run besides the pages: what tells it from others, and what only all parts can settle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol, Self

from doclint.run.expectation import Expectation
from doclint.run.filter.ratchet import Ratchet
from doclint.run.plan.pages.shard import Shard
from doclint.run.plan.plan import Plan
from doclint.workflows.parts.record import Page
from doclint.workflows.parts.same import SAME, same_of

VERSION_OF_PARTS = 2
"""Other fields, or another meaning of one, make another number."""

RUN = "run.json"
"""The heads and ends of all parts; a folder that has it is a dataset."""


@dataclass(frozen=True, slots=True)
class Head:
    """Known before the first page."""

    number: int
    same: dict[str, str]
    """By the keys of SAME."""
    rules: list[str]
    """The ids of those that were asked."""
    names: list[str]
    """Of the targets of a workspace."""
    expected: list[list[Any] | None]
    """`Expectation`s."""
    is_narrow: bool
    is_whole: bool
    unread: list[str]
    fail_on: str | None
    published_url: str | None
    source_locale: str | None

    @property
    def shard(self) -> Shard:
        return Shard(self.number, int(self.same["of"]))

    @classmethod
    def of(cls, plan: Plan, shard: Shard, book: Ratchet | None = None) -> Self:
        """The head of a part of a plan, which has all pages yet; `book` is its baseline."""
        return cls(
            shard.number,
            same_of(plan, shard, book),
            [rule.id for rule in plan.rules],
            plan.names,
            [None if one is None else list(one) for one in plan.expected],
            plan.is_narrow,
            plan.is_whole,
            plan.unread,
            plan.config.fail_on,
            plan.config.published_url,
            plan.config.source_locale,
        )

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Self:
        """Raises ValueError where these are no values of a head."""
        try:
            read = cls(**values)
            read.expectations()
            is_known = set(read.same) == set(SAME) and 1 <= read.number <= read.shard.of
        except (TypeError, ValueError, AttributeError, KeyError) as error:
            raise ValueError(str(error)) from None
        if not is_known:
            raise ValueError("not the head of a part")
        return read

    def as_json(self) -> dict[str, Any]:
        return {"doclint_part": VERSION_OF_PARTS, **asdict(self)}

    def expectations(self) -> list[Expectation | None]:
        """Of each context."""
        return [None if one is None else Expectation(*one) for one in self.expected]


@dataclass(frozen=True, slots=True)
class End:
    """Known after the last page."""

    counts: dict[str, Any]
    """For people who look into a part."""
    is_whole: bool = True
    """Whether every page was checked to its end."""
    expired: list[list[Any]] = field(default_factory=list)
    """Results of files of accepted findings: head, lines, marks; whatever the other parts say."""
    idle: list[list[Any]] = field(default_factory=list)
    """The same where no page of this part met an entry."""
    gone: Sequence[tuple[str, str, int]] = field(default_factory=list)
    """Of the baseline: `run.filter.ratchet.Gone`, pages that this part met under no name."""
    baseline_trouble: str = ""
    coverage: Sequence[tuple[str, str, str, int, int]] = field(default_factory=list)
    """How much of the English each locale has: `workflows.coverage.table.Cell`s of the shard."""
    uncounted: str = ""
    """Why the coverage is not counted."""

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Self:
        """Raises ValueError where these are no values of an end."""
        try:
            return cls(**values)
        except TypeError as error:
            raise ValueError(str(error)) from None


class Writer(Protocol):
    """Where a part goes, a page at a time."""

    def page(self, page: Page) -> None: ...

    def end(self, end: End) -> None: ...


class Part(Protocol):
    """One part, wherever and however it is kept."""

    @property
    def name(self) -> str:
        """What messages call it."""
        ...

    @property
    def head(self) -> Head: ...

    def pages(self) -> Iterator[Page]:
        """In the order of the run. Raises ConfigError where the part is damaged."""
        ...

    @property
    def end(self) -> End:
        """Asked after the pages."""
        ...
