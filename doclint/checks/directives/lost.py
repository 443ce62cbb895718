"""Directives that stand on one side only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from doclint.checks.problem import Problem
from doclint.page.model import Directive, Syntax
from doclint.pair import Pair
from doclint.text import Span, Trust
from doclint.text.damage import Damage


def directives_lost(pair: Pair, syntax: Syntax) -> Iterator[Problem]:
    """A problem for each directive more or less; where the source is not proven, only for an end without the other."""
    if pair.source is None:
        return
    closed = {_pair_name(directive) for directive in pair.source.directives if directive.is_closing}
    broken = (_unbalanced(pair.target.directives) & closed) - _unbalanced(pair.source.directives)
    is_proven = pair.trust >= Trust.EMBEDDED
    for directive, before in pair.directives.dropped:
        if not pair.is_exact and _is_written(pair, directive):
            continue
        if directive.syntax is syntax and (
            is_proven or _pair_name(directive) in broken or _is_half_lost(pair, directive)
        ):
            at = before.span.end if before else pair.target.front.end
            yield Problem(
                span=Span(at, at),
                found="",
                expected=directive.text,
                damage=Damage.DROPPED,
                evidence="directive of the English page",
                source=directive,
                target=before,
                breaks_build=_pair_name(directive) in broken,
            )
    for directive in pair.directives.added:
        if directive.syntax is syntax and (is_proven or _pair_name(directive) in broken):
            yield Problem(
                span=directive.span,
                found=directive.text,
                message=f'"{directive.text}" has no counterpart in the English',
                evidence="directives of the English page",
                target=directive,
                breaks_build=_pair_name(directive) in broken,
            )


def _is_written(pair: Pair, directive: Directive) -> bool:
    """Whether the page has a tag as often as the English, only where its layout hides it from the parser."""
    if pair.source is None or directive.marker != "<":
        return False
    tag = f"</{directive.name}" if directive.is_closing else f"<{directive.name}"
    return pair.target.text.count(tag) >= pair.source.text.count(tag)


def _is_half_lost(pair: Pair, directive: Directive) -> bool:
    """Whether only the other end of a component stands in the target, which alone may be any tag."""
    if pair.source is None or directive.marker != "<" or not directive.name or directive.is_whole:
        return False
    open_, close = f"<{directive.name}", f"</{directive.name}"
    ours, theirs = ([page.text.count(part) for part in (open_, close)] for page in (pair.source, pair.target))
    here, there = (1, 0) if directive.is_closing else (0, 1)
    return theirs[here] < ours[here] and theirs[there] >= ours[there]


def _unbalanced(directives: list[Directive]) -> set[str]:
    """The names of which there are not as many ends as beginnings."""
    counts: Counter[str] = Counter()
    for directive in directives:
        if not directive.is_whole:
            counts[_pair_name(directive)] += -1 if directive.is_closing else 1
    return {name for name, count in counts.items() if count}


def _pair_name(directive: Directive) -> str:
    """What the two ends of a pair share; containers end without a name."""
    if directive.syntax is Syntax.CONTAINER:
        return ":::"
    return directive.name.removeprefix("end")
