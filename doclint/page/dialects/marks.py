"""Which marks of emphasis a dialect reads, where it reads others than CommonMark does."""

from __future__ import annotations

from doclint.page.dialects.kinds import Dialect
from doclint.text.lazypattern import lazy

HIDDEN = lazy(r"`[^`\n]+`|\]\([^()\n]*\)|\\[*_]")
"""Code and addresses, whose marks are none."""
FILLED = lazy(r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}")
"""What a generator fills in before it reads Markdown: with a word, for all that anybody knows."""

ALONE = lazy(r"(?:(?<=\s)|^)(?:\*+|_+)(?=\s|$)")
"""Marks between white space, which are text to every version."""
STARS = lazy(r"(\*{1,3})(?![\s*])([^*]+?|.+?)(?<![\s*])\1")
LINES = lazy(r"(?<!\w)(_{1,3})(?![\s_])(.+?)(?<![\s_])\1(?!\w)")
"""As Python-Markdown, pymdownx 10 and kramdown agree; all look at white space, and at letters around underscores."""
LONGEST = 5000
"""Code points of a text that is looked at."""


def without_filled(text: str) -> str:
    """A text as Markdown's reader gets it from a generator that fills in shortcodes first."""
    return FILLED.sub("a", text)


def are_read(text: str, char: str, dialect: Dialect | None) -> bool:
    """Whether Python-Markdown or kramdown reads all marks of a text that are this character.

    Letters around stars are no matter to them, so `**「荷物」**の` is bold there. False for other dialects.
    """
    if dialect is None or not dialect.looks_at_spaces or len(text) > LONGEST:
        return False
    pattern = STARS if char == "*" else LINES
    seen = HIDDEN.sub("x", text)
    if ALONE.search(seen):
        return False
    left, seen = seen, ""
    while left != seen:
        left, seen = pattern.sub(lambda match: match[2], left), left
    return char not in left
