"""Runs the rules on one pair and makes findings of what they yield."""

from __future__ import annotations

from collections.abc import Iterable

from doclint.checks import Problem
from doclint.checks.embedded import held
from doclint.engine import comments
from doclint.engine.finding import Finding
from doclint.engine.making.maker import Maker
from doclint.engine.making.merged import merged
from doclint.engine.packs import NO_PACKS, Packs
from doclint.engine.rulebook import Rule
from doclint.engine.subject import Subject
from doclint.engine.verdict.decide import Judged, judge
from doclint.engine.verdict.testimony import Verdict
from doclint.engine.verdict.witnesses import NONE, Witnesses
from doclint.pair import Pair
from doclint.text import Trust
from doclint.text.errors import RuleError

REMARKS = ("suppression-unknown", "suppression-unused", "accept-unused")
"""Rules that speak of what doclint is told, when the others have spoken."""


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
    maker, pair, witnesses = Maker(subject), subject.pair, subject.witnesses
    for rule in rules:
        if rule.needs > pair.trust:
            continue
        try:
            if found := judged(rule, pair, witnesses):
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
