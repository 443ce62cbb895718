"""The words that translators damage: on which English pages, how often, in how many locales."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from doclint.engine import Finding
from doclint.engine.jsonline import read
from doclint.text import words
from doclint.text.errors import ConfigError
from doclint.text.shapes import names_in
from doclint.workflows.advise.head import Head

LONGEST = 2000
"""Code points of an expected phrase that is looked through for names."""
MOST_EXAMPLES = 20
"""Different damaged forms of a word that are kept for each locale."""


@dataclass(slots=True)
class Harm:
    """What became of one word."""

    locales: Counter[str] = field(default_factory=Counter)
    """Places in each."""
    pages: set[str] = field(default_factory=set)
    """Translated pages."""
    found: dict[str, Counter[str]] = field(default_factory=dict)
    """What stands there instead, by locale."""
    evidence: Counter[str] = field(default_factory=Counter)
    texts: set[str] = field(default_factory=set)
    """The English segments that it stood in."""

    @property
    def places(self) -> int:
        return self.locales.total()

    def add(self, other: Harm) -> None:
        """Count another's places as one's own."""
        self.locales.update(other.locales)
        self.pages |= other.pages
        self.evidence.update(other.evidence)
        for locale, found in other.found.items():
            self.found.setdefault(locale, Counter()).update(found)

    def examples(self) -> dict[str, str]:
        """The most frequent damaged form in each locale, the shortest of several; most places first."""
        order = sorted(self.found, key=lambda locale: (-self.locales[locale], locale))
        return {
            one: min(self.found[one].items(), key=lambda item: (-item[1], len(item[0]), item[0]))[0] for one in order
        }


@dataclass(frozen=True, slots=True)
class DamagedPlace:
    """One finding about a protected word, as far as advice needs it."""

    expected: str
    found: str
    locale: str
    path: str
    """Of the translated page."""
    source: str
    """Of the English, as the run called it."""
    text: str
    """The English segment."""
    evidence: str


class DamagedWords:
    """All of them, by the English page that they stand on: its head's number, and its path there."""

    def __init__(self) -> None:
        self.pages: dict[tuple[int, str], dict[str, Harm]] = {}
        self.wordless = 0
        """Findings not about a single word: phrases, numbers, shapes."""

    def add(self, place: DamagedPlace, page: str, head: int = 0) -> None:
        """Count one finding."""
        damaged = words_of(place.expected, place.found)
        self.wordless += not damaged
        for word in damaged:
            harm = self.pages.setdefault((head, page), {}).setdefault(word, Harm())
            harm.locales[place.locale] += 1
            harm.pages.add(place.path)
            harm.evidence[place.evidence.partition(";")[0].partition(" line ")[0]] += 1
            harm.texts.add(place.text.strip())
            forms = harm.found.setdefault(place.locale, Counter())
            if place.found in forms or len(forms) < MOST_EXAMPLES:
                forms[place.found] += 1

    def totals(self) -> dict[str, Harm]:
        """Each word over all pages."""
        totals: dict[str, Harm] = {}
        for page in self.pages.values():
            for word, harm in page.items():
                totals.setdefault(word, Harm()).add(harm)
        return totals


def words_of(expected: str, found: str) -> list[str]:
    """The words that a finding says are damaged: the expected one, or of a phrase those that are spelt like names."""
    expected = expected.strip()
    if words.is_number(expected) or len(expected) > LONGEST:
        return []
    if words.is_token(expected):
        return [word] if (word := expected.rstrip(".-#$")) else []
    return [name for name in names_in(expected) if not words.stands_in(name, found)]


def place_of(finding: Finding, source: str) -> DamagedPlace | None:
    """What a run found on a page whose English lies at `source`; None where no word is at fault."""
    if not finding.expected:
        return None
    locale, text = finding.locale or "", finding.source_text
    return DamagedPlace(finding.expected, finding.found, locale, finding.path, source, text, finding.evidence)


def places_in(lines: Iterable[str], name: str) -> Iterator[DamagedPlace]:
    """The findings of a JSON Lines file. Raises ConfigError with file and line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = read(line)
        except ValueError:
            raise ConfigError(f"{name}:{number}: not a finding as `--format jsonl` writes it") from None
        if told.expected is not None:
            source = told.source[0] if told.source else told.path
            both = told.expected, told.found
            yield DamagedPlace(*both, told.locale or "", told.path, source, told.source_text, told.evidence)


def add_all(words: DamagedWords, places: Sequence[DamagedPlace], head: Head, number: int = 0) -> None:
    """Count findings under the pages' paths in `head`.

    A run may have called the English by another path: beginnings of paths are left out, for each locale those that
    lead most pages to one that is there.
    """
    starts: dict[str, Counter[str]] = {}
    for source, locale in dict.fromkeys((place.source, place.locale) for place in places):
        if (start := _start(head.relative(source), head)) is not None:
            starts.setdefault(locale, Counter())[start] += 1
    for place in places:
        votes = starts.get(place.locale)
        start = votes.most_common(1)[0][0] if votes else ""
        words.add(place, head.relative(place.source).removeprefix(start), number)


def _start(path: str, head: Head) -> str | None:
    """The shortest beginning to leave out, so that a page is there."""
    parts = path.split("/")
    for start in accumulate((f"{part}/" for part in parts[:-1]), initial=""):
        if head.has(path.removeprefix(start)):
            return start
    return None
