"""Whether fixes held: what they were about is gone, and nothing new stands in their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from doclint.engine import Finding
from doclint.text import Edit, Span
from doclint.workflows.fix.edits import Moves

Word = tuple[str, str]


def edits_of(findings: Iterable[Finding]) -> list[Edit]:
    """All edits of their fixes; what several findings share is made once."""
    fixes = [finding.fix for finding in findings if finding.fix]
    return list(dict.fromkeys(Edit(Span(one.start, one.end), one.text) for fix in fixes for one in fix.edits))


def unheld(fixes: list[Finding], old: Sequence[Finding], new: Sequence[Finding], moves: Moves) -> list[Finding]:
    """The fixes that did not hold: their finding is still there, or another that was not there before.

    Fingerprints do not tell, since they count findings: the place does, carried along by the edits, and the word.
    """
    fixed = {id(finding) for finding in fixes}
    known = _by_word((one, moves.after(one.place.span)) for one in old if id(one) not in fixed)
    strange = [one for one in new if not _meets(known, _word(one), one.place.span)]
    if not strange:
        return []
    again, anywhere = _by_word((one, one.place.span) for one in strange), _Places(one.place.span for one in strange)
    return [
        fix
        for fix in fixes
        if _meets(again, _word(fix), moves.after(fix.place.span))
        or any(anywhere.meet(moves.after(edit.span)) for edit in edits_of([fix]))
    ]


class _Places:
    """Spans, which may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self.longest = max(end - start for start, end in self.spans)

    def meet(self, span: Span) -> bool:
        """Whether one of them shares a place or an edge with this one."""
        first = bisect_left(self.spans, Span(span.start - self.longest, 0))
        return any(one.end >= span.start for one in self.spans[first : bisect_right(self.spans, span.end, key=_start)])


def _start(span: Span) -> int:
    return span.start


def _by_word(findings: Iterable[tuple[Finding, Span]]) -> dict[Word, _Places]:
    """Where findings stand, by the word that they are about."""
    found: dict[Word, list[Span]] = {}
    for finding, span in findings:
        found.setdefault(_word(finding), []).append(span)
    return {word: _Places(spans) for word, spans in found.items()}


def _meets(places: dict[Word, _Places], word: Word, span: Span) -> bool:
    return word in places and places[word].meet(span)


def _word(finding: Finding) -> Word:
    """What tells a finding from others at its place."""
    return ("", finding.expected.casefold()) if finding.expected is not None else (finding.rule, "")
