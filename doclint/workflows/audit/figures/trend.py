"""How earlier audits and this one follow each other: a row and a bar each."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from doclint.workflows.audit.bars import bar, number, share

FEWEST = 2
"""Earlier audits that make a trend: with one, every number says what has changed."""


def table(summary: dict[str, Any], earlier: Sequence[dict[str, Any]]) -> str:
    """The audits by date in HTML; empty where there are too few."""
    if len(earlier) < FEWEST:
        return ""
    now = {name: summary[name] for name in ("pages", "pages_with_findings", "findings")}
    rows = [*earlier, now | {"date": summary["made"]["date"], "score": summary["score"]["all"]}]
    top = max(row["findings"] for row in rows) or 1
    body = "".join(_row(row, top) for row in rows)
    names = ("made on", "findings", "pages affected", "score")
    head = "".join(f"<th scope=col>{name}</th>" for name in names)
    return (
        '<section class="audits"><table class="bars"><caption>Findings from audit to audit</caption>'
        f"<thead><tr>{head}<td></td></tr></thead><tbody>{body}</tbody></table></section>"
    )


def _row(row: dict[str, Any], top: int) -> str:
    score = "" if row["score"] is None else f"{row['score']:.1f}"
    return (
        f"<tr><th scope=row>{escape(row['date'] or 'not said')}</th><td class=n>{number(row['findings'])}</td>"
        f"<td class=n>{share(row['pages_with_findings'], row['pages'])}</td><td class=n>{score}</td><td class=drawn>"
        f"{bar(100 * row['findings'] / top)}</td></tr>"
    )
