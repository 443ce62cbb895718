"""Whether a part beside a gap holds what seems to be missing, by how long it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from doclint.checks.missing.gaps import AnyMatch, Part
from doclint.page import Code, Kind, Segment, Table
from doclint.text.lazypattern import lazy

JOINED = 0.4
"""A translation of so much of what two texts would need, at the rate of the page, holds both."""

INCLUDE = lazy(r"\s*(?:\[!(?i:include)|\{\{[<%]?\s*|\{%|-+8<-)")

MARK = lazy(r"`[^`]+`")
TAG = lazy(r"</?[A-Za-z][^<>]*>|<!--|-->|^[ \t]*:::+(?: ?\w+)?")
TAGGED = lazy(r"<h[1-6][\s>]")
"""A heading of HTML."""

DEFINITION = lazy(r"(?m)^[ \t]*\[[^\]\n]+\]:.*$")

FEWEST = 12
"""Characters of what is no text of a page; fewer are a mark."""

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


def is_on_lines(match: AnyMatch | None, parts: Sequence[Part], rate: float) -> bool:
    """Whether the paragraph before the gap has the missing ones on further lines, where the English one has a line."""
    if match is None or not isinstance(match.source, Segment) or not isinstance(match.target, Segment):
        return False
    lines = match.target.text.split("\n")
    if "\n" in match.source.text or len(lines) != 1 + len(parts):
        return False
    texts = [part.text for part in parts if isinstance(part, Segment) and part.kind is Kind.PARAGRAPH]
    return len(texts) == len(parts) and all(
        len(line) >= JOINED * rate * len(text) and all(mark in line for mark in MARK.findall(text))
        for line, text in zip(lines[1:], texts, strict=True)
    )


def is_told_between(parts: Sequence[Part], raw: str, rate: float) -> bool:
    """Whether what stands in the gap and is no text of the page, as HTML or what follows the name of a box, is so long
    that it may say what seems to be missing; a heading is said by no other."""
    first = parts[0]
    if isinstance(first, Segment) and first.kind is Kind.HEADING:
        return len(parts) == 1 and TAGGED.search(raw) is not None
    if not isinstance(first, Segment | Table):
        return False
    said = DEFINITION.sub("", raw)
    if not all(isinstance(part, Segment) and not TAG.sub("", part.text).strip() for part in parts):
        said = TAG.sub(" ", said)
    needed = sum(len(part.text) if isinstance(part, Segment) else FEWEST for part in parts)
    return len("".join(said.split())) >= max(JOINED * rate * needed, FEWEST)


def is_include(part: Part) -> bool:
    """Whether the site puts a text in the place of this one."""
    return isinstance(part, Segment) and INCLUDE.match(part.text) is not None


def _length(part: object) -> int:
    return len(part.text) if isinstance(part, Segment | Code) else 0
