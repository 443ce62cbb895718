"""The entries of a front matter in TOML, with exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doclint.text import Span
from doclint.text.lazypattern import lazy

LINE = lazy(
    r"""[ \t]*(?:
        \[{1,2}[ \t]*(?P<table>[^\[\]\n]+?)[ \t]*\]{1,2}
      | (?P<key>[^\s="'\[\]\#]+)[ \t]*=[ \t]*(?:
            "(?P<double>(?!"")[^"\\\n]*)"
          | '(?P<single>(?!\'\')[^'\n]*)'
          | (?P<plain>[^\s"'\[{\#][^\n\#]*?)
        )
    )[ \t]*(?:\#[^\n]*)?\r?""",
    re.VERBOSE,
)
"""The head of a table, or a key with a value on one line."""

LONG = ('"""', "'''")
"""What texts of several lines stand between."""


def toml_entries(text: str, body: Span) -> Iterator[tuple[str, Span, str, Span]]:
    """The scalar values of one line, those of a table by dotted names; of an array of tables, those of the first."""
    prefix, within, at = "", "", body.start
    known: set[str] = set()
    for line in body.of(text).split("\n"):
        start, at = at, at + len(line) + 1
        if within:
            within = "" if within in line else within
            continue
        within = next((sign for sign in LONG if line.count(sign) % 2), "")
        if within or not (match := LINE.fullmatch(line)):
            continue
        if match["table"]:
            prefix = f"{match['table']}."
        elif (name := prefix + match["key"]) not in known:
            known.add(name)
            kind = next(one for one in ("double", "single", "plain") if match[one] is not None)
            key, value = (Span(start + match.start(one), start + match.end(one)) for one in ("key", kind))
            yield name, key, match[kind], value


def is_toml(block: str) -> bool:
    """Whether a block is valid TOML."""
    import tomllib

    try:
        tomllib.loads(block.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError:
        return False
    return True
