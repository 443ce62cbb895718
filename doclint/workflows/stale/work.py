"""Pages behind their English as work: what each part read when it was translated, what it reads now, the commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from doclint.checks.renames import renames
from doclint.engine import Finding, Verdict
from doclint.layouts import Target
from doclint.page.markdown import parse
from doclint.run import PageResult
from doclint.workflows.stale.lacking import Lacking

Word = tuple[str, str]
"""What the English said and says; empty where a word came or went."""


class Part(NamedTuple):
    """A part of a page whose English changed."""

    line: int
    """In the translation, from 1; 0 where the part is not told, or is new in the English."""
    then: str
    """Empty where it is new, or is not known."""
    now: str
    """Empty where it is gone."""
    commit: str
    """That changed it; empty where git does not tell."""
    words: tuple[Word, ...]
    """What must stand in the translation letter for letter, and is another now."""

    def as_json(self) -> dict[str, Any]:
        words = [{"then": then, "now": now} for then, now in self.words]
        return {**self._asdict(), "words": words}


class Work(NamedTuple):
    """A page behind its English."""

    path: str
    locale: str | None
    source: str
    is_exact: bool
    """Whether the English it was made from is known, so that nothing is missing here."""
    parts: tuple[Part, ...]
    views: float | None = None
    """How often it is read; None where nothing says."""

    def as_json(self) -> dict[str, Any]:
        return {**self._asdict(), "parts": [part.as_json() for part in self.parts]}


def work(results: Iterable[tuple[Target, PageResult]], lacking: Lacking) -> Iterator[Work]:
    """The pages that are behind, as they come."""
    for target, result in results:
        notes = [one for one in result.findings if one.verdict is Verdict.SOURCE_CHANGED and one.witnesses]
        if notes:
            first = notes[0]
            path = first.source.path if first.source else target.source
            yield Work(result.path, first.locale, path, False, tuple(_part(one) for one in notes))
        elif result.trust in ("pinned", "proven"):
            lack = lacking.of(target)
            if lack and lack.changes:
                parts = (Part(*one, words(one.then, one.now)) for one in lack.changes)
                yield Work(result.path, lack.locale, lack.source, True, tuple(parts))


def _part(finding: Finding) -> Part:
    """What a note says of a part."""
    said = finding.witnesses[0]
    told = words(said.then, said.now) if said.then else ()
    now = said.now or finding.source_text
    found, expected = finding.found, finding.expected or ""
    told = told or tuple(pair for pair in [("" if found == expected else found, expected)] if any(pair))
    return Part(finding.place.start.line, said.then, now, said.commit, told)


def words(then: str, now: str) -> tuple[Word, ...]:
    """The protected words that changed between two wordings of one part."""
    found = renames(parse(then, ""), parse(now, ""))
    return tuple(dict.fromkeys((one.old or "", one.new or "") for one in found))


def ordered(pages: Iterable[Work], views: dict[str, float] | None) -> Sequence[Work]:
    """The most read pages first, then those with most to do."""
    known = [one._replace(views=views.get(one.path)) for one in pages] if views is not None else list(pages)
    return sorted(known, key=lambda one: (-(one.views or 0), -len(one.parts), one.path))
