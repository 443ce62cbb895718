"""What a command prints for people, in a block of a shell or of no language: sentences, and what its help says.

Who translates a page may put these into their language, as they do with comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doclint.text.lazypattern import lazy

PLAIN = r"[\"'`(]?[A-Za-z][A-Za-z’']*(?:[-/][A-Za-z]+)*[\"'`)]?[,.;:]?"
"""A word of a sentence with the signs around it."""

TITLED = rf"[A-Z][a-z’']*+[,;]?(?:[ ]{PLAIN}){{2,}}"
"""Three words in a row, of which the first has a capital."""

OPTION = lazy(
    r"""^[ \t]*-{1,2}[A-Za-z?][\w-]*(?:,[ ]--?[\w-]+)?(?:[ =][\w.<>\[\]|"'…+*]+)*?
        (?:(?:[ ]{2,}|\t+)(?P<beside>[^\s\\-][^\n]*[^\s\\])|[ ](?P<close>[A-Z][a-z’']+[ ][^\n]+))$""",
    re.VERBOSE | re.MULTILINE,
)
"""An option of a command, and in a column beside it what it does."""

HEAD = lazy(r"^[ \t]*([A-Z][^\n]*):[ \t]*$|^[ \t]*([A-Za-z][a-z]+):(?=[ \t]+\S)", re.MULTILINE)
"""What stands above options, as `Query options (with --query):`, and the label before a form of the command."""

FEWEST_OPTIONS = 2
"""Options below each other that are a command's help."""

LONG = 5
"""Plain words that begin a line which is a sentence to its end."""

SENTENCE = lazy(
    rf"""(?:[ \t]//[ \t](?P<remark>[^\n]+)
      |(?:[ \t]{{2,}}|\t|[\w\])>]:[ \t]+)(?P<told>{TITLED}|[a-z]+[,;]?(?:[ ]{PLAIN}){{4,}})
      |^[ \t]*(?P<begun>{TITLED}))(?=\s|$)""",
    re.VERBOSE | re.MULTILINE,
)
"""Behind what stands before a description (a column, a colon, the sign of a remark), or where a line begins."""

LINE = lazy(r"([ \t]*)([^\n]+)")


def texts_in_help(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences stand in a block, each from its first word, and the lines that carry one on; in no order."""
    options = [option.span(option.lastgroup or 0) for option in OPTION.finditer(text)]
    yield from options
    if len(options) >= FEWEST_OPTIONS:
        yield from (head.span(head.lastindex or 0) for head in HEAD.finditer(text))
    for match in SENTENCE.finditer(text):
        assert match.lastgroup
        start, end = match.span(match.lastgroup)
        is_column = match["told"] and not text[match.start() : start].strip()
        is_long = match["begun"] and len(match["begun"].split()) >= LONG
        yield start, max(end, text.find("\n", end)) if is_column or is_long else end
        column = match.start("told") - text.rfind("\n", 0, match.end()) - 1
        at = text.find("\n", match.end()) + 1
        while match["told"] and at and (line := LINE.match(text, at)) and len(line[1]) == column:
            yield line.span(2)
            at = text.find("\n", at) + 1
