"""Words of a glossary as headers, types and values are compared."""

from __future__ import annotations


def plain_word(text: str) -> str:
    """A word as headers, types and values are compared: `Do-Not-Translate` is `donottranslate`."""
    return "".join(char for char in text.casefold() if char not in " \t\n-_:.?'’\ufeff")
