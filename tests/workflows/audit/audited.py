"""Findings made up for audits, as many as one likes, in six languages: parcels that were renamed on the way."""

from __future__ import annotations

from collections.abc import Iterator

from doclint.engine import Finding
from doclint.engine.finding import Excerpt, FileEdit, FileFix, Place, SourcePlace
from doclint.engine.packed import Findings
from doclint.layouts import Target
from doclint.run import PageResult
from doclint.text import Confidence, Severity, Span
from doclint.text.spans import Position
from doclint.workflows.audit.build import Page

WORDS = {
    "ru-RU": ("Посылка", "Свойство", "доставлена курьером в пункт"),
    "ja-JP": ("荷物", "プロパティ", "配達員が営業所に届けました"),
    "ar-SA": ("طرد", "خاصية", "سلمه الساعي إلى المستودع"),
    "he-IL": ("חבילה", "מאפיין", "נמסרה על ידי השליח למחסן"),
    "de-DE": ("Paket", "Eigenschaft", "vom Kurier im Depot abgegeben"),
    "zh-CN": ("包裹", "属性", "由快递员送到仓库"),
}
"""What a parcel is called in each language, and the rest of a sentence."""
TRUSTS = ("proven", "embedded", "paired")


def finding(number: int, *, locale: str = "ru-RU", found: str | None = None, path: str | None = None) -> Finding:
    """The finding of this number; the same number is the same finding."""
    name, property_name, rest = WORDS[locale]
    expected = f"parcelState{number % 997}"
    found = f"{name}{number % 997}" if found is None else found
    target = f"{property_name} {found} {rest} {number % 83}"
    source = f"The property {expected} was handed to the depot by courier {number % 83}"
    start = target.index(found)
    damage = ("another-member", "translated", "transliterated", "recased")[min(number % 997, 3)]
    return Finding(
        rule=("enum-member-changed", "link-text-changed", "property-name-changed")[number % 3],
        code="DL101",
        severity=list(Severity)[min(number % 7, 2)],
        confidence=Confidence.HIGH,
        path=path or f"docs/{locale}/area{number % 11}/page{number // 12}.md",
        place=Place(Span(number, number + len(found)), Position(number % 300 + 1, 5), Position(number % 300 + 1, 9)),
        message=f'"{found}" is "{expected}", translated',
        expected=expected,
        found=found,
        damage=damage,
        locale=locale,
        trust=TRUSTS[number % 3],
        source=SourcePlace(f"docs/en-US/page{number // 12}.md", "0" * 40, number % 300 + 1),
        fix=FileFix(True, (FileEdit(0, 1, expected),)) if number % 2 else None,
        source_text=source,
        target_text=target,
        evidence=f"JSON key, line {number % 90}",
        meta={
            "translation": "MT",
            "file": str(number),
            "handoff": f"{number % 12 + 1:02}/01/2020",
            "product": "depots",
        },
        fingerprint=f"{number:016x}",
        target_line=Excerpt(target, start, start + len(found)),
        source_line=Excerpt(source, 13, 13 + len(expected)),
    )


def result(path: str, findings: list[Finding], *, trust: str = "proven", trouble: str = "") -> Page:
    """A page with what was found on it."""
    locale = findings[0].locale if findings else None
    return (
        Target(".", "", path),
        locale,
        PageResult(path, trust, Findings(findings), blocks=60, compared=60, trouble=trouble),
    )


def pages(count: int, *, on_page: int = 12) -> Iterator[Page]:
    """So many findings on pages of six languages, and as many clean pages."""
    for number, first in enumerate(range(0, count, on_page)):
        locale = list(WORDS)[number % len(WORDS)]
        path = f"docs/{locale}/area{number % 11}/page{number}.md"
        numbers = range(first, min(first + on_page, count))
        yield result(path, [finding(one, locale=locale, path=path) for one in numbers])
        yield result(f"docs/{locale}/clean/page{number}.md", [])
