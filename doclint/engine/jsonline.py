"""A finding as a line of `--format jsonl`: written, and read."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from doclint.engine.finding import Excerpt, FileEdit, FileFix, Finding, Place, SourcePlace
from doclint.engine.route import route
from doclint.engine.verdict.testimony import Says, Testimony, Verdict
from doclint.text import Confidence, Severity, Span
from doclint.text.jsonescape import json_line
from doclint.text.spans import Position

compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Line(NamedTuple):
    """What a line says to those who compare and count findings of other runs; empty: it does not say."""

    path: str
    expected: str | None
    found: str
    locale: str | None
    source: tuple[str, str | None] | None
    """Path and revision of the English."""
    source_line: int = 0
    rule: str = ""
    severity: str = ""
    message: str = ""
    fingerprint: str = ""
    place: tuple[int, int] = (0, 0)
    """Line and column."""
    source_text: str = ""
    evidence: str = ""
    verdict: str = ""


SAID = ("rule", "severity", "message", "fingerprint", "source_text", "evidence", "verdict")
"""Texts that a line need not have."""


def read(line: str | bytes) -> Line:
    """A line that any version of doclint may have written, or nobody. Raises ValueError that says what is wrong."""
    try:
        row = json.loads(line)
        source = row["source"] and (str(row["source"]["path"]), row["source"].get("revision"))
        told = Line(
            path=row["path"],
            expected=row["expected"],
            found=row["found"],
            locale=row["locale"],
            source=source or None,
            source_line=row["source"].get("line", 0) if source else 0,
            place=(row.get("line", 0), row.get("column", 0)),
            **{name: row[name] for name in SAID if name in row},
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__} {error}") from None
    texts = (told.path, told.found, told.rule, told.severity, told.message, told.fingerprint)
    more = [told.source_text, told.evidence, told.verdict, told.expected, told.locale]
    if not all(isinstance(text, str) for text in (*texts, *(one for one in more if one is not None))):
        raise ValueError("a value is not a text")
    return told


def as_line(row: dict[str, Any]) -> str:
    """An object on a line of its own. Raises TypeError when it holds what JSON cannot."""
    return json_line(row) + "\n"


def as_json(finding: Finding) -> dict[str, Any]:
    """One object of `--format jsonl`; lines and columns count from 1, in code points, the end is exclusive."""
    return {
        "rule": finding.rule,
        "code": finding.code,
        "severity": str(finding.severity),
        "confidence": finding.confidence.name.lower(),
        "path": finding.path,
        "line": finding.place.start.line,
        "column": finding.place.start.column,
        "end_line": finding.place.end.line,
        "end_column": finding.place.end.column,
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found,
        "damage": finding.damage,
        "locale": finding.locale,
        "trust": finding.trust,
        "source": finding.source
        and {"path": finding.source.path, "revision": finding.source.revision, "line": finding.source.line},
        "also": list(finding.also),
        "fix": finding.fix
        and {
            "safe": finding.fix.is_safe,
            "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in finding.fix.edits],
        },
        "route": str(route(finding)),
        "source_text": finding.source_text,
        "target_text": finding.target_text,
        "evidence": finding.evidence,
        "meta": dict(finding.meta),
        "fingerprint": finding.fingerprint,
        "verdict": str(finding.verdict),
        "witnesses": [one.as_json() for one in finding.witnesses],
        "breaks_build": finding.breaks_build,
    }


def mark_of(finding: Finding) -> list[object]:
    """What a finding's line does not say."""
    return [*finding.place.span, _row(finding.target_line), finding.source_line and _row(finding.source_line)]


def _row(line: Excerpt) -> list[object]:
    return [line.text, line.start, line.end]


def finding_of(row: dict[str, Any], mark: list[Any]) -> Finding:
    """The finding that a line and its mark were made of. Raises what comes of taking what is none apart."""
    start, end, target_line, source_line = mark
    first, last = (Position(row[f"{side}line"], row[f"{side}column"]) for side in ("", "end_"))
    fix = row["fix"]
    return Finding(
        rule=row["rule"],
        code=row["code"],
        severity=Severity(row["severity"]),
        confidence=Confidence[row["confidence"].upper()],
        path=row["path"],
        place=Place(Span(start, end), first, last),
        message=row["message"],
        expected=row["expected"],
        found=row["found"],
        damage=row["damage"],
        locale=row["locale"],
        trust=row["trust"],
        source=row["source"] and SourcePlace(**row["source"]),
        fix=fix and FileFix(fix["safe"], tuple(FileEdit(**edit) for edit in fix["edits"])),
        source_text=row["source_text"],
        target_text=row["target_text"],
        evidence=row["evidence"],
        meta=row["meta"],
        fingerprint=row["fingerprint"],
        target_line=Excerpt(*target_line),
        source_line=source_line and Excerpt(*source_line),
        verdict=Verdict(row["verdict"]),
        witnesses=tuple(Testimony(**one | {"says": Says(one["says"])}) for one in row["witnesses"]),
        breaks_build=row["breaks_build"],
        also=tuple(row["also"]),
    )
