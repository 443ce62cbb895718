"""What of an example people read: a sentence, words beside code, captions of a drawing, prices."""

from __future__ import annotations

import re
import unicodedata

from doclint.checks import Problem
from doclint.checks.code.frontkeys import is_front_key
from doclint.checks.code.sentences import is_listing, line_of
from doclint.checks.code.tokens import PROSE, is_code
from doclint.page import Code
from doclint.pair import Pair
from doclint.text.damage import Damage
from doclint.text.lazypattern import lazy

ROW = lazy(r"(?<![\w.,:$/@-])[A-Za-z][a-z'’]*(?:,? [A-Za-z][a-z'’]*){3,}(?![\w(/=@-]|\.\w)")
"""Four words with no sign of code between them."""

TITLE = lazy(r"\s*[A-Za-z]+(?: [A-Za-z]+)+\s*")
"""A line of words alone."""

WORD = lazy(r"(?<![\w.$/@<-])[A-Za-z]?[a-z]{2,}(?![\w(/=@>-]|\.\w)")

CHAIN = lazy(r"\s*(?:\w+:\s+)?\w+(?: \w+)*(?: (?:->|=>|\u2192) \w+(?: \w+)*)+\s*")
"""What leads on to what, in a drawing of one line: `Ada -> Bob -> depot`."""

FORMULA = lazy(r"[\u00d7\u00f7\u2264\u2265\u2248]")
"""Signs of reckoning that no program has: what is reckoned with is told in words."""

FILE = ("/", ".")
"""What stands behind the name of a folder or a file in a drawing of them."""

FEW = 3
"""Words of a row, and of a block, that must be gone: more than the one that a slip changes."""


def is_for_people(problem: Problem, block: Code, pair: Pair, *, is_data: bool) -> bool:
    """Whether the words of an example belong to a text that was put over, and no program reads them.

    In data, too, four words in a row are a text; a line of a program is read by none but the program.
    """
    target, found = problem.target, problem.found
    if not found or pair.source is None or problem.source_span is None or not isinstance(target, Code):
        return False
    if is_front_key(block.text, problem.source_span.start - block.place(0, 0).start):
        return False  # which the generator of a site reads, whatever stands below
    if ROW.search(problem.expected or ""):
        return not found.isascii() or not ROW.search(found)
    is_plain = not block.language or block.language in PROSE
    if not is_plain and not is_data:
        return False
    ours = line_of(pair.source.text, problem.source_span.start)
    theirs = line_of(pair.target.text, problem.span.start)
    if is_plain and problem.damage is Damage.RECASED and TITLE.fullmatch(ours):
        return True
    words = [word for row in ROW.finditer(ours) for word in re.findall(r"[\w'’]+", row[0])]
    if not is_plain or _is_put_over(words, theirs):
        return _is_put_over(words, theirs)
    if (CHAIN.fullmatch(ours) and CHAIN.fullmatch(theirs)) or (FORMULA.search(ours) and FORMULA.search(theirs)):
        return True
    is_caption = is_listing(ours) and pair.source.text[problem.source_span.end :][:1] not in FILE
    return (is_caption or not is_code(block.text)) and _is_put_over(WORD.findall(block.text), target.text)


def _is_put_over(words: list[str], text: str) -> bool:
    """Whether most of some words, and more than a slip changes, do not stand in a text."""
    said, known = set(words), set(re.findall(r"[A-Za-z'’]+", text))
    gone = len(said - known)
    return gone >= FEW and 2 * gone >= len(said)


def is_price(problem: Problem, pair: Pair) -> bool:
    """Whether one currency stands for another, and its sign begins no name."""
    signs = problem.expected or "", problem.found
    if pair.source is None or problem.source_span is None or any(len(sign) != 1 for sign in signs):
        return False
    behind = pair.source.text[problem.source_span.end :][:1]
    return all(unicodedata.category(sign) == "Sc" for sign in signs) and not (behind.isalpha() or behind in "_{(")
