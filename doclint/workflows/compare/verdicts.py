"""What became of each finding between two states of the translations: a hand-back judged before it is merged.

A finding is known again by its fingerprint, the place in the English, and by its locale. Where the English itself
changed, places move: there the same word expected on the same page is the same finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from doclint.workflows.compare.englishplace import Version, is_there
from doclint.workflows.compare.side import Record, Side


class State(StrEnum):
    """What became of a finding; the first four are the words of SARIF's `baselineState`."""

    NEW = "new"
    UPDATED = "updated"
    """Another wrong word at the same place."""
    UNCHANGED = "unchanged"
    ABSENT = "absent"
    """Fixed."""
    SOURCE_CHANGED = "source-changed"
    """Found on one side only, because the page or its place in the English is not there on the other."""
    REPAIRED = "repaired"
    """New, and fixed now."""


class Verdict(NamedTuple):
    """One finding, and what became of it."""

    state: State
    record: Record
    """Of the new side; of the old where it is gone."""
    before: Record | None = None
    """What it was on the old side, where it is on both."""


def compare(old: Side, new: Side) -> list[Verdict]:
    """What became of each finding: of those that are there in their order, then of those that are gone."""
    verdicts: dict[int, Verdict] = {}
    gone, came = _paired(old.records, new.records, _place, verdicts)
    english = English(old, new)
    gone, came = _paired(gone, came, lambda one: _word(one) if english.moves(one) else None, verdicts)
    for one in came:
        is_excused = english.lacks(old, one)
        verdicts[id(one)] = Verdict(State.SOURCE_CHANGED if is_excused else State.NEW, one)
    ended = (Verdict(State.SOURCE_CHANGED if english.ends(one) else State.ABSENT, one) for one in gone)
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
        state = State.UNCHANGED if before.found == one.found else State.UPDATED
        verdicts[id(one)] = Verdict(state, one, before)
    return [*others, *(one for rest in waiting.values() for one in rest)], left


class English:
    """What is known of the English of both sides."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self._are_apart = any(one.path != one.page for side in (old, new) for one in side.records)
        self._sources = tuple(_sources(side.records) for side in (old, new))
        self._versions: dict[tuple[int, str], Version | None] = {}

    def moves(self, one: Record) -> bool:
        """Whether a finding's place may have another name on the other side: of other English, or in another folder."""
        is_own = one.source is None or one.source[0] == one.path
        named = {sources[one.page][0] for sources in self._sources if one.page in sources}
        return (is_own and self._are_apart) or len(named) > 1 or self.is_other(one.page)

    def is_other(self, page: str) -> bool:
        """Whether a page was checked against other English on either side."""
        before, after = self._version(self.old, page), self._version(self.new, page)
        if before is not None and after is not None:
            return before.text != after.text
        named = [sources.get(page) for sources in self._sources]
        return None not in named and named[0] != named[1]

    def lacks(self, side: Side, one: Record) -> bool:
        """Whether a side could not have the finding: no such page, or other English without the word."""
        if side.pages is not None and side is self.new and one.page not in side.pages:
            return True
        if one.expected is None or not self.is_other(one.page):
            return False
        version = self._version(side, one.page)
        return version is not None and one.expected not in version.text

    def ends(self, one: Record) -> bool:
        """Whether a finding of the old side is gone with its place: the word may still stand elsewhere on the page."""
        if self.lacks(self.new, one):
            return True
        before, after = self._version(self.old, one.page), self._version(self.new, one.page)
        if before is None or after is None or before.text == after.text or not (one.expected and one.source_line):
            return False
        return not is_there(one.expected, one.source_line, before, after)

    def _version(self, side: Side, page: str) -> Version | None:
        key = (id(side), page)
        if key not in self._versions:
            self._versions[key] = side.english(page)
        return self._versions[key]


def _sources(records: Iterable[Record]) -> dict[str, tuple[str, str | None]]:
    return {one.page: one.source for one in records if one.source}


def regressed(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """The paths of the pages with a new finding, each once, in order."""
    return iter(dict.fromkeys(it.record.path for it in verdicts if it.state is State.NEW))


def put_back(before: Iterable[Verdict], after: Iterable[Verdict]) -> list[Verdict]:
    """The new findings of a comparison that are gone from one made after a repair."""
    left = {_place(it.record) for it in after}
    new = [it for it in before if it.state is State.NEW]
    return [Verdict(State.REPAIRED, it.record) for it in new if _place(it.record) not in left]
