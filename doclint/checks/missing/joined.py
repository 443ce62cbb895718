"""Whether a part beside a gap holds what seems to be missing, by how long it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from doclint.checks.missing.gaps import AnyMatch, Part
from doclint.page import Code, Kind, Segment
from doclint.text.lazypattern import lazy

JOINED = 0.4
"""A translation of so much of what two texts would need, at the rate of the page, holds both."""

INCLUDE = lazy(r"\s*(?:\[!(?i:include)|\{\{[<%]?\s*|\{%|-+8<-)")

PICTURE = lazy(r"\s*!\[[^\]]*\]\([^()]*\)\s*")


def usual_rate(matches: Iterable[AnyMatch]) -> float:
    """How long the translation's running text is beside the English, 1 where that is not known."""
    texts = [match for match in matches if isinstance(match.source, Segment) and match.source.text]
    rates = sorted(_length(match.target) / _length(match.source) for match in texts)
    return rates[len(rates) // 2] if rates else 1.0


def is_joined(around: Iterable[AnyMatch], parts: Sequence[Part], rate: float) -> bool:
    """Whether a part beside the gap is so long that it may hold what seems to be missing."""
    needed = sum(map(_length, parts)) * rate
    return any(
        _length(match.target) - _length(match.source) * rate >= JOINED * needed
        for match in around
        if _is_like(match, parts[0])
    )


def _is_like(match: AnyMatch, part: Part) -> bool:
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


def _length(part: object) -> int:
    return len(part.text) if isinstance(part, Segment | Code) else 0
