"""How good pages are, as one number from 0 to 100 for all of them, each locale and each product."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from html import escape
from typing import Any

from doclint.engine.engine import META
from doclint.layouts import Target
from doclint.page import frontmatter
from doclint.run import PageResult
from doclint.text import Severity
from doclint.text.errors import DoclintError
from doclint.text.spans import decode
from doclint.workflows.audit.bars import bar, said

MEANS = (
    "Of 100 parts that were compared with the English so many are as they should be: an error spoils a part, a warning "
    "a third of one; a page counts as often as it is viewed, where that is known."
)
SPOILS = {Severity.ERROR: 1.0, Severity.WARNING: 1 / 3}
MOST = 12
"""Rows of a table."""


class Scores:
    """Parts compared and spoiled, by locale and product."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])

    def add(self, result: PageResult, *, views: float, **kinds: str) -> None:
        """Count a page, which is of these kinds."""
        faults = [count for count in result.findings.counts if not count.is_behind]
        spoiled = min(sum(SPOILS.get(one.severity, 0) * one.number for one in faults), result.compared)
        for kind in (("all", ""), *kinds.items()):
            parts = self._parts[kind]
            parts[0] += views * result.compared
            parts[1] += views * spoiled

    def as_json(self) -> dict[str, Any]:
        """What summary.json says: the score of all, None where nothing was compared; of locales and products."""
        found: dict[str, Any] = {"means": MEANS, "all": None, "locale": {}, "product": {}}
        for (name, value), (compared, spoiled) in sorted(self._parts.items()):
            score = round(100 * (1 - spoiled / compared), 1) if compared else None
            if name == "all":
                found["all"] = score
            elif score is not None:
                found[name][value] = score
        return found


def product_of(target: Target, result: PageResult, unknown: str) -> str:
    """The product that a page names, as findings on it say it."""
    named = result.findings[0].meta.get("product", "") if result.findings else _named(target)
    return named.casefold() or unknown


def _named(target: Target) -> str:
    try:
        front = frontmatter.read(decode(target.read()))
    except (DoclintError, OSError):
        return ""
    return next((value for key, name in META.items() if name == "product" and (value := front.value(key))), "")


def table(scores: Mapping[str, Any]) -> str:
    """The scores in HTML, the lowest first; empty where nothing was compared."""
    if scores["all"] is None:
        return ""
    parts = [_table(f"Score by {name}", scores[name]) for name in ("locale", "product") if len(scores[name]) > 1]
    number = f'<b data-score="all">{scores["all"]:.1f}</b> of 100.'
    return (
        f'<section class="scores"><h2>Score</h2><p>{number} {escape(scores["means"])}</p>'
        f'<div class="tables">{"".join(parts)}</div></section>'
    )


def _table(title: str, scores: Mapping[str, float]) -> str:
    rows = sorted(scores.items(), key=lambda row: (row[1], row[0]))
    body = "".join(
        f"<tr><th scope=row><bdi>{said(name)}</bdi></th><td class=n>{score:.1f}</td><td class=drawn>"
        f"{bar(score, least=0)}</td></tr>"
        for name, score in rows[:MOST]
    )
    more = f", the lowest {MOST} of {len(rows)}" if len(rows) > MOST else ""
    head = "<thead><tr><th scope=col><span class=quiet>which</span></th><th scope=col>score</th><td></td></tr></thead>"
    caption = f"<caption>{escape(title)}{more}</caption>"
    return f'<section><table class="bars">{caption}{head}<tbody>{body}</tbody></table></section>'
