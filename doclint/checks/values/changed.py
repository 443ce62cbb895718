"""The problems of a list of values in code spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from doclint.checks import Problem
from doclint.checks.code.inline.gone import put_right
from doclint.checks.code.spans import CodeSpan, PageCode, code_spans
from doclint.checks.difference import Difference
from doclint.checks.lists import is_scrambled
from doclint.checks.samples.formulas import formulas_of
from doclint.checks.samples.prose import is_button
from doclint.checks.values.members import (
    bare,
    inside,
    is_about_marks,
    is_elsewhere,
    is_kept,
    is_linked,
    is_put_together,
    is_quoted_there,
    is_recased,
    is_respelt,
    is_shown,
    likest,
)
from doclint.page import Segment
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text import Severity, Span, Trust
from doclint.text.damage import Damage, judge, likeness
from doclint.text.separators import separator_runs
from doclint.text.words import stands_in


def values_changed(pair: Pair, match: Match[Segment], members: Sequence[CodeSpan]) -> Iterator[Problem]:
    """What became of the members of a list: others, fewer, more, or in another order."""
    ours, theirs = code_spans(match.source), code_spans(match.target)
    here, there = Counter(code.text for code in ours), Counter(code.text for code in theirs)
    others = [code.text for code in theirs if code.text not in here]
    lost = [
        code
        for code in members
        if not there[code.text]
        and (
            pair.is_exact
            or not (
                is_quoted_there(code.text, theirs)
                or is_linked(code.text, match.target)
                or there[code.text.removesuffix(":")]
            )
        )
        and (
            any(stands_in(code.text, other) for other in others)
            or not is_kept(bare(code.text), match, is_exact=pair.is_exact)
        )
    ]
    if lost and pair.source:
        mended = put_right(lost, here, there, PageCode(pair.source))
        if not pair.is_exact:
            mended |= formulas_of(here, there)
        lost = [code for code in lost if code.text not in mended]
    strange = [code for code in theirs if code.text not in here and not stands_in(bare(code.text), match.source.plain)]
    if not pair.is_exact:
        same = formulas_of(there, here)
        strange = [code for code in strange if code.text not in same]
    if not pair.is_exact and (is_put_together(lost, strange) or is_about_marks(lost, strange)):
        return
    if not pair.is_exact and is_recased(members, lost, strange):
        yield _recased(match, lost, strange)
    elif lost and strange:
        is_menu = not pair.is_exact and is_shown(members)
        for problem in _renamed(match, lost, strange):  # what a program shows has names in each language
            is_label = is_menu or (not pair.is_exact and is_button(problem.expected or ""))
            yield problem._replace(severity=Severity.WARNING) if is_label else problem
    elif len(lost) == len(members):
        is_there = not pair.is_exact and all(is_respelt(code.text, match) for code in lost)
        if not is_there and not all(is_elsewhere(pair, code) for code in lost):
            is_said = pair.trust is Trust.PAIRED and all(code.text.islower() and code.text.isalpha() for code in lost)
            one = _dropped(match, members, lost, theirs)
            yield one._replace(severity=Severity.NOTE) if is_said else one  # words that every language has
    elif lost:
        is_shorter = not pair.is_exact and len(lost) > 1  # a sentence that somebody made of it
        is_example = is_shorter and len(lost) + 1 == len({code.text for code in members})
        severity = Severity.WARNING if is_example else None  # one value and "the like"
        yield from (
            _dropped(match, members, [code], theirs)._replace(severity=severity, is_sample=is_shorter)
            for code in lost
            if not is_elsewhere(pair, code) and (pair.is_exact or not is_respelt(code.text, match))
        )
    else:
        among = inside(members, theirs)
        yield from (_added(match, code) for code in strange if code in among)
        if not strange or not among:
            yield from _disorder(match, members, theirs, is_once=lambda code: here[code.text] == there[code.text] == 1)


def _renamed(match: Match[Segment], lost: list[CodeSpan], strange: list[CodeSpan]) -> Iterator[Problem]:
    """The strange spans, each with the value in the same place among those that are gone."""
    is_only = len(lost) == len(strange) == 1
    every = ", ".join(code.text for code in lost)
    pairs = [(found, expected, expected.text if expected else every) for found, expected in _beside(lost, strange)]
    likest_of = {name: found for found, _, name in sorted(pairs, key=lambda it: likeness(it[2], it[0].text))}
    for found, expected, name in pairs:
        if found != likest_of[name]:
            yield _added(match, found)  # another one stands for what is missing
            continue
        is_sure = is_only and match.is_sure
        is_whole = expected is not None and stands_in(expected.text, found.text)  # explained, or glued
        yield Difference(match, found.span, (expected or lost[0]).span).problem(
            found.text,
            name,
            evidence="value of the English list",
            damage=judge(name, found.text) if expected else None,
            message="" if expected else f'"{found.text}" is not a value of the English list; missing: {name}',
            put=expected.span.of(match.source.page.text) if expected and is_only else None,
            is_safe=is_sure and not is_whole,
            severity=Severity.WARNING if is_whole else None,
            is_sure=is_sure,
            is_sample=True,
        )


def _beside(lost: list[CodeSpan], strange: list[CodeSpan]) -> list[tuple[CodeSpan, CodeSpan | None]]:
    """Each strange span with the value that it stands for; None where that cannot be told."""
    if len(lost) == len(strange):
        return list(zip(strange, lost, strict=True))
    return [(found, likest(lost, found)) for found in strange]


def _recased(match: Match[Segment], lost: Sequence[CodeSpan], strange: Sequence[CodeSpan]) -> Problem:
    """The one problem of a list whose values have other capitals."""
    found = ", ".join(code.text for code in strange)
    return Difference(match, strange[0].span, lost[0].span).problem(
        strange[0].text,
        lost[0].text,
        evidence="value of the English list",
        damage=Damage.RECASED,
        message=f"the values are capitalized differently from the English: {found}",
        severity=Severity.WARNING,
    )


def _dropped(
    match: Match[Segment], members: Sequence[CodeSpan], lost: list[CodeSpan], theirs: list[CodeSpan]
) -> Problem:
    before = {member.text for member in members[: members.index(lost[0])]}
    ends = [other.whole.end for other in theirs if other.text in before]
    start = max(ends, default=match.target.span.start)
    return Difference(match, Span(start, start), lost[0].span).problem(
        "", ", ".join(code.text for code in lost), evidence="value of the English list"
    )


def _added(match: Match[Segment], code: CodeSpan) -> Problem:
    return Difference(match, code.span).problem(
        code.text,
        evidence="values of the English list",
        message=f'"{code.text}" is not a value of the English list',
        severity=Severity.WARNING,
        is_sure=False,
    )


def _disorder(
    match: Match[Segment],
    members: Sequence[CodeSpan],
    theirs: list[CodeSpan],
    *,
    is_once: Callable[[CodeSpan], bool],
) -> Iterator[Problem]:
    """One problem for separators that moved away, or for another order; runs of them are `orphan-separators`'."""
    names = [code.text for code in members if is_once(code)]
    found = [code for code in theirs if code.text in names]
    if len(found) < 2 or next(separator_runs(match.target.text), None):
        return
    is_unparted = is_scrambled(match.target, names) and not is_scrambled(match.source, names)
    if not is_unparted and [code.text for code in found] == names:
        return
    span = Span(found[0].whole.start, found[-1].whole.end)
    message = (
        "the separators moved away from the values they separate" if is_unparted else "the values are in another order"
    )
    yield Difference(match, span, Span(members[0].whole.start, members[-1].whole.end)).problem(
        span.of(match.target.page.text),
        evidence="values of the English list",
        message=message,
        severity=Severity.WARNING if is_unparted else Severity.NOTE,
    )
