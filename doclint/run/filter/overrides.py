"""Step 7 of a run, as a team configures it: which findings speak, how loud, and what is house style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from doclint.config import Config, When
from doclint.config.globs import Globs
from doclint.config.model import Allow, Override, Severities
from doclint.config.place import nearest, quoted
from doclint.engine import Finding, Rule
from doclint.engine.making.meta import META
from doclint.text import Confidence
from doclint.text.errors import ConfigError
from doclint.text.words import one_line

OFF = "rule turned off for the page"
UNSURE = "below min-confidence"
HOUSE_STYLE = "house style"


def rules_to_run(config: Config, rules: Sequence[Rule]) -> list[Rule]:
    """The rules that speak on some page: those of the configuration, and those that an override brings back."""
    law = _law(config, rules)
    wanted = set(law.rules)
    for override in config.override:
        wanted |= law.under(override).rules
    return [rule for rule in rules if rule.id in wanted]


@dataclass(frozen=True, slots=True)
class Filtered:
    """What a filter left of one page's findings, and what it took out."""

    kept: list[Finding]
    dropped: Counter[str] = field(default_factory=Counter)
    """How many, by why: OFF, UNSURE, HOUSE_STYLE."""
    allowed: Counter[str] = field(default_factory=Counter)
    """How many each `[[allow]]` entry took out, by where it stands."""


class _Law(NamedTuple):
    """What holds for some findings, after all overrides that are about them."""

    rules: frozenset[str]
    severity: Severities
    least: Confidence

    def under(self, override: Override) -> _Law:
        """This law where the override holds too."""
        rules, severity = self.rules, dict(self.severity)
        if override.select:
            rules = frozenset(override.select)
            severity = {rule: kind for rule, kind in severity.items() if kind or rule not in rules}
        back = {rule for rule, kind in override.severity.items() if kind and severity.get(rule, kind) is None}
        severity |= override.severity
        off = {rule for rule, kind in severity.items() if kind is None}
        return _Law((rules | back) - set(override.ignore) - off, severity, override.min_confidence or self.least)


def _law(config: Config, rules: Sequence[Rule]) -> _Law:
    """What holds where no override does."""
    chosen = set(config.select) or {rule.id for rule in rules if rule.is_default}
    off = {rule for rule, kind in config.severity.items() if kind is None}
    least = config.min_confidence or Confidence.LOW
    severity = {rule: kind for rule, kind in config.severity.items() if kind or rule not in config.ignore}
    return _Law(frozenset(chosen - set(config.ignore) - off), severity, least)


class Filter:
    """Applies a configuration to findings. `top` is the folder that was named, None for pages out of git.

    Raises ConfigError where an override asks for metadata that no finding has.
    """

    def __init__(self, config: Config, rules: Sequence[Rule], *, top: str | None = ".") -> None:
        self.config = config
        self._by_name = {rule.name: rule for rule in rules}
        self._law = _law(config, rules)
        self._overrides = [(Condition(override.when, top), override) for override in config.override]
        self._allowances: dict[str, list[tuple[Condition, Allow]]] = {}
        for allow in config.allow:
            for word in allow.found or allow.expected:
                self._allowances.setdefault(word, []).append((Condition(When(allow.locale, allow.path), top), allow))
        self._laws: dict[tuple[int, ...], _Law] = {}

    @property
    def is_idle(self) -> bool:
        """Whether every finding comes through as it is, so that none need be looked at."""
        changes = any(self._law.severity.values()) or self._law.least > min(Confidence)
        return not (changes or self._overrides or self._allowances)

    def apply(self, findings: Iterable[Finding]) -> Filtered:
        """The findings that are left, with the severities that hold for them; the rest is counted."""
        done = Filtered([])
        for finding in findings:
            law = self._law_for(finding)
            spoken = self._spoken(finding, law)
            if spoken is None:
                done.dropped[OFF] += 1
            elif spoken.confidence < law.least:
                done.dropped[UNSURE] += 1
            elif allow := self._allowance(spoken):
                done.dropped[HOUSE_STYLE] += 1
                done.allowed[allow.named] += 1
            else:
                done.kept.append(spoken)
        return done

    def _law_for(self, finding: Finding) -> _Law:
        held = tuple(index for index, (condition, _) in enumerate(self._overrides) if condition.holds(finding))
        if held not in self._laws:
            law = self._law
            for index in held:
                law = law.under(self._overrides[index][1])
            self._laws[held] = law
        return self._laws[held]

    def _spoken(self, finding: Finding, law: _Law) -> Finding | None:
        """The finding by the first of its rules that speaks here; None where all are off."""
        names = [name for name in (finding.rule, *finding.also) if self._speaks(name, law)]
        if not names:
            return None
        if names[0] != finding.rule:
            rule = self._by_name[names[0]]
            finding = finding._replace(rule=rule.name, code=rule.id, severity=rule.severity)
        severity = law.severity.get(finding.code) or finding.severity
        if (severity, tuple(names[1:])) == (finding.severity, finding.also):
            return finding
        return finding._replace(severity=severity, also=tuple(names[1:]))

    def _speaks(self, name: str, law: _Law) -> bool:
        return name in self._by_name and self._by_name[name].id in law.rules

    def _allowance(self, finding: Finding) -> Allow | None:
        words = dict.fromkeys((one_line(finding.found), one_line(finding.expected or "")))
        near = (entry for word in words for entry in self._allowances.get(word, ()))
        return next((allow for holds, allow in near if _is_style(finding, allow) and holds.holds(finding)), None)


def _is_style(finding: Finding, allow: Allow) -> bool:
    """Whether the words and the rule are those of an entry: letter for letter, white space aside."""
    if allow.rule and finding.code not in allow.rule:
        return False
    if allow.expected and one_line(finding.expected or "") not in allow.expected:
        return False
    return not allow.found or one_line(finding.found) in allow.found


class Condition:
    """Whether what a `when` asks for holds for a finding."""

    def __init__(self, when: When, top: str | None) -> None:
        unknown = set(when.meta) - {*META.values(), "unit"}
        if unknown:
            name = min(unknown)
            near = nearest(name, {*META.values(), "unit"})
            raise ConfigError(one_line(f"no finding has the metadata {quoted(name)}{near}"))
        self._when = when
        self._on_path = lru_cache(4096)(Globs(when.path, top).match) if when.path else None

    def holds(self, finding: Finding) -> bool:
        when = self._when
        if when.locale and not any(_is_within(finding.locale, tag) for tag in when.locale):
            return False
        wanted = {**when.meta, "translation": when.translation} if when.translation else when.meta
        for name, values in wanted.items():
            if finding.meta.get(name, "").casefold() not in [value.casefold() for value in values]:
                return False
        return self._on_path is None or self._on_path(finding.path)


def _is_within(tag: str | None, wanted: str) -> bool:
    """Whether a language is the wanted one or a part of it: `ru-RU` of `ru` (basic filtering of RFC 4647)."""
    return tag is not None and f"{tag}-".casefold().startswith(f"{wanted}-".casefold())
