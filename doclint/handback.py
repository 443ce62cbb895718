"""What became of each finding between two states of the translations: a hand-back judged before it is merged.

A finding is known again by its fingerprint, the place in the English, and by its locale. Where the English itself
changed, places move: there the same word expected on the same page is the same finding.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from doclint.errors import ConfigError


class State(StrEnum):
    """What became of a finding."""

    NEW = "new"
    STILL_DIFFERENTLY = "still-differently"
    """Another wrong word at the same place."""
    STILL = "still"
    FIXED = "fixed"
    SOURCE_CHANGED = "source-changed"
    """Found on one side only, because the English or the page is not there on the other."""
    PUT_BACK = "put-back"
    """New, and repaired now."""


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

    def as_json(self) -> dict[str, Any]:
        """The finding as `--format jsonl` has it."""
        row: dict[str, Any] = json.loads(self.line)
        return row


class Verdict(NamedTuple):
    """One finding, and what became of it."""

    state: State
    record: Record
    """Of the new side; of the old where it is gone."""
    before: Record | None = None
    """What it was on the old side, where it is on both."""


@dataclass(frozen=True, slots=True)
class Side:
    """The findings of one state of the translations."""

    records: Sequence[Record]
    pages: frozenset[str] | None = None
    """Those that were checked; None: only the findings are known."""
    english: Callable[[str], str | None] = lambda page: None
    """The English that a page was checked against; None where it is not known."""
    standing: Mapping[str, frozenset[tuple[str, str]]] | None = None
    """By ticket of the accept files: page and expected word of the faults that are there; None: not known."""
    unsure: frozenset[str] = frozenset()
    """Pages that were not checked to their end, or not with their English."""


def record(line: bytes, *, page: str | None = None) -> Record:
    """A line of `--format jsonl`. Raises ConfigError when it is none."""
    try:
        row = json.loads(line)
        source = row["source"] and (row["source"]["path"], row["source"]["revision"])
        return Record(
            line=line.strip(),
            fingerprint=row["fingerprint"],
            locale=row["locale"],
            page=page or row["path"],
            path=row["path"],
            severity=row["severity"],
            rule=row["rule"],
            expected=row["expected"],
            found=row["found"],
            message=row["message"],
            place=(row["line"], row["column"]),
            source=source,
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ConfigError(f"no finding of `check --format jsonl`: {type(error).__name__} {error}") from None


def compare(old: Side, new: Side) -> list[Verdict]:
    """What became of each finding: of those that are there in their order, then of those that are gone."""
    verdicts: dict[int, Verdict] = {}
    gone, came = _paired(old.records, new.records, _place, verdicts)
    english = English(old, new)
    gone, came = _paired(gone, came, lambda one: _word(one) if english.moves(one) else None, verdicts)
    for one in came:
        is_excused = english.lacks(old, one)
        verdicts[id(one)] = Verdict(State.SOURCE_CHANGED if is_excused else State.NEW, one)
    ended = (Verdict(State.SOURCE_CHANGED if english.lacks(new, one) else State.FIXED, one) for one in gone)
    return [*(verdicts[id(one)] for one in new.records), *ended]


def _place(one: Record) -> object:
    return one.fingerprint, one.locale


def _word(one: Record) -> object:
    return one.page, one.locale, one.rule, one.expected or one.message


def _paired(
    old: Iterable[Record], new: Iterable[Record], key: Callable[[Record], object], verdicts: dict[int, Verdict]
) -> tuple[list[Record], list[Record]]:
    """Puts the verdicts on findings of one key in place; the rest of both sides. Of several, equal words come first."""
    waiting: dict[object, list[Record]] = defaultdict(list)
    others: list[Record] = []
    for one in old:
        known = key(one)
        (others if known is None else waiting[known]).append(one)
    left = []
    for one in new:
        known = waiting.get(key(one)) or []
        if not known:
            left.append(one)
            continue
        before = next((other for other in known if other.found == one.found), known[0])
        known.remove(before)
        state = State.STILL if before.found == one.found else State.STILL_DIFFERENTLY
        verdicts[id(one)] = Verdict(state, one, before)
    return [*others, *(one for rest in waiting.values() for one in rest)], left


class English:
    """What is known of the English of both sides."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self._are_apart = any(one.path != one.page for side in (old, new) for one in side.records)
        self._sources = tuple(_sources(side.records) for side in (old, new))
        self._texts: dict[tuple[int, str], str | None] = {}

    def moves(self, one: Record) -> bool:
        """Whether a finding's place may have another name on the other side: of other English, or in another folder."""
        is_own = one.source is None or one.source[0] == one.path
        named = {sources[one.page][0] for sources in self._sources if one.page in sources}
        return (is_own and self._are_apart) or len(named) > 1 or self.is_other(one.page)

    def is_other(self, page: str) -> bool:
        """Whether a page was checked against other English on either side."""
        before, after = self._text(self.old, page), self._text(self.new, page)
        if before is not None and after is not None:
            return before != after
        named = [sources.get(page) for sources in self._sources]
        return None not in named and named[0] != named[1]

    def lacks(self, side: Side, one: Record) -> bool:
        """Whether a side could not have the finding: no such page, or other English without the word."""
        if side.pages is not None and side is self.new and one.page not in side.pages:
            return True
        if one.expected is None or not self.is_other(one.page):
            return False
        text = self._text(side, one.page)
        return text is not None and one.expected not in text

    def _text(self, side: Side, page: str) -> str | None:
        key = (id(side), page)
        if key not in self._texts:
            self._texts[key] = side.english(page)
        return self._texts[key]


def _sources(records: Iterable[Record]) -> dict[str, tuple[str, str | None]]:
    return {one.page: one.source for one in records if one.source}


def regressed(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """The paths of the pages with a new finding, each once, in order."""
    return iter(dict.fromkeys(it.record.path for it in verdicts if it.state is State.NEW))


def put_back(before: Iterable[Verdict], after: Iterable[Verdict]) -> list[Verdict]:
    """The new findings of a comparison that are gone from one made after a repair."""
    left = {_place(it.record) for it in after}
    new = [it for it in before if it.state is State.NEW]
    return [Verdict(State.PUT_BACK, it.record) for it in new if _place(it.record) not in left]
