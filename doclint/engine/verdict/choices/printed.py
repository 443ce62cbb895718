"""Words of an example that a program prints, or a person reads, so that no machine asks for them."""

from __future__ import annotations

from functools import lru_cache

from doclint.checks import Problem
from doclint.checks.code.allowed.transcripts import is_below_prompt, is_echoed
from doclint.checks.code.sentences import is_listing, line_of
from doclint.page import Code
from doclint.pair import Pair
from doclint.text.lazypattern import lazy

OUTPUT = lazy(
    r"[\s>]*(?:\[\S|\d+[-/:.\s]|-\s|[A-Z]+\s*\Z|(?:DEBUG|ERROR|INFO|WARN(?:ING)?)\s"
    r"|[\u2139\u26a0\u2705\u2713-\u2718\u274c\U0001f300-\U0001faff]\ufe0f?\s"
    r"|[A-Z][a-z]+(?:[ ,:…]|=[A-Z])|\w+[(:]|\w+(?:\.\w+)+:\s|\w+=[A-Za-z]+ (?:\([a-z]|[a-z]+ [a-z]+ [a-z]))"
)
"""What no command begins with, in a quotation too: a time in brackets, a number, a hyphen alone, a word in capitals,
how grave a message is, a tick or another picture, a word with a capital,
a call, a label, a value of words."""

WORD = lazy(r"[^\W\d_]+")

QUOTED = lazy(r"""(?P<quote>["'`])(?P<text>[^"'`\n]+)(?P=quote)""")

SHOWN = lazy(r"</?[a-z][\w.-]*(?:\s[^<>\n]*)?>\s*(?P<text>[^<>{}()=;]*[^\W\d_][^<>{}()=;]*)(?=[<{])")
"""What stands between tags, where a page shows it."""


def is_output(problem: Problem, pair: Pair) -> bool:
    """Whether the line of the English is no command, so that a program prints it, or a person reads it."""
    if pair.source is None or problem.source_span is None:
        return False
    page, at = pair.source.text, problem.source_span.start
    line = line_of(page, at)
    if OUTPUT.match(line) is not None or is_listing(line):
        return True
    part = problem.source
    if not isinstance(part, Code) or (problem.expected or "").startswith("-"):  # whose help says what a flag does
        return False
    return is_below_prompt(part.span.of(page), at - part.span.start)


def is_printed(problem: Problem, pair: Pair) -> bool:
    """Whether all words on both sides stand in quotes, or between tags, in the code of their page, or are given and
    printed again."""
    blocks = (problem.expected or "", problem.source), (problem.found, problem.target)
    if all(isinstance(block, Code) and is_echoed(word, block.text) for word, block in blocks):
        return True
    sides = (problem.expected or "", pair.source), (problem.found, pair.target)
    return all(page and _words(text) and _words(text) <= _quoted(page.code_text) for text, page in sides)


def _words(text: str) -> set[str]:
    return set(WORD.findall(text))


@lru_cache(4)
def _quoted(code: str) -> frozenset[str]:
    """The words between quotes and tags in the code of a page, which is asked for each of its problems."""
    texts = (text["text"] for form in (QUOTED, SHOWN) for text in form.finditer(code))
    return frozenset(word for text in texts for word in _words(text))
