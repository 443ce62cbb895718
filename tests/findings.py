"""Findings for tests: with all that one can say, with as little as one can, and any other."""

from __future__ import annotations

from doclint.engine import Finding, Says, Testimony, Verdict
from doclint.engine.finding import Excerpt, FileEdit, FileFix, Place, SourcePlace
from doclint.engine.rulebook import find
from doclint.text import Confidence, Severity, Span
from doclint.text.spans import Position
from tests.config.configuring import RULES

FULL = Finding(
    rule="enum-value-changed",
    code="DL301",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    path="ru/стр\udcff.md",
    place=Place(Span(10, 20), Position(2, 3), Position(2, 13)),
    message="«Апплефаилуре» stands for 'appleFailure' \U0001f600\ud800",
    expected="appleFailure",
    found="Апплефаилуре",
    damage="transliterated",
    locale="ru-RU",
    trust="proven",
    source=SourcePlace("api/a.md", "0" * 40, 7),
    fix=FileFix(True, (FileEdit(10, 20, "appleFailure"), FileEdit(30, 30, ""))),
    source_text="appleFailure",
    target_text="Апплефаилуре",
    evidence="JSON key, line 88",
    meta={"translation": "MT", "file": "1"},
    fingerprint="0123456789abcdef",
    target_line=Excerpt("| Апплефаилуре | 1 |", 2, 14),
    source_line=Excerpt("| appleFailure | 1 |", 2, 14),
    breaks_build=True,
    also=("property-name-changed",),
    verdict=Verdict.NEEDS_REVIEW,
    witnesses=(Testimony("history", Says.CHANGED, "the English said so", "0" * 40, "before", "after"),),
)
"""One that says everything that a finding can say."""

BARE = FULL._replace(
    expected=None,
    damage=None,
    locale=None,
    source=None,
    fix=None,
    meta={},
    source_line=None,
    also=(),
    witnesses=(),
    breaks_build=False,
)


MEMBER = find(RULES, "enum-member-changed")


def finding(**changes: object) -> Finding:
    """A plain one, but for some fields."""
    at = Position(3, 1)
    plain = Finding(
        rule=MEMBER.name, code=MEMBER.id, severity=Severity.ERROR, confidence=Confidence.HIGH, path="docs/ru/a.md",
        place=Place(Span(9, 18), at, at), message="m", expected="inTransit", found="в пути", damage="translated",
        locale="ru-RU", trust="proven", source=None, fix=None, source_text="inTransit", target_text="в пути", evidence="",
        meta={"translation": "HT", "product": "hub"}, fingerprint="f", target_line=Excerpt("в пути", 0, 6),
    )  # fmt: skip
    return plain._replace(**changes)  # type: ignore[arg-type]
