"""Lines of a session - commands behind a prompt, and what they print - that a translation gives in another form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from doclint.checks.code.lines import bare_lines
from doclint.checks.code.sentences import line_of
from doclint.text.lazypattern import lazy
from doclint.text.words import stands_in

FORM = r"(?:\$|>{1,3}|[\w(][\w()@:~./*-]*[>$%])[ \t]+(?=\S)"
"""What stands before a command: `$`, `mysql>`, `user@host:~$`."""

PROMPT = lazy(FORM)
PROMPTED = lazy(rf"^[^\S\n]*{FORM}", re.MULTILINE)

CARRIED_ON = ("\\", "`", "^", "|", "&&")
"""What stands at the end of a line of a command that goes on."""

REMARK = lazy(r"(?:\#|//|--)[ \t]*(?:=>|->)?[ \t]*")
"""What begins a comment, which may say what is printed."""


def has_prompt(text: str) -> bool:
    """Whether commands in a text stand behind a prompt, so that it is a session."""
    return PROMPTED.search(text) is not None


def is_below_prompt(text: str, at: int) -> bool:
    """Whether the line of a place in a session has no prompt and carries none on, so that a program prints it."""
    start = text.rfind("\n", 0, at) + 1
    above = text[:start].rstrip()
    if PROMPT.match(line_of(text, at).strip()) or above.endswith(CARRIED_ON) or "<<" in above:
        return False
    return has_prompt(above)


def is_echoed(word: str, text: str) -> bool:
    """Whether a session gives a word, or a text with it, to a command that prints it, in whatever capitals."""
    folded = word.casefold()
    if text.casefold().count(folded) < 2 or not has_prompt(text):
        return False
    lines = [line for line in bare_lines(text.casefold()) if stands_in(folded, line)]
    given = [line for line in lines if PROMPT.match(line)]
    return bool(given) and any(line == folded or any(one.endswith(f" {line}") for one in given) for line in lines)


def is_elsewhere(lost: str, source: Iterable[str], target: Iterable[str]) -> bool:
    """Whether the blocks of the target have each of these lines as often as those of the source, in whatever form:
    without its prompt, as a comment, in a block of its own."""
    ours, theirs = (Counter(_bare(line) for text in texts for line in bare_lines(text)) for texts in (source, target))
    return all(theirs[bare] >= ours[bare] for bare in map(_bare, bare_lines(lost)))


def _bare(line: str) -> str:
    line = REMARK.sub("", line, count=1) if REMARK.match(line) else PROMPT.sub("", line, count=1)
    return "".join(line.split())
