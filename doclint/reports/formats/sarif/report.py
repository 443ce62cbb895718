"""SARIF 2.1.0, as GitHub code scanning takes it: a run a locale, so that each is a category of its own."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from doclint import VERSION
from doclint.reports.documentation import home
from doclint.reports.formats.sarif.cut import MOST_RUNS, kept
from doclint.reports.formats.sarif.result import sarif_result
from doclint.reports.formats.sarif.rules import sarif_rule
from doclint.reports.formats.sarif.spool import Spool
from doclint.reports.jsontext import json_text
from doclint.reports.receiver import Setting
from doclint.run import PageResult, Summary
from doclint.text import Confidence, Lines, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class Sarif:
    """Keeps results in files by locale and severity; writes at the end, when it is known what has to be cut."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self.out = out
        self.setting = setting
        self.results: Spool[tuple[str, Severity]] = Spool()
        self.locales: Counter[str] = Counter()
        """Those of pages without findings too: a run without results closes a category's old alerts."""
        self.numbers = {rule.id: number for number, rule in enumerate(setting.rules)}
        self.confidences: dict[str, Counter[Confidence]] = {}

    def page(self, result: PageResult) -> None:
        pages = self.setting.pages
        if not result.findings:
            self.locales[pages.locale(result.path) or ""] += 0
            return
        path = pages.in_repository(result.path)
        has_fix = any(finding.fix and finding.fix.is_safe for finding in result.findings)
        text = pages.text(result.path) if has_fix else None
        lines = None if text is None else Lines(text)
        for finding in result.findings:
            locale = finding.locale or ""
            self.locales[locale] += 1
            self.confidences.setdefault(finding.code, Counter())[finding.confidence] += 1
            made = sarif_result(finding, path, lines, self.numbers.get(finding.code))
            self.results.add((locale, finding.severity), json_text(made))

    def end(self, summary: Summary) -> None:
        try:
            self._write()
        finally:
            self.results.close()

    def _write(self) -> None:
        chosen = [locale for locale, _ in self.locales.most_common(MOST_RUNS)] or [""]
        counts = kept(self.results, chosen)
        self.out.write(f'{{"$schema": {json_text(SCHEMA)}, "version": "2.1.0", "runs": [')
        for number, locale in enumerate(sorted(chosen)):
            self.out.write(",\n" if number else "\n")
            self._run(locale, {kind: counts[locale, kind] for kind in Severity})
        self.out.write("\n]}\n")
        left = [locale for locale in self.locales if locale not in chosen]
        if left:
            self.setting.say(f"SARIF holds {MOST_RUNS} locales, left out: {', '.join(sorted(left))}")

    def _run(self, locale: str, counts: dict[Severity, int]) -> None:
        before = '"results": [\n'
        self.out.write("{")
        for kind in Severity:
            for _, line in zip(range(counts[kind]), self.results.lines((locale, kind)), strict=False):
                self.out.write(before + line)
                before = ",\n"
        self.out.write('"results": [],\n' if before.startswith('"') else "\n],\n")
        left = self.locales[locale] - sum(counts.values())
        rest = {
            "tool": {"driver": self._driver()},
            "automationDetails": {"id": f"doclint/{locale}/" if locale else "doclint/"},
            "columnKind": "unicodeCodePoints",
            "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": self._notes(locale, left)}],
        }
        self.out.write(json_text(rest)[1:])

    def _driver(self) -> dict[str, object]:
        return {
            "name": "doclint",
            "semanticVersion": VERSION,
            **({"informationUri": address} if (address := home()) else {}),
            "rules": [sarif_rule(rule, self.confidences.get(rule.id, Counter())) for rule in self.setting.rules],
        }

    def _notes(self, locale: str, left: int) -> list[dict[str, object]]:
        if not left:
            return []
        said = f"{left} of {self.locales[locale]} findings{f' in {locale}' if locale else ''} are left out, "
        said += "the least severe: GitHub takes 25,000 results a run and 10 MB"
        self.setting.say(said)
        return [{"level": "warning", "message": {"text": said}}]
