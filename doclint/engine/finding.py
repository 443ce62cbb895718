"""A problem with all that a report needs: rule, page, place in the file, fingerprint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from doclint.engine.verdict.testimony import Testimony, Verdict
from doclint.text import Confidence, Severity, Span
from doclint.text.damage import bare
from doclint.text.spans import Position


class Place(NamedTuple):
    """Where in a file, both ways of counting: code points, and lines and columns."""

    span: Span
    start: Position
    end: Position


class SourcePlace(NamedTuple):
    """The place in the English that a finding is about."""

    path: str
    revision: str | None
    line: int


class Excerpt(NamedTuple):
    """A line of a page and the range of it that a finding is about; a side-by-side page shows one side."""

    text: str
    start: int
    end: int


class FileEdit(NamedTuple):
    """Put `text` at code points `start` to `end` of the file."""

    start: int
    end: int
    text: str


class FileFix(NamedTuple):
    """Edits of the file that belong together."""

    is_safe: bool
    edits: tuple[FileEdit, ...]


class Finding(NamedTuple):
    """One fault in one file."""

    rule: str
    code: str
    severity: Severity
    confidence: Confidence
    path: str
    """Relative to the working directory, with `/`."""
    place: Place
    message: str
    expected: str | None
    found: str
    damage: str | None
    locale: str | None
    trust: str
    source: SourcePlace | None
    fix: FileFix | None
    source_text: str
    target_text: str
    evidence: str
    meta: Mapping[str, str]
    fingerprint: str
    target_line: Excerpt
    source_line: Excerpt | None = None
    verdict: Verdict = Verdict.DAMAGED
    """Why it differs."""
    witnesses: tuple[Testimony, ...] = ()
    """What tells: empty where the English is known."""
    breaks_build: bool = False
    """Whether the page is broken by itself, so that a site does not build or shows it wrong."""
    also: tuple[str, ...] = ()
    """Other rules that saw the same fault."""

    @property
    def place_on_page(self) -> str:
        """The half of the fingerprint that outlives another name of the page."""
        return self.fingerprint[-8:]

    def confirmed_by(self, other: Finding) -> Finding:
        """The same finding, with another rule's word for it: as sure as the surer of both, fixed as safely.

        The other's fix counts where it is about no more words than this finding names.
        """
        is_more = bare(self.found) != bare(other.found) and bare(self.found) in bare(other.found)
        fixes = [fix for fix in (self.fix, None if is_more else other.fix) if fix]
        rules = dict.fromkeys((*self.also, other.rule, *other.also))
        return self._replace(
            also=tuple(rule for rule in rules if rule != self.rule),
            breaks_build=self.breaks_build or other.breaks_build,
            confidence=max(self.confidence, other.confidence),
            fix=max(fixes, key=lambda fix: fix.is_safe, default=None),
            evidence="; ".join(dict.fromkeys(text for text in (self.evidence, other.evidence) if text)),
        )
