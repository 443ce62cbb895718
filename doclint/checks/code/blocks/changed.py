"""The problems of tokens that have become others, block by block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from doclint.checks import Problem
from doclint.checks.code.blocks.changes import Change
from doclint.checks.code.blocks.kinds import is_foreign, overlap
from doclint.checks.code.blocks.readers import is_joining, is_sentence
from doclint.checks.code.blocks.tokenproblem import is_sample, token_problem, unmade
from doclint.checks.code.lines import Slip
from doclint.checks.code.tokens import PROSE as PROSE_LANGUAGES
from doclint.checks.code.tokens import SHELLS
from doclint.page import Code
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text import Severity

MOST_CHANGES = 6
"""Places in a block; where more differ it is another version of the example."""

MOST_NAMES = 2
"""Names in a block that became others in Latin letters; where more did, a person put the sample into their language."""


def tokens_changed(
    pair: Pair, match: Match[Code], found: list[Change], alone: list[Slip], found_words: Counter[str]
) -> Iterator[Problem]:
    """What became of the tokens of one block, unless so many became others that it is another example."""
    if sum(word.text.isascii() for _, word in found) > MOST_CHANGES:
        found = [(expected, word) for expected, word in found if is_foreign(word.text)]
    names = {word.text for expected, word in found if expected.is_name and not is_foreign(word.text)}
    for expected, word in found:
        if not is_joining(pair, expected, match) and not is_sample(pair, expected, word, found_words):
            one = token_problem(match, expected, word, is_only=len(found) == 1, is_exact=pair.is_exact)
            if is_foreign(word.text) and any(overlap(word, slip.found) and not slip.is_whole for slip in alone):
                one = unmade(pair, one, match)
            is_other = not is_foreign(word.text) and (len(word.text.split()) > 1 or not word.text.isascii())
            is_text = match.source.language in PROSE_LANGUAGES and not is_foreign(word.text)
            is_told = match.source.language in SHELLS and not pair.is_exact and is_sentence(word.text)
            is_mild = len(names) > MOST_NAMES or is_other or is_text or is_told
            yield one._replace(severity=Severity.WARNING) if is_mild else one
