"""The problems of lines that are gone from a block, or that other lines took the place of."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.checks import Problem
from doclint.checks.code.allowed.transcripts import has_prompt, is_elsewhere
from doclint.checks.code.blocks.alone import line_doubled
from doclint.checks.code.lostlines import few_lost, is_another, is_rewritten, lost_lines
from doclint.checks.code.otherlines import exchanged_words, other_lines
from doclint.checks.code.tokens import PROSE as PROSE_LANGUAGES
from doclint.checks.difference import Difference
from doclint.page import Code
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text import Severity

DOTS = ".… \t\n"


def lines_of_then(match: Match[Code]) -> Iterator[Problem]:
    """Lines that took the place of those of the English, in case that they are those of an older version."""
    for expected, found in other_lines(match.source.text, match.target.text):
        here, there = match.target.place(*found), match.source.place(*expected)
        yield (
            Difference(match, here, there)
            .problem(
                found.of(match.target.text), expected.of(match.source.text), evidence="line of the English example"
            )
            ._replace(is_hint=True)
        )


def lines_of_before(match: Match[Code]) -> Iterator[Problem]:
    """The few lines that are gone from an example of which other lines are others, and words that stand for one
    another in a line, in case that a change took them."""
    for expected, found in exchanged_words(match.source.text, match.target.text):
        yield (
            Difference(match, match.target.place(*found), match.source.place(*expected))
            .problem(
                found.of(match.target.text),
                expected.of(match.source.text),
                evidence="line of the English example",
            )
            .if_changed_alone()
        )
    for lost, at in few_lost(match.source.text, match.target.text):
        yield (
            Difference(match, match.target.place(at, at), match.source.place(*lost))
            .problem("", lost.of(match.source.text), evidence="line of the English example", severity=Severity.WARNING)
            ._replace(is_told_if_right_before=True)
        )


def block_lines_doubled(match: Match[Code]) -> Iterator[Problem]:
    """The line that stands twice in a block that is else the English one."""
    if (place := line_doubled(match)) is None:
        return
    line = place.of(match.target.text)
    yield Difference(match, match.target.place(*place), match.source.place(0, 0)).problem(
        line,
        evidence="the English example",
        message=f'the line "{line}" stands twice here, and once in the English',
        severity=Severity.WARNING,
    )


def block_lines_lost(pair: Pair, match: Match[Code]) -> Iterator[Problem]:
    """Lines of code that are gone from a block that is otherwise the same; comments may go."""
    is_exact, code = pair.is_exact, match.source.text
    if match.source.language in PROSE_LANGUAGES and not is_exact:
        return
    found = [*lost_lines(code, match.target.text, is_exact=is_exact)]
    is_compared = bool(found) and not is_exact
    is_other = is_compared and is_another(code, match.target.text)
    is_session = is_compared and has_prompt(code)
    for lost, at in found:
        if not is_exact and not lost.of(code).strip(DOTS):
            continue  # more of the same
        if lost.of(code).strip() == match.target.info.strip() and not match.source.info:
            continue  # the language, which the English has as a line of the example
        if is_session and _is_said_elsewhere(pair, lost.of(code)):
            continue
        is_printed = is_session and not has_prompt(lost.of(code))
        is_mild = is_printed or is_other or (not is_exact and is_rewritten(lost, code, match.target.text))
        yield Difference(match, match.target.place(at, at), match.source.place(*lost)).problem(
            "",
            lost.of(code),
            evidence="line of the English example",
            severity=Severity.WARNING if is_mild else None,
        )


def _is_said_elsewhere(pair: Pair, lost: str) -> bool:
    """Whether the page has lines in another form, so that no reader misses them."""
    ours, theirs = ((block.text for block in page.codes) for page in (pair.source or pair.target, pair.target))
    return any(map(str.isalnum, lost)) and is_elsewhere(lost, ours, theirs)
