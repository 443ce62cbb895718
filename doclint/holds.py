"""Whether fixes held: what they were about is gone, and nothing new stands in their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from doclint.edited import Moves, meets
from doclint.finding import Finding
from doclint.text import Edit, Span

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
    known: dict[Word, list[Span]] = {}
    for finding in old:
        if id(finding) not in fixed:
            known.setdefault(_word(finding), []).append(moves.after(finding.place.span))
    strange = [
        (finding.place.span, _word(finding))
        for finding in new
        if not any(meets([span], finding.place.span) for span in known.get(_word(finding), ()))
    ]
    return [one for one in fixes if any(_is_about(one, place, word, moves) for place, word in strange)]


def _is_about(fix: Finding, place: Span, word: Word, moves: Moves) -> bool:
    """Whether a finding that came up is this one again, or stands where it was put back."""
    if word == _word(fix) and meets([moves.after(fix.place.span)], place):
        return True
    return any(meets([moves.after(edit.span)], place) for edit in edits_of([fix]))


def _word(finding: Finding) -> Word:
    """What tells a finding from others at its place."""
    return ("", finding.expected.casefold()) if finding.expected is not None else (finding.rule, "")
