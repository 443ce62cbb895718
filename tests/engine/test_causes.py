"""Findings by cause, samples of them, and how a terminal shows both."""

from __future__ import annotations

import io
import random
from collections import Counter
from collections.abc import Iterable

import pytest

from doclint.engine import Finding
from doclint.engine.causes import Causes
from doclint.engine.finding import Excerpt, FileEdit, FileFix, Place
from doclint.engine.packed import Findings
from doclint.engine.sample import Sample
from doclint.reports.formats.grouped import FEW, Group, Grouped
from doclint.run import PageResult, Summary
from doclint.text import Confidence, Severity, Span
from doclint.text.damage import Damage
from doclint.text.spans import Position


def finding(
    path: str,
    expected: str | None = "inTransit",
    found: str = "Интрансит",
    *,
    damage: Damage = Damage.TRANSLITERATED,
    rule: str = "enum-member-changed",
    severity: Severity = Severity.ERROR,
    line: int = 1,
    is_safe: bool = True,
) -> Finding:
    return Finding(
        rule=rule,
        code="DL102",
        severity=severity,
        confidence=Confidence.HIGH,
        path=path,
        place=Place(Span(line, line + 1), Position(line, 1), Position(line, 2)),
        message=f'"{found}" is "{expected}"',
        expected=expected,
        found=found,
        damage=str(damage),
        locale="ru-RU",
        trust="proven",
        source=None,
        fix=FileFix(is_safe, (FileEdit(0, 1, "x"),)),
        source_text="",
        target_text="",
        evidence="",
        meta={},
        fingerprint=f"{path}{line}{expected}",
        target_line=Excerpt("|Интрансит|", 1, 10),
    )


def test_cause_is_one_word_wherever_it_stands() -> None:
    causes = Causes()
    causes.add([finding("a.md", line=1), finding("a.md", line=2)])
    causes.add([finding("b.md"), finding("b.md", "status", "статус")])
    (first, second) = list(causes)
    assert (first.places, first.pages, first.fixable) == (3, 2, 3)
    assert (second.places, second.pages) == (1, 1)


def test_what_looks_right_comes_first_then_the_severe_then_the_frequent() -> None:
    causes = Causes()
    causes.add([finding("a.md", "often", "часто", line=n) for n in range(9)])
    causes.add([finding("b.md", "mild", "мягко", severity=Severity.NOTE, line=n) for n in range(20)])
    causes.add([finding("c.md", "ipv6", "ipv4", damage=Damage.ANOTHER_MEMBER)])
    causes.add([finding("d.md", "seldom", "редко")])
    assert [cause.example.expected for cause in causes] == ["ipv6", "often", "seldom", "mild"]


def test_findings_without_a_word_are_grouped_by_what_they_say() -> None:
    causes = Causes()
    causes.add([finding("a.md", None, "x", rule="table-row-split"), finding("a.md", None, "x", rule="fence-broken")])
    assert len(causes) == 2


def many() -> list[Finding]:
    rules = ["enum-member-changed"] * 300 + ["link-text-changed"] * 20 + ["fence-broken"] * 2
    return [
        finding(f"{n % 40}.md", f"word{n % 90}", f"слово{n % 90}", rule=rule, line=n) for n, rule in enumerate(rules)
    ]


def sampled(findings: Iterable[Finding], size: int, seed: int) -> list[str]:
    sample = Sample(size, seed)
    for one in findings:
        sample.add([one])
    return [one.fingerprint for one in sample.findings()]


def test_sample_is_the_same_in_any_order_and_another_for_another_seed() -> None:
    findings = many()
    shuffled = findings[:]
    random.Random(1).shuffle(shuffled)
    assert sampled(findings, 12, 7) == sampled(shuffled, 12, 7)
    assert len(set(sampled(findings, 12, 7))) == 12
    assert sampled(findings, 12, 7) != sampled(findings, 12, 8)


def test_sample_is_spread_over_rules_and_causes() -> None:
    sample = Sample(12, 1)
    sample.add(many())
    found = sample.findings()
    counts = Counter(one.rule for one in found)
    assert counts == {"enum-member-changed": 5, "link-text-changed": 5, "fence-broken": 2}
    assert len({(one.rule, one.expected) for one in found}) == 12


def test_sample_larger_than_the_run_is_each_cause_once() -> None:
    assert len(sampled(many(), 10_000, 1)) == 90 + 20 + 2


def report(results: Iterable[PageResult], group: Group) -> str:
    out = io.StringIO()
    reporter, summary = Grouped(out, colour=False, columns=120, group=group), Summary()
    for result in results:
        summary.add(result)
        reporter.page(result)
    reporter.end(summary)
    return out.getvalue()


def pages(count: int) -> list[PageResult]:
    return [
        PageResult(f"{n}.md", "proven", Findings([finding(f"{n}.md", "inTransit" if n % 2 else "status")]))
        for n in range(count)
    ]


def test_few_findings_are_shown_by_page_and_many_by_cause() -> None:
    assert "49.md\n" in report(pages(FEW), "auto")
    by_cause = report(pages(FEW + 2), "auto")
    assert "49.md\n" not in by_cause
    assert '    26  error    "Интрансит" is "status"  enum-member-changed\n' in by_cause
    assert "26 places on 26 pages, as 0.md:1\n" in by_cause
    assert "52 findings: 52 errors" in by_cause


def test_causes_that_do_not_fit_are_counted_and_the_way_to_them_is_said() -> None:
    results = [PageResult(f"{n}.md", "proven", Findings([finding(f"{n}.md", f"word{n}")])) for n in range(FEW + 3)]
    assert "... and 3 more causes: --group cause shows all" in report(results, "auto")
    everything = report(results, "cause")
    assert "more causes" not in everything
    assert everything.count("  enum-member-changed\n") == FEW + 3 + 1


@pytest.mark.parametrize(
    ("group", "line"),
    [
        ("none", '0.md:1:1: error: "Интрансит" is "status" [enum-member-changed]'),
        ("rule", "enum-member-changed: 4 findings of 2 causes"),
        ("page", "3.md"),
    ],
)
def test_other_groups(group: Group, line: str) -> None:
    assert line in report(pages(4), group).splitlines()


def test_nothing_found_is_said_once() -> None:
    assert report([PageResult("a.md", "proven", Findings())], "auto") == (
        "nothing found on 1 page\n"
        "       1  page with exact English: a digest in the metadata of the page proves it (proven)\n"
    )
