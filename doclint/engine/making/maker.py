"""A finding made of a problem: with its place in the file, its fingerprint, its fix and what it is read with."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from functools import cached_property

from doclint.checks import Problem
from doclint.engine import labels
from doclint.engine.finding import Excerpt, FileEdit, FileFix, Finding, Place, SourcePlace
from doclint.engine.fingerprint import Addresses
from doclint.engine.making.kind import is_of_text, kind
from doclint.engine.making.meta import meta_of
from doclint.engine.messages import message
from doclint.engine.rulebook import Rule
from doclint.engine.subject import Subject
from doclint.engine.verdict.decide import Judged
from doclint.page import Page
from doclint.text import Confidence, Lines, Severity, Span
from doclint.text.damage import Damage
from doclint.text.spans import LINE_END

AROUND = 200
"""Code points of a line that an excerpt keeps on either side."""

LONGEST_TEXT = 2000
"""Code points of a segment that a finding carries."""


class Maker:
    """Turns problems of one pair into findings."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.lines = Lines(subject.file_text)
        pair = subject.pair
        self.target_lines = Lines(pair.target.text) if pair.target.view else self.lines
        self.source_lines = Lines(pair.source.text) if pair.source else None
        self.addresses = Addresses(pair.source or pair.target)
        self.seen: dict[str, dict[int, int]] = {}

    @cached_property
    def meta(self) -> dict[str, str]:
        """What the page's metadata gives."""
        return meta_of(self.subject.pair.target.front)

    def finding(self, rule: Rule, judged: Judged) -> Finding:
        problem, verdict, witnesses = judged
        subject, target = self.subject, self.subject.pair.target
        span = target.locate(problem.span)
        told = _kind(problem, target)
        return Finding(
            rule=rule.name,
            code=rule.id,
            severity=self._severity(rule, problem),
            confidence=Confidence(problem.confidence),
            path=subject.path,
            place=Place(span, self.lines.position(span.start), self.lines.position(span.end)),
            message=problem.message or _message(problem, told),
            expected=problem.expected,
            found=problem.found,
            damage=told and str(told),
            locale=subject.pair.locale,
            trust=str(subject.pair.trust),
            source=self._source(problem),
            fix=self._fix(problem),
            source_text=_text(problem.source),
            target_text=_text(problem.target),
            evidence=problem.evidence,
            meta=self._meta(span),
            fingerprint=self._fingerprint(rule, problem, span),
            target_line=excerpt(self.target_lines, problem.span),
            source_line=self._source_line(problem),
            verdict=verdict,
            witnesses=witnesses,
            breaks_build=problem.breaks_build,
        )

    def _severity(self, rule: Rule, problem: Problem) -> Severity:
        """At most a warning where only a guess says which row of the English stands beside the place."""
        severity = problem.severity or rule.severity
        is_guess = problem.confidence is Confidence.LOW and id(problem.target) in self.subject.pair.guessed
        return Severity.WARNING if is_guess and severity is Severity.ERROR else severity

    def _meta(self, span: Span) -> dict[str, str]:
        """What the page's metadata gives, and the side-by-side unit that the place lies in."""
        units = self.subject.units
        index = bisect_right(units, span.start, key=lambda unit: unit.whole.start) - 1
        if index < 0 or units[index].whole.end < span.end:
            return self.meta
        return {**self.meta, "unit": units[index].id}

    def _source(self, problem: Problem) -> SourcePlace | None:
        pair = self.subject.pair
        if pair.source is None or self.source_lines is None:
            return None
        span = problem.source_span or (problem.source.span if problem.source else Span(0, 0))
        if pair.source.view is None:
            line = self.source_lines.position(span.start).line
        else:
            line = self.lines.position(pair.source.locate(span).start).line
        return SourcePlace(self.subject.source_path or self.subject.path, self.subject.revision, line)

    def _source_line(self, problem: Problem) -> Excerpt | None:
        span = problem.source_span or (problem.source and problem.source.span)
        return excerpt(self.source_lines, span) if self.source_lines and span else None

    def _fix(self, problem: Problem) -> FileFix | None:
        """The fix in the file; none where an edit would cut through the markup of a side-by-side page.

        None is safe that takes more than one line away: a damaged word stands on one.
        """
        target = self.subject.pair.target
        fix = labels.kept(problem)
        if fix is None or not all(target.is_whole(edit.span) for edit in fix.edits):
            return None
        places = [(target.locate(edit.span), edit.text) for edit in fix.edits]
        is_safe = fix.is_safe and not any(LINE_END.search(span.of(self.subject.file_text)) for span, _ in places)
        return FileFix(is_safe, tuple(FileEdit(span.start, span.end, text) for span, text in places))

    def _fingerprint(self, rule: Rule, problem: Problem, span: Span) -> str:
        """The place in the source: neither line, wording nor what was found stands in it, and the rule only where it
        expects no words.

        Half of it is the page and half the place on it, so that a place is known again on a page that was renamed.
        Where words stand several times in one place they are counted; what two rules see where one begins counts once.
        """
        part = problem.source if self.subject.pair.source else problem.target
        place = "\0".join((self.addresses.of(part), problem.expected or rule.name))
        starts = self.seen.setdefault(place, {})
        ordinal = starts.setdefault(span.start, len(starts) + 1)
        return self._page + _half(f"{place}\0{ordinal}")

    @cached_property
    def _page(self) -> str:
        return _half(self.subject.place or self.subject.path)


def _kind(problem: Problem, page: Page) -> Damage | None:
    """What the damage of a page is called; that of a rule with a message of its own as the rule calls it."""
    if problem.damage is None or problem.message or problem.expected is None:
        return problem.damage
    told = kind(problem.expected, problem.found, problem.damage)
    is_word = told is Damage.MISSPELT and is_of_text(
        problem.expected, problem.found, (text for text in page.segments() if text is not problem.target)
    )
    return Damage.TRANSLATED if is_word else told


def _message(problem: Problem, told: Damage | None) -> str:
    """The message that the damage makes, called as it is told."""
    if told is None or problem.expected is None:
        raise ValueError("a problem has neither a message nor a damage to make one from")
    is_seen = told is Damage.ANOTHER_MEMBER and problem.damage is not told  # by its spelling, and not proven
    return message(problem.expected, problem.found, Damage.HALF_TRANSLATED if is_seen else told)


def _half(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def excerpt(lines: Lines, span: Span) -> Excerpt:
    """The line that holds the span's start, cut to a readable stretch around it."""
    line, text = lines.around(span.start), lines.text
    start = max(line.start, span.start - AROUND)
    end = min(line.end, max(span.start, min(span.end, line.end)) + AROUND)
    return Excerpt(text[start:end], span.start - start, min(span.end, end) - start)


def _text(part: object) -> str:
    text = str(getattr(part, "text", "") or "")
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
