"""Links by reference in a text, as `[text][label]`, and the labels that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doclint.text.lazypattern import lazy

FULL_REFERENCE = lazy(r"(?<![!\]\\])\[(?=[^\[\]\n]*[^\W\d_])([^\[\]\n]*)\]\[([^\[\]\n]*)\]")
"""Text with a letter in it, and a label, which may be left out."""

SHORT_REFERENCE = lazy(r"(?<![!\]\\])\[(?=[^\[\]\n]*[^\W\d_])([^\[\]\n]*)\](?![\[(:])()")
"""One pair of brackets: a link where a definition has its text, else brackets."""


def folded_label(name: str) -> str:
    """A label as labels are compared: in small letters, with one space for any."""
    return " ".join(name.split()).casefold()


def label_of(reference: re.Match[str]) -> str:
    """The label that a reference names, which is its text where it has none."""
    return folded_label(reference[2] or reference[1])


def references(text: str, form: re.Pattern[str] = FULL_REFERENCE) -> Iterator[re.Match[str]]:
    """The references of one form in a text; `items[a][b]` is none: no space parts it from a word with capitals."""
    for match in form.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (before.isdigit() or before == "_" or before.lower() != before.upper()):
            yield match
