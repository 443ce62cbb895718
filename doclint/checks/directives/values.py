"""Which attributes of a directive are words for the reader, and which a program reads."""

from __future__ import annotations

import re

from doclint.page.model import Attribute
from doclint.text.lazypattern import lazy
from doclint.text.words import is_name

READ = frozenset(
    "alt alt-text aria-label caption description header heading label placeholder summary text title tooltip".split()
)
"""Attributes that hold text for the reader even where it is one plain word."""

NEVER_READ = frozenset("class classname id key style".split())

WORDS = lazy(r"[^\W\d_]\W*\s+\W*[^\W\d_]|[^\W\d_]{2,}[^\w\s]*[!?…]|[,;:]\s")
"""Two words, or what ends or parts a sentence."""

CAPITALIZED = lazy(r"[^\W\d_a-z][^\W\d_A-Z]+(?:[- ][^\W_]+)*")
"""`Note`, `Auto-instrumentation`."""

PATH = lazy(r"[/#\\]|\.\w{2,5}\Z")

STRING = lazy(
    r"""
    "[^"\\\n]*+(?:\\.[^"\\\n]*+)*" | '[^'\\\n]*+(?:\\.[^'\\\n]*+)*' | `[^`\\]*+(?:\\.[^`\\]*+)*`
    | /\*.*?\*/ | //[^\n]*""",
    re.DOTALL | re.VERBOSE,
)


NAMES = lazy(r"\{([^{}]*)\}")
LAST_COMMA = lazy(r",(?=[\]})])")


def is_read(attribute: Attribute, place: int) -> bool:
    """Whether the value may be translated, by its shape: words in a row, or one that begins with a capital.

    Behind the first of the values without a key, plain words are text that the site puts into other text.
    """
    key, value = attribute.key.casefold(), attribute.value
    if not value or key in READ or key.endswith(("title", "text", "label", "alt", "caption", "description")):
        return True
    if key in NEVER_READ or value.startswith("{"):
        return False
    if not key and place and value.isalpha():
        return True
    if is_name(value):
        return False
    return bool(WORDS.search(value) or CAPITALIZED.fullmatch(value)) or not value.isascii()


def is_path(value: str) -> bool:
    """Whether the value leads somewhere; a translation's links and pictures may be its own."""
    return PATH.search(value) is not None


def code(text: str) -> str:
    """Code without its strings, comments, white space, the semicolons that end a line and the last comma of a list."""
    return LAST_COMMA.sub("", "".join(STRING.sub('""', text).split()).rstrip(";"))


def in_order(statement: str) -> str:
    """Code with the names that an import takes from a module in one order; theirs is free."""
    if not statement.startswith("import"):
        return statement
    return NAMES.sub(lambda match: "{" + ",".join(sorted(match[1].split(","))) + "}", statement)
