"""The findings on one page: packed where they are made, read back only by those who look at them.

Most runs print findings as JSON Lines or only count them. A page's findings therefore travel from a worker, and lie in
the cache, as the very bytes that are printed, with counts beside them.

JSON and not pickle, which is faster to write here but runs what it reads: a cache folder restored by a CI
service, or shared, may have been written by somebody else.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, overload

from doclint.engine.finding import Finding
from doclint.engine.jsonline import as_json, as_line, compact, finding_of, mark_of
from doclint.engine.route import Route, route
from doclint.engine.verdict.testimony import Verdict
from doclint.text import Severity
from doclint.text.errors import ConfigError

END_OF_LINES = b"\0"
"""Between the lines and what they do not say; JSON never holds it."""

CONTROLS = bytes({*range(32)} - {ord("\n")}) + b"\x7f"
LONG_CONTROLS = (rb"\xc2[\x80-\x9f]", rb"\xe2\x80[\xa8\xa9]")
"""The unsafe characters as bytes, which no line of ours holds."""

LONGEST = 100_000_000
"""Bytes of one page's findings; a few bytes may unpack to any number."""


class Count(NamedTuple):
    """How many findings of one kind a page has."""

    rule: str
    severity: Severity
    is_fixable: bool
    """Whether `doclint fix` puts it back."""
    number: int
    route: Route = Route.DECIDE
    """Where it is repaired."""
    is_behind: bool = False
    """Whether only the English changed: no fault, and apart in every count."""
    breaks_build: bool = False
    """Whether a site does not build for it."""


class Findings(Sequence[Finding]):
    """What was found on a page, in its order; counts and printed lines are there without a look at each."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._all = list(findings)

    @classmethod
    def unpacked(cls, counts: Iterable[Count], body: bytes) -> Findings:
        """Those that were packed; `verified` tells whether they can be printed."""
        made = cls.__new__(cls)
        made.counts, made.body = tuple(counts), body
        return made

    def verified(self) -> Findings:
        """The same, where they came from a file that may be anybody's. Raises ValueError when lines are no lines."""
        if not self.counts and not self.body:
            return self
        lines = self.lines
        is_clean = len(lines.translate(None, CONTROLS)) == len(lines) and lines.count(b"\n") == len(self)
        if not is_clean or any(re.search(form, lines) for form in LONG_CONTROLS):
            raise ValueError("no packed findings")
        return self

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """How many there are of each kind."""
        counts = Counter((one.rule, one.severity, route(one), is_behind(one), one.breaks_build) for one in self._all)
        return tuple(
            Count(rule, kind, way is Route.HERE, number, way, behind, breaks)
            for (rule, kind, way, behind, breaks), number in counts.items()
        )

    @property
    def faults(self) -> list[Finding]:
        """The findings without those that only the English's change makes."""
        return [one for one in self._all if not is_behind(one)]

    @property
    def has_faults(self) -> bool:
        """Whether there are any, told by the counts."""
        return any(not count.is_behind for count in self.counts)

    @cached_property
    def body(self) -> bytes:
        """The packed findings, empty when there are none. Raises TypeError when one holds what JSON cannot."""
        if not self._all:
            return b""
        return zlib.compress(b"".join((self.lines, END_OF_LINES, self.marks)), 1)

    @cached_property
    def lines(self) -> bytes:
        """The lines of `--format jsonl`, in UTF-8."""
        if "_all" not in self.__dict__:
            return self._parts[0]
        return _encoded("".join([as_line(as_json(finding)) for finding in self._all]))

    @property
    def marks(self) -> bytes:
        """What the lines do not say of each finding, as one JSON array in UTF-8."""
        if "_all" not in self.__dict__:
            return self._parts[1]
        return _encoded(compact([mark_of(finding) for finding in self._all]))

    @cached_property
    def _all(self) -> list[Finding]:
        lines, marks = self._parts
        try:
            rows = [json.loads(line) for line in lines.splitlines()]
            return [finding_of(*both) for both in zip(rows, json.loads(marks), strict=True)]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            # they were no more than printable
            raise ConfigError(f"the result cache is damaged, use --no-cache: {error}") from None

    @property
    def _parts(self) -> tuple[bytes, bytes]:
        """Lines, and what they do not say. Raises ValueError."""
        if not self.body:
            return b"", b"[]"
        reader = zlib.decompressobj()
        try:
            lines, _, marks = reader.decompress(self.body, LONGEST).partition(END_OF_LINES)
        except zlib.error as error:
            raise ValueError(f"no packed findings: {error}") from None
        return lines, marks

    def __reduce__(self) -> tuple[object, ...]:
        try:
            return Findings.unpacked, (self.counts, self.body)
        except TypeError:
            # a rule put in what is no text: the reporter will say so
            return Findings, (self._all,)

    def __len__(self) -> int:
        return sum(count.number for count in self.counts)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._all)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> list[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | list[Finding]:
        return self._all[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Findings) and self._all == other._all

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Findings({self._all!r})"


def is_behind(finding: Finding) -> bool:
    """Whether nothing is wrong with the translation but that its English changed."""
    return finding.verdict is Verdict.SOURCE_CHANGED


def _encoded(text: str) -> bytes:
    """UTF-8; half a character, as in a file name that is not UTF-8, is an escape that JSON reads back."""
    return text.encode("utf-8", "backslashreplace")
