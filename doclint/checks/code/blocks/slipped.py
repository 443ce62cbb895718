"""The problems of lines that read the same but for a number, a sign or one word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from doclint.checks import Problem
from doclint.checks.code.blocks.alone import changed_alone, is_alone, is_torn
from doclint.checks.code.blocks.changed import MOST_CHANGES
from doclint.checks.code.blocks.changes import Change
from doclint.checks.code.blocks.drawings import UPRIGHT, is_drawing
from doclint.checks.code.blocks.kinds import is_foreign, is_module, is_same_words, is_sign, overlap
from doclint.checks.code.blocks.readers import is_joining, is_put_over
from doclint.checks.code.blocks.tokenproblem import is_sample, token_problem, unmade
from doclint.checks.code.lines import Slip, is_in_text
from doclint.checks.code.sentences import is_prose_line, line_before, line_of
from doclint.checks.code.tokens import PROSE as PROSE_LANGUAGES
from doclint.checks.code.tokens import SAMPLE_NAME, SHELLS
from doclint.page import Code
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text import Severity, Trust
from doclint.text.lazypattern import lazy
from doclint.text.words import is_joined, is_name, stands_in

COMMA = "\u3001"
"""What parts the members of a list in the writing of East Asia, and nothing in code."""

NUMBERED = lazy(r"[a-z]+(?:[-_.][a-z]+)*[-_.]\d+", re.ASCII)
"""What has a number for its last word, as a region of a cloud has: `eu-north-1`."""

STYLE = lazy(r"[\"'`;,]")
"""Signs that people put as they are used to, where a language leaves it to them."""


def lines_slipped(
    pair: Pair, match: Match[Code], known: list[Change], alone: list[Slip], found_words: Counter[str]
) -> Iterator[Problem]:
    """Lines that read the same but for a number, a sign or one word of several, which the tokens have not shown."""
    code, language = match.source.text, match.source.language
    for expected, word in changed_alone(match):
        if not any(overlap(word, slip.found) for slip in alone):
            one = token_problem(match, expected, word, is_only=True, is_exact=pair.is_exact)
            yield one._replace(severity=None if pair.is_exact else Severity.WARNING, is_sample=False)
    alone = [slip for slip in alone if not is_drawing((slip.expected, slip.found))]
    found = [slip for slip in alone if not any(overlap(slip.found, it) for _, it in known)]
    if len(found) > MOST_CHANGES:
        found = [slip for slip in found if not slip.found.text.isascii()]
    for slip in found:
        is_broken = len(found) == 1 and is_alone(match) and is_torn(match, slip.expected, slip.found)
        if is_joining(pair, slip.expected, match) or (not is_broken and _is_free_slip(pair, slip, language)):
            continue
        if is_sample(pair, slip.expected, slip.found, found_words):
            continue
        one = token_problem(match, slip.expected, slip.found, is_only=len(found) == 1, is_exact=pair.is_exact)
        is_text = language in PROSE_LANGUAGES or is_in_text(code, slip.expected.start)
        if (is_foreign(slip.found.text) and not is_text) or (is_text and _is_known(pair, slip)):
            yield unmade(pair, one, match)
        elif one.severity is not None and not pair.is_exact:  # a number, or a word of the language
            yield one
        elif is_broken and not pair.is_exact:
            yield one._replace(severity=Severity.WARNING, is_sample=False)
        elif not pair.is_exact and slip.found.text.isascii() and is_same_words(slip.expected, slip.found):
            yield one._replace(severity=Severity.WARNING if is_module(slip.expected, code) else Severity.NOTE)
        elif not pair.is_exact and _is_typography(slip, match):
            yield one._replace(severity=Severity.NOTE)  # as the language of the page has it
        elif is_text and slip.expected.is_name and pair.trust is not Trust.PROVEN:
            yield one._replace(severity=Severity.NOTE)  # a name in a string is the author's for the most part
        else:
            yield one._replace(
                severity=Severity.WARNING if is_text or _is_added(slip) else None,
                is_sample=one.is_sample and not is_sign(slip.expected.text),
            )


def _is_free_slip(pair: Pair, slip: Slip, language: str) -> bool:
    """Whether people change this as they like, so that it tells nothing unless the English is proven."""
    if slip.is_whole and not _is_value(pair, slip.expected.text, language) and not _is_known(pair, slip):
        return True
    if pair.trust is Trust.PROVEN:
        return False
    if {slip.expected.text, slip.found.text} <= UPRIGHT:
        return True
    is_text = slip.is_prose or language in PROSE_LANGUAGES
    if slip.expected.is_name and is_text and not is_same_words(slip.expected, slip.found):
        return True
    return STYLE.sub("", slip.expected.text) == STYLE.sub("", slip.found.text)


def _is_typography(slip: Slip, match: Match[Code]) -> bool:
    """Whether a sign became one beyond ASCII in a line of prose or a text, or behind the number of a step (`1、`)."""
    code, language = match.source.text, match.source.language
    if language and language not in PROSE_LANGUAGES:
        return False
    if not is_sign(slip.expected.text) or not is_sign(slip.found.text) or slip.found.text.isascii():
        return False
    at = slip.expected.start
    is_step = line_before(code, at).strip().isdecimal()
    is_listed = slip.found.text == COMMA and slip.expected.text == ","
    return is_step or is_listed or is_prose_line(line_of(code, at)) or is_put_over(match.source, match.target)


def _is_known(pair: Pair, slip: Slip) -> bool:
    """Whether other code of the English page has the name, or its figures tell that it is one, and no word of English
    stands there."""
    name, found = slip.expected.text, slip.found.text
    if found.isascii() or pair.source is None or SAMPLE_NAME.fullmatch(name):
        return False
    is_again = is_name(name) and not is_joined(name) and pair.source.code_text.count(name) > 1
    return is_again or NUMBERED.fullmatch(name) is not None


def _is_added(slip: Slip) -> bool:
    """Whether a word came in beside the one that stands."""
    return slip.found.text != slip.expected.text and stands_in(slip.expected.text, slip.found.text)


def _is_value(pair: Pair, text: str, language: str) -> bool:
    """Whether all that a string says is what a machine reads: an argument of a command, or a name of the page."""
    return language in SHELLS or pair.source_vocabulary.is_code(text)
