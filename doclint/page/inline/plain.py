"""Marks of a text whose markup can be read in one way only, without the parser: most of all that has any.

Markdown-it looks at each character in Python, and remembers delimiters that may or may not find a partner.
"""

from __future__ import annotations

import re

from doclint.page.inline.pieces import PieceKind
from doclint.page.inline.rules import Mark
from doclint.text.lazypattern import lazy

PIECE = lazy(
    r"""(?P<text>[^`*_\[\]<>&\\!~{]+|!(?!\[))
    |(?<!`)`(?P<code>[^`\s](?:[^`\n]*[^`\s])?)`(?!`)
    |(?<!\*)\*\*(?P<strong>[^\W_](?:[^`*_\[\]<>&\\!~{]*[^\W_])?)\*\*(?!\*)
    |\[!INCLUDE\s*\[(?P<include>[^`*_\[\]<>&\\!~{()\n]+)\]\((?P<file>(?a:[\w./-]+))\)\]
    |\[(?P<link>[^`*_\[\]<>&\\!~{()\n]+)\]\((?P<target>(?:https?://)?(?a:[\w./#?=%+-]+))\)""",
    re.VERBOSE,
)
"""Plain text; a code span without white space at its ends; words between asterisks that begin and end with a letter or
digit, so that nothing beside them matters; Microsoft's include, and a link, with plain words and a plain address."""


OTHER = (":::", "\0")
"""What is read in other ways though no sign of it is markup."""


def marks(text: str, *, is_heading: bool) -> list[Mark] | None:
    """The pieces in the order of the text; None where it has other forms, or may be a heading with its id."""
    if any(sign in text for sign in OTHER) or (is_heading and "#" in text):
        return None
    found: list[Mark] = []
    done = 0
    for match in PIECE.finditer(text):
        start, end = match.span()
        if start != done:
            return None
        done = end
        kind = match.lastgroup
        if kind == "code":
            found.append(Mark(PieceKind.CODE, start, end, start + 1, end - 1, match["code"]))
        elif kind == "strong":
            found.append(Mark(PieceKind.STRONG, start, end, start + 2, end - 2))
        elif kind == "target":
            found.append(
                Mark(PieceKind.LINK, start, end, *match.span("link"), "", match["target"], match.start("target"))
            )
        elif kind == "file":
            inner = match.span("include")
            found.append(
                Mark(PieceKind.INCLUDE, start, end, *inner, match["include"], match["file"], match.start("file"))
            )
    return found if done == len(text) else None
