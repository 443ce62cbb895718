"""What became of the code spans of a segment, by way of what the whole page says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from doclint.checks import Problem
from doclint.checks.code.inline.chosen import is_gloss, is_put_otherwise
from doclint.checks.code.inline.gone import gone, is_gone, is_strange, is_told, put_right, stray_number
from doclint.checks.code.inline.replaced import exchanged, replaced, replaced_too
from doclint.checks.code.inline.taken import taken
from doclint.checks.code.inline.unmarked import demoted, dropped, is_bare, is_unmarked, unmarked
from doclint.checks.code.pairs import first_of, within
from doclint.checks.code.spans import CodeSpan, PageCode, code_spans, is_label
from doclint.checks.lists import value_list
from doclint.checks.samples.differ import may_differ
from doclint.checks.samples.formulas import formulas_of
from doclint.page import Page, Segment
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text.words import is_name

MOST_SPANS = 100
"""Spans that are laid beside others, as often as there are others."""


def spans_changed(pair: Pair, match: Match[Segment], source: PageCode, target: PageCode) -> Iterator[Problem]:
    """The problems of the spans of a segment: what stands in the place of one, what is gone, what lost its marks."""
    ours, theirs = code_spans(match.source), code_spans(match.target)
    if not pair.is_exact:
        ours, theirs = _without_labels(ours, match.source.page), _without_labels(theirs, match.target.page)
    here, there = Counter(code.text for code in ours), Counter(code.text for code in theirs)
    listed = {code.text for code in value_list(match.source)}
    rarer = [code for code in first_of(ours) if there[code.text] < here[code.text]]
    mended = put_right(rarer, here, there, source)
    if not pair.is_exact:
        mended |= formulas_of(here, there)
    fewer = [code for code in rarer if code.text not in listed and code.text not in mended]
    lost, bare = gone(match, [code for code in fewer if target.count[code.text] < source.count[code.text]])
    moved, _ = gone(match, [code for code in fewer if not there[code.text] and code not in lost and code not in bare])
    missing = [*lost, *moved]
    strange = [code for code in first_of(theirs) if code.text not in here and is_strange(code.text, lost, here, source)]
    if mended:
        same = formulas_of(there, mended)
        strange = [code for code in strange if code.text not in same]
    is_changed = bool(strange)
    told = [*_put_around(pair, match, lost, bare, strange, (source, target))]
    lost += replaced_too(lost, moved, strange, is_as_many=len(ours) == len(theirs))
    if len(lost) * len(strange) < MOST_SPANS:
        told += exchanged(pair, match, lost, strange, source, target)
    if not is_changed:
        told += _gone_or_numbers(pair, match, lost, is_kept=not there - here, pages=(source, target))
        told += [unmarked(match, code) for code in bare if is_unmarked(match, code, source)]
    yield from told
    yield from taken(pair, match, told, missing, [code for code in theirs if code.text not in here], (source, target))
    known = {problem.expected for problem in told}
    yield from (demoted(match, code) for code in rarer if code.text not in known and is_bare(match, code.text))


def _without_labels(codes: list[CodeSpan], page: Page) -> list[CodeSpan]:
    return [code for code in codes if not is_label(code, page)] if "{:" in page.text else codes


def _put_around(
    pair: Pair,
    match: Match[Segment],
    lost: list[CodeSpan],
    bare: list[CodeSpan],
    strange: list[CodeSpan],
    pages: tuple[PageCode, PageCode],
) -> Iterator[Problem]:
    """The strange spans that hold a name whole, which are taken from the lists with it."""
    for held, found in within(lost, bare, strange) if len(strange) < MOST_SPANS else ():
        is_same = is_gloss(held.text, found.text) or is_put_otherwise(pair, held.text, found.text)
        if not is_same and not may_differ(held.text, found.text):
            yield replaced(match, held, found, is_only=True, is_whole=True, pages=pages)


def _gone_or_numbers(
    pair: Pair, match: Match[Segment], lost: list[CodeSpan], *, is_kept: bool, pages: tuple[PageCode, PageCode]
) -> Iterator[Problem]:
    """The spans that are gone, or that a number stands for; `is_kept`: the segment has no span that is not English.

    Unless the English is known, a number of the text stands for nothing but a number.
    """
    is_numbered = len(lost) == 1 and (pair.is_exact or any(map(str.isdigit, lost[0].text)))
    if is_numbered and is_kept and (digits := stray_number(match)):
        yield replaced(match, lost[0], digits, is_only=True, pages=pages)
        return
    there = {code.text for code in code_spans(match.target)}
    once = [code for code in lost if code.text not in there or is_name(code.text)]  # a word need not be said twice
    if not pair.is_exact:
        once = [code for code in once if not is_told(code.text, match)]
    # machines that put numbers in the place of code leave one behind
    is_numbered = bool(once) and stray_number(match) is not None
    yield from (
        dropped(pair, match, code, is_sure=is_numbered)
        for code in once
        if is_numbered or is_gone(code.text, *pages, is_exact=pair.is_exact)
    )
