"""Words in a block that are for the people who read it, and that its machine never sees."""

from __future__ import annotations

from doclint.checks.code.blocks.kinds import REMARKS, is_foreign
from doclint.checks.code.help import texts_in_help
from doclint.checks.code.sentences import is_headline, line_before, line_of
from doclint.checks.code.tokens import SHELLS
from doclint.checks.code.tokens import Token as CodeToken
from doclint.page import Code
from doclint.pair import Pair
from doclint.pair.alignment.align import Match
from doclint.text.lazypattern import lazy

JOINING = ("and", "or")
"""What stands between two commands, and is none."""

SENTENCE = lazy("[\u3001\u3002\uff01\uff0c\uff1a\uff1f]|[^\\W\\d_a-zA-Z](?:[,:;] |[.!?](?:\\s|$))")
"""Signs of a sentence in the writing of East Asia, or behind letters that code does not have."""


def is_put_over(source: Code, target: Code) -> bool:
    """Whether text stands in most lines of a block that differ, in which the signs of its language belong."""
    known = {*source.text.split("\n")}
    other = [line for line in target.text.split("\n") if line not in known and not line.lstrip().startswith(REMARKS)]
    return 2 * sum(map(is_foreign, other)) > len(other)


def is_joining(pair: Pair, expected: CodeToken, match: Match[Code]) -> bool:
    """Whether the word is for people who read a command: `ls or dir`, `(optional) ls`, what help says of an option."""
    code, (start, end) = match.source.text, (expected.start, expected.start + len(expected.text))
    if pair.is_exact or match.source.language not in {*SHELLS, ""}:
        return False
    if any(low <= start and end <= high for low, high in texts_in_help(code)) or is_headline(line_of(code, start)):
        return True
    if match.source.language not in SHELLS:
        return False
    is_aside = expected.text.isalpha() and line_before(code, start).strip() == "(" and code[end : end + 1] == ")"
    return is_aside or expected.text.lower() in JOINING


def is_sentence(text: str) -> bool:
    """Whether a text is more than a word of another script: it has the signs of a sentence, or goes over lines."""
    return is_foreign(text) and ("\n" in text or SENTENCE.search(text) is not None)
