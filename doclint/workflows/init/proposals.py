"""What human translators consistently write for a protected word is house style: proposals for `[[allow]]`.

A habit is not what stands on a page or two: humans copy from old machine memory, too. It must be what nearly all
of them write in one column, or in headings, and what most of them write wherever the word stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from doclint.workflows.init.habits import Habits, Place

PLACES = 5
"""The fewest human places, and on how many pages, that show a habit."""
PAGES = 3
SHARE = 0.8
"""The least share of human places, where a habit shows, that have the word."""
SHARE_OVERALL = 0.5
"""The same of all places, whatever column they are in: an entry holds for all of them."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry for `[[allow]]`, with what speaks for it."""

    locale: str
    expected: str
    found: str
    places: int
    """Where humans write `found`."""
    evidence: str
    """`column "Header": 13 of 13 human places on 13 pages; column "Name": 13 of 24 on 12`."""


@dataclass(slots=True)
class _Tally:
    """What stands for one word in one place, over all pages of one language."""

    intact: int = 0
    changed: Counter[str] = field(default_factory=Counter)
    pages: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return self.intact + self.changed.total()

    def is_habit(self, found: str) -> bool:
        """Whether humans write `found` here nearly always."""
        count = self.changed[found]
        return count >= PLACES and self.pages[found] >= PAGES and count >= SHARE * self.total


def proposals(pages: Iterable[Habits | None]) -> list[Proposal]:
    """The habits of a team by language, the most frequent first; only those for which there is plenty of evidence."""
    words: dict[tuple[str, str], dict[Place, _Tally]] = {}
    wire: set[tuple[str, str, str]] = set()
    for habits in pages:
        if habits is None:
            continue
        wire |= {(habits.locale, *both) for both in habits.wire}
        for place, count in habits.intact.items():
            _tally(words, habits.locale, place).intact += count
        for (place, found), count in habits.changed.items():
            tally = _tally(words, habits.locale, place)
            tally.changed[found] += count
            tally.pages[found] += 1
    entries = [
        _proposal(locale, expected, found, tallies)
        for (locale, expected), tallies in words.items()
        for found in dict.fromkeys(found for tally in tallies.values() for found in tally.changed)
        if (locale, expected, found) not in wire and _is_style(found, list(tallies.values()))
    ]
    return sorted(entries, key=lambda entry: (entry.locale, -entry.places, entry.expected, entry.found))


def _tally(words: dict[tuple[str, str], dict[Place, _Tally]], locale: str, place: Place) -> _Tally:
    return words.setdefault((locale, place.expected), {}).setdefault(place, _Tally())


def _is_style(found: str, tallies: list[_Tally]) -> bool:
    """Whether `found` is the habit somewhere, and usual everywhere that it is written at all."""
    written = [tally for tally in tallies if tally.changed[found]]
    overall = sum(tally.changed[found] for tally in written)
    usual = overall >= SHARE_OVERALL * sum(tally.total for tally in written)
    return usual and any(tally.is_habit(found) for tally in written)


def _proposal(locale: str, expected: str, found: str, tallies: dict[Place, _Tally]) -> Proposal:
    written = [(place, tally) for place, tally in tallies.items() if tally.changed[found]]
    written.sort(key=lambda entry: (not entry[1].is_habit(found), -entry[1].changed[found], entry[0].where))
    parts = []
    for place, tally in written:
        where = place.where if place.is_whole else f"{place.where}, among other words"
        parts.append(f"{where}: {tally.changed[found]} of {tally.total} human places, {tally.pages[found]} pages")
    count = sum(tally.changed[found] for _, tally in written)
    return Proposal(locale, expected, found, count, "; ".join(parts))
