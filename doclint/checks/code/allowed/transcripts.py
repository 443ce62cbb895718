"""Lines of a session - commands behind a prompt, and what they print - that a translation gives in another form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from doclint.checks.code.lines import bare_lines
from doclint.text.lazypattern import lazy

PROMPT = lazy(r"(?:\$|>{1,3}|[\w(][\w()@:~./*-]*[>$%])[ \t]+(?=\S)")
"""What stands before a command: `$`, `mysql>`, `user@host:~$`."""

REMARK = lazy(r"(?:\#|//|--)[ \t]*(?:=>|->)?[ \t]*")
"""What begins a comment, which may say what is printed."""


def has_prompt(text: str) -> bool:
    """Whether commands in a text stand behind a prompt, so that it is a session."""
    return any(map(PROMPT.match, bare_lines(text)))


def is_elsewhere(lost: str, source: Iterable[str], target: Iterable[str]) -> bool:
    """Whether the blocks of the target have each of these lines as often as those of the source, in whatever form:
    without its prompt, as a comment, in a block of its own."""
    ours, theirs = (Counter(_bare(line) for text in texts for line in bare_lines(text)) for texts in (source, target))
    return all(theirs[bare] >= ours[bare] for bare in map(_bare, bare_lines(lost)))


def _bare(line: str) -> str:
    line = REMARK.sub("", line, count=1) if REMARK.match(line) else PROMPT.sub("", line, count=1)
    return "".join(line.split())
