"""Tags that a page begins and never ends, or ends and never began, whatever its layout hides from the parser."""

from __future__ import annotations

import re

from doclint.text import Span
from doclint.text.lazypattern import lazy

TAG = lazy(
    r"(?<!\\)<(/?)([^\W\d_][\w.:-]*)((?:\s+(?:[^\s<>=\"'{}/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|\{[^<>]*?\}|\{[^{}<>]*[<>][^{}]*\}))?|\{[^{}]*\}))*)\s*(/?)>"
)
EXPRESSIONS = lazy(r"""[{}]|"[^"\\\n]*+(?:\\.[^"\\\n]*+){0,200}"|(?<!\w)'[^'\\\n]*+(?:\\.[^'\\\n]*+){0,200}'(?!\w)""")
"""Braces, and the strings that may stand between them; an apostrophe in a word begins none."""
BRACKETS = str.maketrans("<>", "  ")


def unpaired_tags(text: str) -> list[tuple[str, Span, bool]]:
    """The tags without partner: their name, place, and whether it is an end."""
    open_: list[tuple[str, Span, bool]] = []
    alone = []
    for match in TAG.finditer(_without_strings(text)):
        name, span = match[2], Span(*match.span())
        if match[4]:
            continue
        if not match[1]:
            open_.append((name, span, False))
        elif any(one[0] == name for one in open_):
            while open_ and open_[-1][0] != name:
                alone.append(open_.pop())
            open_.pop()
        else:
            alone.append((name, span, True))
    return sorted([*alone, *open_], key=lambda one: one[1])


def _without_strings(text: str) -> str:
    """The text without brackets in the strings of its expressions; places stay."""
    parts: list[str] = []
    strings: list[re.Match[str]] = []
    depth = at = 0
    for match in EXPRESSIONS.finditer(text):
        if match[0] == "{":
            depth += 1
        elif match[0] != "}":
            strings += [match] if depth and "<" in match[0] else []
        elif depth:
            depth -= 1
            for string in [] if depth else strings:
                parts += [text[at : string.start()], string[0].translate(BRACKETS)]
                at = string.end()
            strings = strings if depth else []
    return "".join(parts) + text[at:]
