"""What a code span is by its form: code, a path, or a word of the language."""

from __future__ import annotations

from doclint.checks.code.spans import PageCode
from doclint.checks.samples.prose import is_words
from doclint.text.words import is_name


def is_code_like(text: str, source: PageCode) -> bool:
    """Whether the span is code by its form, or stands in a code block of the English."""
    return not is_words(text) or is_name(text) or source.has_words(text)


def is_path(text: str) -> bool:
    """Whether the span is the path of a made-up page or file, as far as one can tell."""
    return text.startswith("/") and len(text.split()) == 1
