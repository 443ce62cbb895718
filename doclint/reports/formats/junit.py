"""JUnit XML: a suite for each page, a test for each finding, which failed where the run fails for it."""

from __future__ import annotations

from typing import TextIO

from doclint.engine import Finding
from doclint.reports.markup import HEAD, attributes, content
from doclint.reports.receiver import Setting
from doclint.run import PageResult, Summary


class JUnit:
    """Writes suites as they come. A page without findings is a test that passed: some readers fail on none at all."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self.out = out
        self.fails = setting.fails
        self.before = f'{HEAD}<testsuites name="doclint">\n'

    def page(self, result: PageResult) -> None:
        faults = result.findings.faults
        count, failures = len(faults), sum(map(self.fails, faults))
        head = attributes(name=result.path, tests=max(count, 1), failures=failures, errors=0, skipped=0, time=0)
        self.out.write(f"{self.before}<testsuite{head}>\n")
        self.before = ""
        for finding in faults:
            self._case(finding)
        if not count:
            self.out.write(f"<testcase{attributes(name='doclint', classname=result.path, time=0)}/>\n")
        self.out.write("</testsuite>\n")

    def _case(self, finding: Finding) -> None:
        start = finding.place.start
        name = f"{finding.rule} {start.line}:{start.column}"
        told = [f"{finding.path}:{start.line}:{start.column}: {finding.message}"]
        told += [f"{finding.locale or 'here'}: {finding.target_line.text.strip()}"]
        told += [f"en: {finding.source_line.text.strip()}"] if finding.source_line else []
        told += [finding.evidence] if finding.evidence else []
        text = "\n".join(map(content, told))
        if self.fails(finding):
            text = f"<failure{attributes(message=finding.message, type=finding.severity)}>{text}</failure>"
        else:
            text = f"<system-out>{finding.severity}: {text}</system-out>"
        self.out.write(f"<testcase{attributes(name=name, classname=finding.path, time=0)}>{text}</testcase>\n")

    def end(self, summary: Summary) -> None:
        self.out.write(f"{self.before}</testsuites>\n")
