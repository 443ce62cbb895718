"""Parts of the English that the translation lacks, where what stands around them is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from doclint.page import Code, Kind, Page, Segment, Table
from doclint.page.model import Row
from doclint.pair import Pair
from doclint.pair.alignment.align import Match, TableMatch
from doclint.text import Confidence, Trust
from doclint.text.lazypattern import lazy

JOINED = 0.4
"""A translation of so much of what two texts would need, at the rate of the page, holds both."""

INCLUDE = lazy(r"\s*(?:\[!(?i:include)|\{\{[<%]?\s*|\{%|-+8<-)")

PICTURE = lazy(r"\s*!\[[^\]]*\]\([^()]*\)\s*")

COMMENT = lazy(r"(?s)<!--.*?-->")

LONG = 20
"""Characters of a text that no comment has by chance."""

FENCE = lazy(r"\s*(?:/{3,}(?: *[\w-]+)?(?: *\|.*)?|\[!\w+\])\s*")
"""A line that begins or ends a block of `pymdownx.blocks`, and needs no blank line beside it; or begins an alert."""

MOVED = 0.75
"""A stretch that only the translation has, and of whose parts so many have the forms of a gap's, is what is sought."""

FEWEST_MOVED = 6
"""Parts; a heading with a paragraph or two is like any other."""

NEAR = 2
"""Parts beside a gap."""

MARK = lazy(r"`[^`]+`|(?<=\]\()[^\s()#]+")

Part = Segment | Code | Table | Row
_Match = Match[Segment] | Match[Code] | Match[Table]


class Missing(NamedTuple):
    """Neighbouring parts of the English without a counterpart."""

    parts: Sequence[Part]
    after: Part | None
    """The part of the translation that stands before the gap; None: the gap is at the beginning of the page."""
    confidence: Confidence
    """High where what stands before and after the gap is surely what stands there in English."""


def missing_blocks(pair: Pair) -> Iterator[Missing]:
    """Stretches of blocks between counterparts that follow each other in the translation.

    Where the translation has something else in the gap, it may say the same in another way; where the text before the
    gap is long enough for both, the translator has joined them. HTML, comments, directives and fences are not counted.
    """
    if pair.source is None or pair.alignment.is_whole:
        return
    matches = _matches(pair)
    beside = {id(match.source): match for match in matches}
    ours, theirs = _parts(pair.source), _parts(pair.target)
    places = {id(block): at for at, block in enumerate(theirs)}
    rate = _rate(matches)
    for start, end in _gaps(ours, beside.keys()):
        before = beside.get(id(ours[start - 1])) if start else None
        after = beside.get(id(ours[end])) if end < len(ours) else None
        first = places.get(id(before.target), -1) if before else -1
        last = places.get(id(after.target), -1) if after else len(theirs)
        parts: Sequence[Segment | Code | Table] = ours[start:end]
        if (before and first < 0) or last <= first:
            continue
        stands_before = before.target if before else None
        if last != first + 1:
            others = theirs[first + 1 : last]
            if behind := _behind(parts, others):
                parts, stands_before = behind, others[-1]
            else:
                parts, after = _beside(parts, others), None
        if not parts or all(isinstance(part, Segment) and FENCE.fullmatch(part.text) for part in parts):
            continue
        near = theirs[max(first - NEAR, 0) : last + NEAR + 1]
        if _is_elsewhere(parts, theirs, matches) or (_is_out_of_step(parts, near, matches) and _has_all_headings(pair)):
            continue
        if not _is_joined([match for match in (before, after) if match], parts, rate) and not _stands(
            parts, pair, matches
        ):
            is_sure = (
                len(beside) == len(theirs)  # nothing but this is missing, and nothing came
                or _is_section(parts)
                or all(match is None or match.confidence is Confidence.HIGH for match in (before, after))
            )
            yield Missing(parts, stands_before, Confidence.HIGH if is_sure else Confidence.MEDIUM)


def _beside(
    parts: Sequence[Segment | Code | Table], others: Sequence[Segment | Code | Table]
) -> Sequence[Segment | Code | Table]:
    """The section that is missing before parts of the translation that have the form of what follows it."""
    rest = parts[: -len(others)]
    if len(rest) < len(others) or not _is_section(rest):
        return ()
    return rest if [_form(one) for one in parts[-len(others) :]] == [_form(one) for one in others] else ()


def _behind(
    parts: Sequence[Segment | Code | Table], others: Sequence[Segment | Code | Table]
) -> Sequence[Segment | Code | Table]:
    """The section that is missing behind parts of the translation that have the form of what stands before it."""
    rest = parts[len(others) :]
    if len(rest) < 2 or not _is_section(rest):
        return ()
    return rest if [_form(one) for one in parts[: len(others)]] == [_form(one) for one in others] else ()


def _is_elsewhere(parts: Sequence[Part], theirs: Sequence[Part], matches: Iterable[_Match]) -> bool:
    """Whether a missing section stands in another place, where the English has nothing: one of the two moved it."""
    if not _is_section(parts):
        return False
    wanted, marks = Counter(map(_form, parts)), _marks(parts)
    for start, end in _gaps(theirs, {id(match.target) for match in matches}):
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


