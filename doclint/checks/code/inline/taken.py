"""Code spans that another place of the page explains, or of which several may be meant, if they were right before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doclint.checks import Problem
from doclint.checks.code.inline.chosen import is_free
from doclint.checks.code.inline.replaced import replaced
from doclint.checks.code.inline.unmarked import dropped
from doclint.checks.code.spans import CodeSpan, PageCode
from doclint.page import Segment
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text import Severity

MOST_PAIRS = 12
"""Of a span that is gone and one that came; where there are more, somebody wrote the text anew."""


def taken(
    pair: Pair,
    match: Match[Segment],
    told: Sequence[Problem],
    gone: list[CodeSpan],
    others: list[CodeSpan],
    pages: tuple[PageCode, PageCode],
) -> Iterator[Problem]:
    """Each span that is gone with each that may stand in its place, and of which nothing was told, or with none.

    Only where one stands for one this is known by the page alone; else a change must have touched nothing but them.
    """
    known = [one.source_span for one in told if one.source_span]
    others = [code for code in others if not any(one.found and one.span.overlaps(code.whole) for one in told)]
    is_only = len(gone) == 1 == len({code.text for code in others})
    if len(gone) * len(others) > MOST_PAIRS:
        return
    for code in gone:
        if not others and not any(span.overlaps(code.whole) for span in known):
            yield dropped(pair, match, code, is_sure=False).if_changed_alone()
        for found in others:
            if not is_free(pair, code.text, found.text):
                problem = replaced(match, code, found, is_only=True, pages=pages)
                before = problem._replace(is_told_if_right_before=True, severity=Severity.WARNING)
                yield before if is_only else problem.if_changed_alone()
