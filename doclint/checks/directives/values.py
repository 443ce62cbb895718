"""Which attributes of a directive are words for the reader, and which a program reads; and one beside the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from doclint.page.model import Attribute, Directive
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


ELEMENT = lazy(r"\{\s*<[\w>]")
TEXT = lazy(r"(?<=>)(?<!<code>)(?<!=>)[^<>]+(?=<)")
"""What stands between the tags of an element, but for code."""
FILLED_IN = lazy(r"\{[^{}]*\}")

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
    """Code without its strings, comments, white space, the semicolons that end a line and the last comma of a list; an
    element without the text that readers see."""
    if ELEMENT.match(text):
        text = TEXT.sub(lambda shown: "".join(FILLED_IN.findall(shown[0])), text)
    return LAST_COMMA.sub("", "".join(STRING.sub('""', text).split()).rstrip(";"))


def in_order(statement: str) -> str:
    """Code with the names that an import takes from a module in one order; theirs is free."""
    if not statement.startswith("import"):
        return statement
    return NAMES.sub(lambda match: "{" + ",".join(sorted(match[1].split(","))) + "}", statement)


def by_key(directive: Directive) -> dict[tuple[str, int], Attribute]:
    """The attributes by key and, of those with the same, by number."""
    counts: Counter[str] = Counter()
    found = {}
    for attribute in directive.attributes:
        found[attribute.key, counts[attribute.key]] = attribute
        counts[attribute.key] += 1
    return found


def is_other_file(sources: Mapping[tuple[str, int], Attribute], targets: Mapping[tuple[str, int], Attribute]) -> bool:
    """Whether the directive shows another file, as a picture of the translation's own, so that its sizes are others."""
    return any(
        is_path(one.value) and key in targets and "." in one.value and bare(one.value) != bare(targets[key].value)
        for key, one in sources.items()
    )


def bare(path: str) -> str:
    """A path without the section that it leads to."""
    return path.partition("#")[0]
