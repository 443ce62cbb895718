"""What the human translator of one page did with protected words; `proposals` makes house style of many pages.

What no team would want is left out: another member's name, another number, a transliteration, anything in the place
of a name such as `inTransit`, and whatever goes over the wire.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from doclint.engine import Finding
from doclint.engine.making.meta import META
from doclint.page import Segment
from doclint.page.frontmatter import FrontMatter
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text import shapes, words
from doclint.text.damage import Damage

HUMAN = ("ht", "human")
"""What the metadata of a page says that a human translated."""

LONGEST = 60
"""Code points of a text that may be one word or name."""
NEVER = (
    Damage.ANOTHER_MEMBER,
    Damage.RENUMBERED,
    Damage.DROPPED,
    Damage.TRANSLITERATED,
    Damage.HALF_TRANSLATED,
)
"""The last two are machine's work that humans keep: all 27 human places of `Bearer` in one corpus have it in kana."""
WIRE = frozenset(
    """annotation-changed code-block-changed enum-member-changed enum-value-changed header-name-changed
    http-request-changed inline-code-changed json-invalid json-key-changed json-value-changed permission-scope-changed
    placeholder-changed type-primitive-translated value-list-changed wire-literal-changed""".split()
)
"""Rules about what programs read or the reader sends: however often people translate it, it is damage."""

MARKUP = re.compile(r"[\\`*_\[<&~!]")
EDGES = ".,;:!?()[]\"'"


@dataclass(frozen=True, slots=True)
class Place:
    """A protected word where all its kind stand: the headings, or a column by its English header."""

    where: str
    """`column "Header"`, `headings`, `text`."""
    is_whole: bool
    """Whether the word is all that the cell or heading says."""
    expected: str


@dataclass(frozen=True, slots=True)
class Habits:
    """What one page's human translator did with words; small, and made where the page is checked."""

    locale: str
    changed: dict[tuple[Place, str], int]
    """How often another word stands there, by place and that word."""
    intact: dict[Place, int]
    """How often the word stands as in the English."""
    wire: frozenset[tuple[str, str]] = frozenset()
    """Expected and found where it goes over the wire: an entry would hold there as well."""


def observe(pair: Pair, findings: Iterable[Finding]) -> Habits | None:
    """What one page shows; None where no human is known to have made it from just this English.

    `findings` are all that the rules say of the page, before any filter.
    """
    if pair.locale is None or not pair.is_exact or not is_human(pair.target.front):
        return None
    sides, findings = list(_sides(pair)), list(findings)
    wire = frozenset((finding.expected or "", finding.found) for finding in findings if _goes_over_the_wire(finding))
    return Habits(pair.locale, dict(_changed(pair, sides, findings)), dict(_intact(sides)), wire)


def is_human(front: FrontMatter) -> bool:
    """Whether the page's metadata says that a human translated it."""
    named = (front.value(key) for key, name in META.items() if name == "translation")
    return any(value.strip().casefold() in HUMAN for value in named if value)


def _sides(pair: Pair) -> Iterator[tuple[str, Match[Segment]]]:
    for match in [pair.title, *pair.headings]:
        if match:
            yield "headings", match
    for match in pair.texts:
        yield "text", match
    for table in pair.tables:
        for index, header in enumerate(table.source.header.cells):
            for match in table.column(index):
                yield f'column "{header.plain.strip()}"', match


def _changed(
    pair: Pair, sides: list[tuple[str, Match[Segment]]], findings: Iterable[Finding]
) -> Counter[tuple[Place, str]]:
    """What stands for protected words, by the place of each finding."""
    changed: Counter[tuple[Place, str]] = Counter()
    findings = [finding for finding in findings if _may_be_style(finding)]
    if not findings:
        return changed
    sides = sorted(sides, key=lambda side: side[1].target.span)
    spans = [pair.target.locate(match.target.span) for _, match in sides]
    for finding in findings:
        index = bisect_right(spans, finding.place.span.start, key=lambda span: span.start) - 1
        if index < 0 or spans[index].end < finding.place.span.end:
            continue
        where, match = sides[index]
        expected = finding.expected or ""
        changed[Place(where, match.source.plain.strip() == expected, expected), finding.found] += 1
    return changed


def _goes_over_the_wire(finding: Finding) -> bool:
    return not WIRE.isdisjoint((finding.rule, *finding.also))


def _may_be_style(finding: Finding) -> bool:
    expected = finding.expected
    if _goes_over_the_wire(finding):
        return False
    if not expected or not finding.found or finding.damage in NEVER or len(expected) > LONGEST:
        return False
    return not (words.is_name(expected) or words.is_number(expected) or shapes.names_in(expected))


def _intact(sides: list[tuple[str, Match[Segment]]]) -> Counter[Place]:
    """The words that stand on both sides: as the whole text, else among other words."""
    intact: Counter[Place] = Counter()
    for where, match in sides:
        source, target = match.source.text, match.target.text
        if source == target and len(source) <= LONGEST:
            plain = match.source.plain if MARKUP.search(source) else source
            intact[Place(where, True, plain.strip())] += 1
        elif source != target:
            there = Counter(_tokens(target))
            both = Counter(_tokens(source)) & there
            intact.update({Place(where, False, word): count for word, count in both.items()})
    return intact


def _tokens(text: str) -> list[str]:
    return [word.strip(EDGES) for word in text.split()]
