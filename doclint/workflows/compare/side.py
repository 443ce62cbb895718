"""One side of a comparison: the findings of one state of the translations, as their lines of JSON say them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from doclint.engine import Verdict
from doclint.engine.jsonline import read
from doclint.text.errors import ConfigError
from doclint.workflows.compare.englishplace import Version


class Record(NamedTuple):
    """A finding as its line of JSON says it, with what it is known by."""

    line: bytes
    fingerprint: str
    locale: str | None
    page: str
    """What the page is called on both sides."""
    path: str
    severity: str
    rule: str
    expected: str | None
    found: str
    message: str
    place: tuple[int, int]
    """Line and column."""
    source: tuple[str, str | None] | None
    """Path and revision of the English."""
    source_line: int = 0
    """In the English; 0 where there is none."""
    is_behind: bool = False
    """Whether only the English changed, which is no finding to compare."""

    def as_json(self) -> dict[str, Any]:
        """The finding as `--format jsonl` has it."""
        row: dict[str, Any] = json.loads(self.line)
        return row


@dataclass(frozen=True, slots=True)
class Side:
    """The findings of one state of the translations."""

    records: Sequence[Record]
    pages: frozenset[str] | None = None
    """Those that were checked; None: only the findings are known."""
    english: Callable[[str], Version | None] = lambda page: None
    """The English that a page was checked against; None where it is not known."""
    standing: Mapping[str, frozenset[tuple[str, str]]] | None = None
    """By ticket of the accept files: page and expected word of the faults that are there; None: not known."""
    unsure: frozenset[str] = frozenset()
    """Pages that were not checked to their end, or not with their English."""


def record(line: bytes, *, page: str | None = None) -> Record:
    """A line of `--format jsonl`. Raises ConfigError when it is none."""
    try:
        told = read(line)
    except ValueError as error:
        raise ConfigError(f"not a finding of `check --format jsonl`: {error}") from None
    if not told.fingerprint:
        raise ConfigError("not a finding of `check --format jsonl`: it has no fingerprint")
    return Record(
        line=line.strip(),
        fingerprint=told.fingerprint,
        locale=told.locale,
        page=page or told.path,
        path=told.path,
        severity=told.severity,
        rule=told.rule,
        expected=told.expected,
        found=told.found,
        message=told.message,
        place=told.place,
        source=told.source,
        source_line=told.source_line,
        is_behind=told.verdict == Verdict.SOURCE_CHANGED,
    )
