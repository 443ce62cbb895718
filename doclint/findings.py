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
from typing import Any, NamedTuple, overload

from doclint.align import Confidence
from doclint.errors import ConfigError
from doclint.finding import Excerpt, FileEdit, FileFix, Finding, Place, SourcePlace
from doclint.problem import Severity
from doclint.route import Route, route
from doclint.testimony import Says, Testimony, Verdict
from doclint.text import Position, Span

UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029]")
"""What JSON may hold as it is, but steers terminals or ends a line for some readers."""

END_OF_LINES = b"\0"
"""Between the lines and what they do not say; JSON never holds it."""

CONTROLS = bytes({*range(32)} - {ord("\n")}) + b"\x7f"
LONG_CONTROLS = re.compile(rb"\xc2[\x80-\x9f]"), re.compile(rb"\xe2\x80[\xa8\xa9]")
"""The unsafe characters as bytes, which no line of ours holds."""

LONGEST = 100_000_000
"""Bytes of one page's findings; a few bytes may unpack to any number."""

to_json = json.JSONEncoder(ensure_ascii=False).encode
compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Count(NamedTuple):
    """How many findings of one kind a page has."""

    rule: str
    severity: Severity
    is_fixable: bool
    """Whether `doclint fix` puts it back."""
    number: int
    route: Route = Route.DECIDE
    """Where it is repaired."""


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
        if not is_clean or any(pattern.search(lines) for pattern in LONG_CONTROLS):
            raise ValueError("no packed findings")
        return self

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """How many there are of each kind."""
        counts = Counter((one.rule, one.severity, route(one)) for one in self._all)
        return tuple(Count(rule, kind, way is Route.HERE, number, way) for (rule, kind, way), number in counts.items())

    @cached_property
    def body(self) -> bytes:
        """The packed findings, empty when there are none. Raises TypeError when one holds what JSON cannot."""
        if not self._all:
            return b""
        marks = compact([_mark(finding) for finding in self._all])
        return zlib.compress(b"".join((self.lines, END_OF_LINES, _encoded(marks))), 1)

    @cached_property
    def lines(self) -> bytes:
        """The lines of `--format jsonl`, in UTF-8."""
        if "_all" not in self.__dict__:
            return self._parts[0]
        text = "".join([to_json(finding.as_json()) + "\n" for finding in self._all])
        return _encoded(UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text))

    @cached_property
    def _all(self) -> list[Finding]:
        lines, marks = self._parts
        try:
            rows = [json.loads(line) for line in lines.splitlines()]
            return [_finding(*both) for both in zip(rows, json.loads(marks), strict=True)]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            # they were no more than printable
            raise ConfigError(f"the result cache holds what is no finding, use --no-cache: {error}") from None

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


def _encoded(text: str) -> bytes:
    """UTF-8; half a character, as in a file name that is no UTF-8, is an escape that JSON reads back."""
    return text.encode("utf-8", "backslashreplace")


def _mark(finding: Finding) -> list[object]:
    """What a finding's line does not say."""
    return [*finding.place.span, _row(finding.target_line), finding.source_line and _row(finding.source_line)]


def _row(line: Excerpt) -> list[object]:
    return [line.text, line.start, line.end]


def _finding(row: dict[str, Any], mark: list[Any]) -> Finding:
    start, end, target_line, source_line = mark
    first, last = (Position(row[f"{side}line"], row[f"{side}column"]) for side in ("", "end_"))
    fix = row["fix"]
    return Finding(
        rule=row["rule"],
        code=row["code"],
        severity=Severity(row["severity"]),
        confidence=Confidence[row["confidence"].upper()],
        path=row["path"],
        place=Place(Span(start, end), first, last),
        message=row["message"],
        expected=row["expected"],
        found=row["found"],
        damage=row["damage"],
        locale=row["locale"],
        trust=row["trust"],
        source=row["source"] and SourcePlace(**row["source"]),
        fix=fix and FileFix(fix["safe"], tuple(FileEdit(**edit) for edit in fix["edits"])),
        source_text=row["source_text"],
        target_text=row["target_text"],
        evidence=row["evidence"],
        meta=row["meta"],
        fingerprint=row["fingerprint"],
        target_line=Excerpt(*target_line),
        source_line=source_line and Excerpt(*source_line),
        verdict=Verdict(row["verdict"]),
        witnesses=tuple(Testimony(**one | {"says": Says(one["says"])}) for one in row["witnesses"]),
        also=tuple(row["also"]),
    )