def _is_out_of_step(parts: Sequence[Part], near: Sequence[Part], matches: Iterable[_Match]) -> bool:
    """Whether one of few missing parts, a heading, stands beside the gap: parts were laid side by side wrongly then."""
    gone = {part.level for part in parts if isinstance(part, Segment) and part.kind is Kind.HEADING}
    if not gone or len(parts) > NEAR + 1:
        return False
    laid = {id(match.target) for match in matches}
    left = (part for part in near if isinstance(part, Segment) and part.kind is Kind.HEADING and id(part) not in laid)
    return any(part.level in gone for part in left)


def _has_all_headings(pair: Pair) -> bool:
    """Whether both pages have as many headings of each level in the same order."""
    ours, theirs = (page.headings if page else [] for page in (pair.source, pair.target))
    return [one.level for one in ours] == [one.level for one in theirs]


def _form(part: Part) -> tuple[object, ...]:
    return (part.kind, part.level) if isinstance(part, Segment) else (type(part),)


def _is_section(parts: Sequence[Part]) -> bool:
    """Whether a heading is missing together with what stands below it, which nobody says in another place."""
    first = parts[0]
    return len(parts) > 1 and isinstance(first, Segment) and first.kind is Kind.HEADING


def missing_rows(table: TableMatch) -> Iterator[Missing]:
    """Stretches of rows, in a table whose other rows all have counterparts."""
    if len(table.source.rows) <= len(table.target.rows) or len(table.rows) != len(table.target.rows):
        return
    beside = {id(row.source): row for row in table.rows}
    for start, end in _gaps(table.source.rows, beside.keys()):
        before = beside[id(table.source.rows[start - 1])].target if start else table.target.header
        yield Missing(table.source.rows[start:end], before, table.confidence)


def _parts(page: Page) -> list[Segment | Code | Table]:
    return [block for block in page.blocks if isinstance(block, Segment | Code | Table)]


def _matches(pair: Pair) -> list[_Match]:
    found = pair.alignment
    tables = (Match(table.source, table.target, table.confidence, "") for table in found.tables)
    return list(chain(found.headings, found.texts, found.codes, tables))


def _gaps(parts: Sequence[object], beside: Iterable[int]) -> Iterator[tuple[int, int]]:
    """From and to of each stretch of parts that have no counterpart."""
    known, start = frozenset(beside), None
    for at, part in enumerate(parts):
        if id(part) in known:
            if start is not None:
                yield start, at
            start = None
        elif start is None:
            start = at
    if start is not None:
        yield start, len(parts)


def _rate(matches: Iterable[_Match]) -> float:
    """How long the translation's running text is beside the English, 1 where that is not known."""
    texts = [match for match in matches if isinstance(match.source, Segment) and match.source.text]
    rates = sorted(_length(match.target) / _length(match.source) for match in texts)
    return rates[len(rates) // 2] if rates else 1.0


def _is_joined(around: Iterable[_Match], parts: Sequence[Part], rate: float) -> bool:
    """Whether a part beside the gap is so long that it may hold what seems to be missing."""
    needed = sum(map(_length, parts)) * rate
    return any(
        _length(match.target) - _length(match.source) * rate >= JOINED * needed
        for match in around
        if _is_like(match, parts[0])
    )


def _is_like(match: _Match, part: Part) -> bool:
    """Whether a part may hold what another says: a paragraph holds an item on a line of its own, and none a file."""
    holder = match.target
    if not isinstance(holder, Segment) or not isinstance(part, Segment) or not isinstance(match.source, Segment):
        return type(holder) is type(part)
    if part.kind is Kind.HEADING or PICTURE.fullmatch(part.text):
        return False
    if part.kind is Kind.ITEM and holder.kind is not Kind.ITEM:
        return holder.text.count("\n") > match.source.text.count("\n")
    return not is_include(part)


def is_include(part: Part) -> bool:
    """Whether the site puts a text in the place of this one."""
    return isinstance(part, Segment) and INCLUDE.match(part.text) is not None


def _stands(parts: Sequence[Part], pair: Pair, matches: Iterable[Match[Segment] | Match[Code] | Match[Table]]) -> bool:
    """Whether code of the gap stands elsewhere in the translation, or its text in a comment there, to be shown later.

    Not so where the texts that are translated stand in comments as well.
    """
    if any(isinstance(part, Code) and part.text.strip() in pair.target.text for part in parts):
        return True
    if pair.trust is not Trust.PAIRED or "<!--" not in pair.target.text:
        return False
    hidden = "\n".join(COMMENT.findall(pair.target.text))
    is_kept = any(_is_within(match.source, hidden) for match in matches)
    return not is_kept and any(_is_within(part, hidden) for part in parts)


def _is_within(part: Part, comments: str) -> bool:
    """Whether comments have a text, and not by chance."""
    return isinstance(part, Segment) and len(part.text) >= LONG and part.text in comments


def _length(part: object) -> int:
    return len(part.text) if isinstance(part, Segment | Code) else 0
