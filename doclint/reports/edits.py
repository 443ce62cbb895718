"""A finding's fix as receivers want it: one stretch of the page, and what to put there."""

from __future__ import annotations

from typing import NamedTuple

from doclint.engine.finding import FileFix
from doclint.text import Edit, Span
from doclint.text.spans import apply


class Replacement(NamedTuple):
    """Put `text` at `span` of the page."""

    span: Span
    text: str


def replacement(fix: FileFix, text: str) -> Replacement | None:
    """All edits of a fix as one, with what stands between them: receivers offer each edit on its own.

    None where they do not fit the page's text: it has changed since.
    """
    edits = [Edit(Span(edit.start, edit.end), edit.text) for edit in fix.edits]
    if not edits:
        return None
    whole = Span(min(edit.span.start for edit in edits), max(edit.span.end for edit in edits))
    if whole.end > len(text):
        return None
    moved = [Edit(Span(span.start - whole.start, span.end - whole.start), new) for span, new in edits]
    try:
        return Replacement(whole, apply(whole.of(text), moved))
    except ValueError:
        return None
