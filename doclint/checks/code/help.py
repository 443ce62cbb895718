"""What a command prints for people, in a block of a shell: sentences, and the descriptions of its help.

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

SENTENCE = lazy(
    rf"""(?:[ \t]//[ \t](?P<remark>[^\n]+)
      |(?:[ \t]{{2,}}|\t|[\w\])>]:[ \t]+)(?P<told>{TITLED}|[a-z]+[,;]?(?:[ ]{PLAIN}){{4,}})
      |^[ \t]*(?P<begun>{TITLED}))(?=\s|$)""",
    re.VERBOSE | re.MULTILINE,
)
"""Behind what stands before a description (a column, a colon, the sign of a remark), or where a line begins."""

LINE = lazy(r"([ \t]*)([^\n]+)")


def texts_in_help(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences stand in a block of a shell, each from its first word, and the lines that carry one on."""
    for match in SENTENCE.finditer(text):
        assert match.lastgroup
        start, end = match.span(match.lastgroup)
        is_column = match["told"] and not text[match.start() : start].strip()
        yield start, max(end, text.find("\n", end)) if is_column else end
        column = match.start("told") - text.rfind("\n", 0, match.end()) - 1
        at = text.find("\n", match.end()) + 1
        while match["told"] and at and (line := LINE.match(text, at)) and len(line[1]) == column:
            yield line.span(2)
            at = text.find("\n", at) + 1
