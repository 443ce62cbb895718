"""The brackets, commas, strings and bare words of something like JSON, each at its exact place.

JSON parsers do not recover well enough for documentation: after a forgotten comma tree-sitter takes
the quote that ends one string for the start of the next, and loses every key to the end of the
example. So the tokens are cut here, and `json_reader` makes of them what it can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from doclint.text.lazypattern import lazy


class Token(NamedTuple):
    """One of `{ } [ ] , :`, a whole string, or a bare word: number, literal, ellipsis, placeholder."""

    mark: str
    """The character itself, or "string", or "bare"."""
    start: int
    end: int


TOKEN = lazy(
    r"""
    (?P<string>
        "[^"\\\r\n]*+(?:\\[^\r\n][^"\\\r\n]*+)*"
      | "[^"\\]*+(?:\\.[^"\\]*+)*"(?=\s*+(?:[,}\]]|\Z))    # wrapped by its author over several lines
      | (?<![\w)])(?:                                      # '{"a": 1}' in a shell command is JSON, not a string
            '(?![{\[])[^'\\\r\n]*+(?:\\[^\r\n][^'\\\r\n]*+)*'
          | `(?![{\[])[^`\\\r\n]*+(?:\\[^\r\n][^`\\\r\n]*+)*`
        )(?!\w)
    )
  | (?P<comment> (?<!\*)/\*.*?(?:\*/|\Z) | (?<![:/])//[^\r\n]*+ )   # neither */* nor https://
  | (?P<word>
        \{\{[^\S\r\n]*+\w[^{}\[\]"'`:,;\r\n]*+\}\}
      | \{[^\S\r\n]*+\w[^{}\[\]"'`:,;\r\n]*+\}              # {id}, in a URL too
      | <\w[^<>{}\[\]"\r\n]*+>
      | (?<=[\w)])\[[\w.\ -]*+\]                            # String[]
      | [^\s{}\[\],:"'`/<\\]++ | \\[^\r\n] | \S
    )
    """,
    re.VERBOSE | re.DOTALL,
)
"""No alternative looks twice at the same text, so that a megabyte of opening quotes takes no longer than prose."""

MARKS = "{}[],:"


def tokens(code: str) -> Iterator[Token]:
    """All tokens in order, comments left out; a bare word may hold spaces, but ends with its line."""
    start = end = -1
    for match in TOKEN.finditer(code):
        if match["word"] is not None and match[0] not in MARKS:
            if start >= 0 and not code[end : match.start()].strip(" \t"):
                end = match.end()
                continue
            if start >= 0:
                yield Token("bare", start, end)
            start, end = match.span()
            continue
        if start >= 0:
            yield Token("bare", start, end)
            start = -1
        if match["comment"] is None:
            yield Token("string" if match["word"] is None else match[0], *match.span())
    if start >= 0:
        yield Token("bare", start, end)
