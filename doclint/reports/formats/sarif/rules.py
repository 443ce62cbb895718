"""A rule as SARIF describes it."""

from __future__ import annotations

from collections import Counter

from doclint.engine import Rule
from doclint.engine.authoring.ruledocs import GROUPS
from doclint.reports.documentation import rule_url
from doclint.text import Confidence

LONGEST = 1024
"""Code points that GitHub shows of a description."""

PRECISIONS = {Confidence.HIGH: "very-high", Confidence.MEDIUM: "high", Confidence.LOW: "medium"}
SEVERITIES = {"error": "error", "warning": "warning", "note": "recommendation"}


def sarif_rule(rule: Rule, confidences: Counter[Confidence]) -> dict[str, object]:
    """The rule; how precise it is called depends on how sure most of its findings are."""
    usual = confidences.most_common(1)[0][0] if confidences else Confidence.HIGH
    help_text = rule.help.strip()
    url = rule_url(rule.name)
    more = f"[Examples]({url})" if url else f"Examples: `doclint explain {rule.name}`"
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": _short(rule.summary)},
        "fullDescription": {"text": _short(" ".join(help_text.split()))},
        "help": {"text": help_text, "markdown": f"{help_text}\n\n{more}"},
        **({"helpUri": url} if url else {}),
        "defaultConfiguration": {"level": str(rule.severity)},
        "properties": {
            "tags": ["localization", "documentation", GROUPS.get(rule.id[:3], "rule").lower()],
            "precision": PRECISIONS[usual],
            "problem.severity": SEVERITIES[rule.severity],
        },
    }


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
