"""Runs the rules on one pair and makes findings of what they yield."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from doclint.checks import Problem
from doclint.checks.embedded import held
from doclint.engine import comments, labels
from doclint.engine.finding import Excerpt, FileEdit, FileFix, Finding, Place, SourcePlace
from doclint.engine.fingerprint import Addresses
from doclint.engine.messages import message
from doclint.engine.packs import NO_PACKS, Packs
from doclint.engine.rulebook import Rule
from doclint.engine.subject import Subject
from doclint.engine.verdict.decide import Judged, judge
from doclint.engine.verdict.testimony import Verdict
from doclint.engine.verdict.witnesses import NONE, Witnesses
from doclint.page.frontmatter import FrontMatter
from doclint.pair import Pair
from doclint.text import Confidence, Lines, Severity, Span, Trust
from doclint.text.errors import RuleError
from doclint.text.spans import LINE_END
from doclint.text.words import stands_in

META = {
    "ms.translationtype": "translation",
    "ms.locfileid": "file",
    "ms.lasthandoff": "handoff",
    "ms.prod": "product",
    "ms.service": "product",
    "ms.topic": "topic",
    "doc_type": "topic",
}
"""Front matter keys that a report groups by, and what they are called there."""

AROUND = 200
"""Code points of a line that an excerpt keeps on either side."""

REMARKS = ("suppression-unknown", "suppression-unused", "accept-unused")
"""Rules that speak of what doclint is told, when the others have spoken."""

NEAR = 20
"""Findings before one, in the order of the page, that may be about the same place."""

LONGEST_TEXT = 2000
"""Code points of a segment that a finding carries."""


def check(subject: Subject, rules: Iterable[Rule], packs: Packs = NO_PACKS) -> tuple[list[Finding], list[RuleError]]:
    """The findings on one page that its comments leave, in the order of the page, and the rules that broke on it.

    `packs` have the rules that comments may name besides doclint's, whether they run or not.
    """
    rules, pair = list(rules), subject.pair
    findings, broken = _found(subject, rules)
    if not comments.is_spoken_to(pair):
        return findings, broken
    failed = {error.rule for error in broken}
    findings = comments.apply(subject, findings, [rule for rule in rules if rule.name not in failed], packs)
    remarks, more = _found(subject, [rule for rule in rules if rule.name in REMARKS])
    return sorted([*findings, *remarks], key=lambda one: one.place.span), broken + more


def _found(subject: Subject, rules: Iterable[Rule]) -> tuple[list[Finding], list[RuleError]]:
    """What the rules say, whatever comments say."""
    findings: list[Finding] = []
    broken: list[RuleError] = []
    maker = _Maker(subject)
    for rule in rules:
        if rule.needs > subject.pair.trust:
            continue
        try:
            if found := judged(rule, subject.pair, subject.witnesses):
                findings += [maker.finding(rule, one) for one in found]
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            broken.append(RuleError(f"rule {rule.name} crashed on {subject.path}: {what}", rule.name))
    return merged(findings), broken


def judged(rule: Rule, pair: Pair, witnesses: Witnesses = NONE) -> list[Judged]:
    """What a rule says of a pair, each problem with its verdict; a corrupt copy of the English explains some."""
    if pair.target.trouble and rule.needs > Trust.ALONE:
        return []
    if rule.reads and not any(map(pair.differs.__getitem__, rule.reads)):
        return []
    found: Iterable[Problem] = [*rule.check(pair)]
    if not found:
        return []
    if pair.trust is Trust.EMBEDDED:
        found = held(found, pair)
    return list(judge(found, pair, witnesses))


def problems(rule: Rule, pair: Pair) -> list[Problem]:
    """What a rule says of a pair that is damage, and not another version of the English or a matter for people."""
    return [one.problem for one in judged(rule, pair) if one.verdict is Verdict.DAMAGED]


def merged(findings: list[Finding]) -> list[Finding]:
    """One finding a fault: of rules that agree on place and expected word, the one that knows the English speaks."""
    findings = sorted(findings, key=lambda finding: (finding.place.span, -finding.confidence, finding.code))
    kept: list[Finding] = []
    for finding in findings:
        near = range(len(kept) - 1, max(len(kept) - NEAR, 0) - 1, -1)
        twin = next((at for at in near if _same(kept[at], finding)), None)
        if twin is None:
            kept.append(finding)
        else:
            kept[twin] = _both(kept[twin], finding)
    return kept


def _both(one: Finding, other: Finding) -> Finding:
    """One finding of two: about the whole word where the other is about a part, whose fix would not be enough.

    What alone of the two breaks the build speaks in any case.
    """
    if _holds(other, one) or (not _holds(one, other) and _rank(other) < _rank(one)):
        one, other = other, one
    if other.breaks_build and not one.breaks_build:
        return other.confirmed_by(one)
    return one.confirmed_by(other._replace(fix=None) if _holds(one, other) else other)


def _same(one: Finding, other: Finding) -> bool:
    if not one.expected or not other.expected or not one.place.span.overlaps(other.place.span):
        return False
    return one.expected.casefold() == other.expected.casefold() or _holds(one, other) or _holds(other, one)


def _holds(one: Finding, other: Finding) -> bool:
    """Whether another rule's finding is about a part of this one's word, in a part of its place."""
    within = one.place.span.start <= other.place.span.start and other.place.span.end <= one.place.span.end
    if not within or one.rule == other.rule or not one.expected or not other.expected:
        return False
    return len(other.expected) < len(one.expected) and stands_in(other.expected, one.expected)


def _rank(finding: Finding) -> tuple[bool, int, int, int, str]:
    length = finding.place.span.end - finding.place.span.start
    return finding.source_line is None, -finding.confidence, finding.severity.rank, length, finding.code


def meta_of(front: FrontMatter) -> dict[str, str]:
    """What a page's front matter says of it, by what reports call it."""
    return {name: value for key, name in META.items() if (value := front.value(key))}


class _Maker:
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
        return Finding(
            rule=rule.name,
            code=rule.id,
            severity=self._severity(rule, problem),
            confidence=Confidence(problem.confidence),
            path=subject.path,
            place=Place(span, self.lines.position(span.start), self.lines.position(span.end)),
            message=problem.message or self._message(problem),
            expected=problem.expected,
            found=problem.found,
            damage=problem.damage and str(problem.damage),
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

    def _message(self, problem: Problem) -> str:
        if problem.damage is None or problem.expected is None:
            raise ValueError("a problem has neither a message nor a damage to make one from")
        return message(problem.expected, problem.found, problem.damage)

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
        path = self.subject.place or self.subject.path
        part = problem.source if self.subject.pair.source else problem.target
        place = "\0".join((self.addresses.of(part), problem.expected or rule.name))
        starts = self.seen.setdefault(place, {})
        ordinal = starts.setdefault(span.start, len(starts) + 1)
        return _half(path) + _half(f"{place}\0{ordinal}")


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
