"""Keeps a link by reference where it leads when its text, which is its label too, is put right.

`[роутестоп][]` and `[роутестоп]: route.md` were damaged alike, so that the link works: `[routeStop][]` would lead
nowhere, `[routeStop][роутестоп]` leads where it did.
"""

from __future__ import annotations

from markdown_it.common.utils import normalizeReference

from doclint.checks import Fix, Problem
from doclint.page import Segment
from doclint.page.inline.pieces import PieceKind
from doclint.text import Edit, Span
from doclint.text.spans import apply


def kept(problem: Problem) -> Fix | None:
    """The problem's fix, with the label written out where it would be lost."""
    fix, segment = problem.fix, problem.target
    if fix is None or not isinstance(segment, Segment) or not segment.page.references or "[" not in segment.text:
        return fix
    own = [label for edit in fix.edits if (label := _written_out(edit, segment))]
    return Fix((*fix.edits, *own), fix.is_safe) if own else fix


def _written_out(edit: Edit, segment: Segment) -> Edit | None:
    """The label for the link whose text is edited; None where there is none, or the new text leads there, too."""
    page = segment.page
    for piece in segment.inline.of(PieceKind.LINK):
        start, end = piece.span
        inner = piece.inner
        if piece.target_span or not (inner.start <= edit.span.start and edit.span.end <= inner.end):
            continue
        tail = Span(inner.end, end).of(page.text)
        if start + 1 != inner.start or tail not in ("]", "][]"):
            return None
        text = inner.of(page.text)
        moved = Edit(Span(edit.span.start - inner.start, edit.span.end - inner.start), edit.text)
        before, after = (page.references.get(normalizeReference(one)) for one in (text, apply(text, [moved])))
        if before is None or (after is not None and after["href"] == before["href"]):
            return None
        return Edit(Span(end - 1, end - 1), text) if tail == "][]" else Edit(Span(end, end), f"[{text}]")
    return None
