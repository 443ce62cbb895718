"""A finding as a result of SARIF."""

from __future__ import annotations

from urllib.parse import quote

from doclint.engine import Finding
from doclint.engine.packed import is_behind
from doclint.reports.cells import shown
from doclint.reports.edits import replacement
from doclint.reports.jsontext import LONE
from doclint.text import Lines, Span
from doclint.text.spans import Position


def sarif_result(finding: Finding, path: str, lines: Lines | None, rule: int | None) -> dict[str, object]:
    """The result. `path` counts from the repository's root; `lines` are the page's, where a fix needs them."""
    place = {"uri": uri(path)}
    result: dict[str, object] = {
        "ruleId": finding.code,
        **({"ruleIndex": rule} if rule is not None else {}),
        **_weight(finding),
        "message": {"text": message(finding)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": place,
                    "region": _region(finding.place.start, finding.place.end),
                }
            }
        ],
        "partialFingerprints": {
            "primaryLocationLineHash": finding.fingerprint,
            "doclintFingerprint/v1": finding.fingerprint,
        },
        "properties": {
            "expected": finding.expected,
            "found": finding.found,
            "damage": finding.damage,
            "confidence": finding.confidence.name.lower(),
            "trust": finding.trust,
            "evidence": finding.evidence,
            "verdict": str(finding.verdict),
            "witnesses": [one.as_json() for one in finding.witnesses],
        },
    }
    if finding.fix and finding.fix.is_safe and lines is not None:
        change = replacement(finding.fix, lines.text)
        if change:
            change_there = {"deletedRegion": _at(lines, change.span), "insertedContent": {"text": change.text}}
            result["fixes"] = [
                {
                    "description": {"text": "put it back"},
                    "artifactChanges": [{"artifactLocation": place, "replacements": [change_there]}],
                }
            ]
    return result


def _weight(finding: Finding) -> dict[str, str]:
    """The level; what only the English's change makes fails nothing, and is for those who ask."""
    return {"kind": "informational", "level": "none"} if is_behind(finding) else {"level": str(finding.severity)}


def message(finding: Finding) -> str:
    """What is said, with the English line below. A bracket would begin a link: page text makes none."""
    text = shown(finding.message)
    if finding.source_line:
        text += f" (English: {shown(finding.source_line.text.strip()[:200])})"
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def uri(path: str) -> str:
    """A relative reference: everything but `/` and plain letters is percent-encoded, bytes that are not UTF-8 too."""
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character that is no byte of a file name
        data = LONE.sub("\N{REPLACEMENT CHARACTER}", path).encode("utf-8")
    return quote(data, safe="/")


def _at(lines: Lines, span: Span) -> dict[str, int]:
    return _region(lines.position(span.start), lines.position(span.end))


def _region(start: Position, end: Position) -> dict[str, int]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
