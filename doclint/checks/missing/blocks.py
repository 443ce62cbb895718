"""Blocks of the English that the translation lacks, where what stands around them is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from doclint.checks.missing.gaps import AnyMatch, Missing, gaps
from doclint.checks.missing.hidden import is_said_elsewhere, without_english
from doclint.checks.missing.joined import is_joined, is_on_lines, is_told_between, usual_rate
from doclint.checks.missing.sections import (
    NEAR,
    has_all_headings,
    is_moved,
    is_near,
    is_out_of_step,
    is_section,
    section_before,
    section_behind,
)
from doclint.page import Code, Page, Segment, Table
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text import Confidence, Span, Trust
from doclint.text.lazypattern import lazy

FENCE = lazy(r"\s*(?:\{%-?\s*comment\b[^\0]*|/{3,}(?: *[\w-]+)?(?: *\|.*)?|\[!\w+\])\s*")
"""A line that begins or ends a block of `pymdownx.blocks`, and needs no blank line beside it; or begins an alert. Or a
comment of Liquid."""


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
    rate = usual_rate(matches)
    for start, end in gaps(ours, beside.keys()):
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
            if behind := section_behind(parts, others):
                parts, stands_before = behind, others[-1]
            else:
                parts, after = section_before(parts, others), None
        if not parts or all(map(_says_nothing, parts)):
            continue
        near = theirs[max(first - NEAR, 0) : last + NEAR + 1]
        between = _between(pair, before, after) if before and last == first + 1 else ""
        if pair.trust is Trust.PAIRED and (
            is_told_between(parts, between, rate)
            or is_on_lines(before, parts, rate)
            or is_near(parts, near, matches, rate)
        ):
            continue
        if is_moved(parts, theirs, matches) or (is_out_of_step(parts, near, matches) and has_all_headings(pair)):
            continue
        if not is_joined([match for match in (before, after) if match], parts, rate) and not is_said_elsewhere(
            parts, pair, matches
        ):
            is_sure = (
                len(beside) == len(theirs)  # nothing but this is missing, and nothing came
                or is_section(parts)
                or all(match is None or match.confidence is Confidence.HIGH for match in (before, after))
            )
            yield Missing(parts, stands_before, Confidence.HIGH if is_sure else Confidence.MEDIUM)


def _between(pair: Pair, before: AnyMatch, after: AnyMatch | None) -> str:
    """What stands between two parts of the translation, or behind the last."""
    start, text = _whole(before.target).end, pair.target.text
    return without_english(text[start : _whole(after.target).start if after else len(text)], pair)


def _whole(part: Segment | Code | Table) -> Span:
    return part.whole if isinstance(part, Code) else part.span


def _parts(page: Page) -> list[Segment | Code | Table]:
    return [block for block in page.blocks if isinstance(block, Segment | Code | Table)]


def _matches(pair: Pair) -> list[AnyMatch]:
    found = pair.alignment
    tables = (Match(table.source, table.target, table.confidence, "") for table in found.tables)
    return list(chain(found.headings, found.texts, found.codes, tables))


def _says_nothing(part: Segment | Code | Table) -> bool:
    """Whether a part is the line of a block that reads as text, or tags alone, as of a picture."""
    if not isinstance(part, Segment):
        return False
    is_tag = part.text.startswith("<") and part.text.endswith(">") and not any(map(str.isalnum, part.plain))
    return is_tag or FENCE.fullmatch(part.text) is not None
