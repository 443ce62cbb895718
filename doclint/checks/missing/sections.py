"""Sections among missing parts: those that stand beside others of the same form, or in another place of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from doclint.checks.missing.gaps import AnyMatch, Part, gaps
from doclint.page import Code, Kind, Segment, Table
from doclint.pair import Pair
from doclint.text.lazypattern import lazy

MOVED = 0.75
"""A stretch that only the translation has, and of whose parts so many have the forms of a gap's, is what is sought."""

FEWEST_MOVED = 6
"""Parts; a heading with a paragraph or two is like any other."""

NEAR = 2
"""Parts beside a gap."""

ALIKE = 0.6
"""The share of the length that a text would have that one has at least which may be it."""

MARK = lazy(r"`[^`]+`|(?<=\]\()[^\s()#]+")


def section_before(
    parts: Sequence[Segment | Code | Table], others: Sequence[Segment | Code | Table]
) -> Sequence[Segment | Code | Table]:
    """The section that is missing before parts of the translation that have the form of what follows it."""
    rest = parts[: -len(others)]
    if len(rest) < len(others) or not is_section(rest):
        return ()
    return rest if [_form(one) for one in parts[-len(others) :]] == [_form(one) for one in others] else ()


def section_behind(
    parts: Sequence[Segment | Code | Table], others: Sequence[Segment | Code | Table]
) -> Sequence[Segment | Code | Table]:
    """The section that is missing behind parts of the translation that have the form of what stands before it."""
    rest = parts[len(others) :]
    if len(rest) < 2 or not is_section(rest):
        return ()
    return rest if [_form(one) for one in parts[: len(others)]] == [_form(one) for one in others] else ()


def is_moved(parts: Sequence[Part], theirs: Sequence[Part], matches: Iterable[AnyMatch]) -> bool:
    """Whether a missing section stands in another place, where the English has nothing: one of the two moved it."""
    if not is_section(parts):
        return False
    wanted, marks = Counter(map(_form, parts)), _marks(parts)
    for start, end in gaps(theirs, {id(match.target) for match in matches}):
        heads = [at for at in range(start, end) if isinstance(one := theirs[at], Segment) and one.kind is Kind.HEADING]
        other = theirs[heads[0] : end] if heads else ()
        if len(other) < FEWEST_MOVED or MOVED * len(other) > len(parts):
            continue
        is_alike = (wanted & Counter(map(_form, other))).total() >= MOVED * len(parts)
        if is_alike and len(marks & _marks(other)) >= max(MOVED * len(marks), 1):
            return True
    return False


def _marks(parts: Iterable[Part]) -> set[str]:
    """The code and addresses of parts, which stay as they are."""
    return {mark for part in parts if isinstance(part, Segment) for mark in MARK.findall(part.text)}


def is_out_of_step(parts: Sequence[Part], near: Sequence[Part], matches: Iterable[AnyMatch]) -> bool:
    """Whether one of few missing parts, a heading, stands beside the gap: parts were laid side by side wrongly then."""
    gone = {part.level for part in parts if isinstance(part, Segment) and part.kind is Kind.HEADING}
    if not gone or len(parts) > NEAR + 1:
        return False
    laid = {id(match.target) for match in matches}
    left = (part for part in near if isinstance(part, Segment) and part.kind is Kind.HEADING and id(part) not in laid)
    return any(part.level in gone for part in left)


def is_near(parts: Sequence[Part], near: Sequence[Part], matches: Iterable[AnyMatch], rate: float) -> bool:
    """Whether a missing paragraph or item stands beside the gap, before or behind what it stands beside in English:
    one of its form and length, with its code and addresses, that has no counterpart."""
    part, laid = parts[0], {id(match.target) for match in matches}
    if len(parts) > 1 or not isinstance(part, Segment) or part.kind is Kind.HEADING:
        return False
    ends = {mark.rpartition("/")[2] for mark in _marks(parts)}
    for other in near:
        if id(other) in laid or not isinstance(other, Segment) or other.kind is not part.kind:
            continue
        is_long = ALIKE * rate * len(part.text) <= len(other.text) <= rate * len(part.text) / ALIKE
        if is_long and ends <= {mark.rpartition("/")[2] for mark in _marks([other])}:
            return True
    return False


def has_all_headings(pair: Pair) -> bool:
    """Whether both pages have as many headings of each level in the same order."""
    ours, theirs = (page.headings if page else [] for page in (pair.source, pair.target))
    return [one.level for one in ours] == [one.level for one in theirs]


def _form(part: Part) -> tuple[object, ...]:
    return (part.kind, part.level) if isinstance(part, Segment) else (type(part),)


def is_section(parts: Sequence[Part]) -> bool:
    """Whether a heading is missing together with what stands below it, which nobody says in another place."""
    first = parts[0]
    return len(parts) > 1 and isinstance(first, Segment) and first.kind is Kind.HEADING
