"""Names that a row says to readers beside the code that stands for them, which people write as the product does."""

from __future__ import annotations

from doclint.checks import Problem
from doclint.checks.code.sentences import line_of
from doclint.page import Kind, Segment
from doclint.text.damage import Damage

WRITTEN = (Damage.RECASED, Damage.SPACED)
"""What differs where a product writes its name in another way; several words are half translated, too."""


def is_label(problem: Problem) -> bool:
    """Whether a name without backticks, in a row whose code stands in them, is merely written in another way.

    `YahooGemini` beside the code `yahoo_gemini` is the name of a product, which calls itself Yahoo Gemini. A name that
    begins in small letters may be a key: another first letter is all that may differ in it.
    """
    source, name, found = problem.source, problem.expected or "", problem.found
    if not isinstance(source, Segment) or source.kind is not Kind.CELL or not name.isalpha():
        return False
    is_named = name[0].isupper() and found[:1].isupper()
    is_written = problem.damage in WRITTEN or (is_named and problem.damage is Damage.HALF_TRANSLATED)
    if not is_written or not (is_named or found == name[0].upper() + name[1:]):
        return False
    return "`" not in source.text and "`" in line_of(source.page.text, source.span.start)
