"""How good pages are, as one number from 0 to 100 for all of them, each locale and each product."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from html import escape
from typing import Any

from doclint.engine.causes import SPOILS
from doclint.run import PageResult
from doclint.workflows.audit.bars import bar, number, said

MEANS = (
    "How many of 100 parts compared with the English are as they should be: an error counts as one damaged part, "
    "a warning as a third of one; pages count by their views, where these are known."
)
MOST = 12
"""Rows of a table."""


class Scores:
    """Parts compared and spoiled, by locale and product."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
        self._pages: Counter[tuple[str, str]] = Counter()

    def add(self, result: PageResult, *, views: float, **kinds: str) -> None:
        """Count a page, which is of these kinds."""
        faults = [count for count in result.findings.counts if not count.is_behind]
        spoiled = min(sum(SPOILS.get(one.severity, 0) * one.number for one in faults), result.compared)
        for kind in (("all", ""), *kinds.items()):
            parts = self._parts[kind]
            self._pages[kind] += 1
            parts[0] += views * result.compared
            parts[1] += views * spoiled

    def as_json(self) -> dict[str, Any]:
        """What summary.json says: the score of all, None where nothing was compared; of locales and products."""
        found: dict[str, Any] = {"means": MEANS, "all": None, "locale": {}, "product": {}}
        found["pages"] = {"locale": {}, "product": {}}
        for (name, value), (compared, spoiled) in sorted(self._parts.items()):
            score = round(100 * (1 - spoiled / compared), 1) if compared else None
            if name == "all":
                found["all"] = score
            elif score is not None:
                found[name][value] = score
                found["pages"][name][value] = self._pages[name, value]
        return found


def table(scores: Mapping[str, Any]) -> str:
    """The scores in HTML, the lowest first; empty where nothing was compared."""
    if scores["all"] is None:
        return ""
    parts = [
        _table(f"Score by {name}", scores[name], scores["pages"][name])
        for name in ("locale", "product")
        if len(scores[name]) > 1
    ]
    score = f'<b data-score="all">{scores["all"]:.1f}</b> of 100.'
    return (
        f'<section class="scores"><h2>Score</h2><p>{score} {escape(scores["means"])}</p>'
        f'<div class="tables">{"".join(parts)}</div></section>'
    )


def _table(title: str, scores: Mapping[str, float], pages: Mapping[str, int]) -> str:
    rows = sorted(scores.items(), key=lambda row: (row[1], row[0]))
    body = "".join(
        f"<tr><th scope=row><bdi>{said(name)}</bdi></th><td class=n>{score:.1f}</td>"
        f"<td class=n>{number(pages[name])}</td><td class=drawn>{bar(score, least=0)}</td></tr>"
        for name, score in rows[:MOST]
    )
    more = f"<span class=most>, {MOST} of {len(rows)}</span>" if len(rows) > MOST else ""
    names = "<th scope=col><span class=quiet>which</span></th><th scope=col>score</th><th scope=col>pages</th>"
    head = f"<thead><tr>{names}<td></td></tr></thead>"
    caption = f"<caption>{escape(title)}, lowest first{more}</caption>"
    return f'<section><table class="bars">{caption}{head}<tbody>{body}</tbody></table></section>'
