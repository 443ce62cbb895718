"""Counts as tables that are also pictures: a bar a row, drawn when the report is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from urllib.parse import urlencode

from doclint.reports import isolated, shown

Counts = Mapping[str, Mapping[str, int]]
"""Findings and pages by what is counted, the most frequent first."""

MOST = 12
"""Rows at a glance; the rest are folded away."""
UNKNOWN = "not said"
"""Under what is counted that of which nothing tells; the list of findings has no filter for it."""
NO_DAMAGE = "no damaged word"
FILTERS = {"severity", "route", "rule", "damage", "locale"}
"""What the list of findings can be filtered by."""


def said(text: str) -> str:
    """A text of a page or a name in HTML: nothing in it is markup or turns what stands around it."""
    return escape(isolated(shown(text)))


def number(value: float) -> str:
    return f"{value:,.0f}"


def count(value: int, word: str) -> str:
    return f"{number(value)} {word}{'' if value == 1 else 's'}"


def bars(
    name: str,
    title: str,
    counts: Counts,
    *,
    earlier: Counts | None = None,
    fewer: str = "better",
    by_name: bool = False,
) -> str:
    """A table with a bar a row; `by_name` puts months in their order, `fewer` is what fewer than earlier are."""
    if not any(one["findings"] for one in counts.values()):
        return ""
    rows = list(counts.items())
    if by_name:
        rows.sort(key=lambda row: row[0])
    top = max(one["findings"] for one in counts.values())
    lines = [_row(name, value, one, top, earlier, fewer) for value, one in rows]
    head = f'<table class="bars" data-by="{name}"><caption>{escape(title)}</caption>' + _head(earlier)
    text = f"{head}<tbody>{''.join(lines[:MOST])}</tbody></table>"
    if len(lines) > MOST:
        rest = f'<table class="bars" data-by="{name}"><caption class="quiet">{escape(title)}, the others</caption>'
        text += f"<details><summary>{count(len(lines) - MOST, 'other')}</summary>"
        text += f"{rest}{_head(earlier)}<tbody>{''.join(lines[MOST:])}</tbody></table></details>"
    return f"<section>{text}</section>"


def _head(earlier: Counts | None) -> str:
    change = "<th scope=col>change</th>" if earlier is not None else ""
    return (
        "<thead><tr><th scope=col><span class=quiet>which</span></th><th scope=col>findings</th>"
        f"{change}<th scope=col>pages</th><td></td></tr></thead>"
    )


def _row(name: str, value: str, one: Mapping[str, int], top: int, earlier: Counts | None, fewer: str) -> str:
    label = f"<bdi>{said(NO_DAMAGE if (name, value) == ('damage', UNKNOWN) else value)}</bdi>"
    wanted = {name: value} if name in FILTERS else {"q": f"{value}/"} if name == "folder" and value != "." else None
    if wanted and one["findings"] and value != UNKNOWN:
        label = f'<a href="#{escape(urlencode({"view": "findings", **wanted}, errors="replace"))}">{label}</a>'
    pages = number(one["pages"]) + (f" of {number(one['of_pages'])}" if "of_pages" in one else "")
    before = earlier.get(value, {}).get("findings", 0) if earlier is not None else None
    change = "" if before is None else f"<td class=n>{changed(one['findings'], before, fewer=fewer)}</td>"
    return (
        f"<tr><th scope=row>{label}</th><td class=n data-value={one['findings']}>{number(one['findings'])}</td>"
        f"{change}<td class=n>{pages}</td><td class=drawn>{bar(one['findings'] / top * 100)}</td></tr>"
    )


def changed(now: int, before: int, *, fewer: str = "better", more: str = "worse") -> str:
    """How many more or fewer than in the earlier audit, with a word for it, not only a colour."""
    if now == before:
        return '<span class="same">\N{PLUS-MINUS SIGN}0</span>'
    kind, sign = (more, "+") if now > before else (fewer, "\N{MINUS SIGN}")
    return f'<span class="{kind}">{sign}{number(abs(now - before))}</span>'


def bar(percent: float, *, least: float = 0.5) -> str:
    """A bar over so much of its cell, never narrower than `least`, so that little is not nothing."""
    return (
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{max(percent, least):.1f}" height="10" rx="1"/></svg>'
    )


def stacked(parts: Iterable[tuple[str, int, str]]) -> str:
    """One bar of the routes, each with its name, and a legend that says the numbers."""
    parts = [part for part in parts if part[1]]
    total = sum(value for _, value, _ in parts) or 1
    drawn, legend, left = "", "", 0.0
    for kind, value, name in parts:
        width = value * 1000 / total
        drawn += f'<rect class="{kind}" x="{left:.1f}" width="{max(width - 3, 1):.1f}" height="20"/>'
        what = f'<b>{number(value)}</b> <a href="#view=findings&amp;route={kind}">{escape(name)}</a>'
        legend += f'<li class="{kind}">{what}, {share(value, total)}</li>'
        left += width
    picture = f'<svg class="stacked" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
    return f'{picture}<ul class="legend">{legend}</ul>'


def share(part: float, whole: float) -> str:
    """In percent; little is not nothing and nearly all not all."""
    if not whole or not part:
        return "0\N{NO-BREAK SPACE}%"
    percent = 100 * part / whole
    text = f"{percent:.1f}" if percent < 10 else f"{percent:.0f}"
    if part and float(text) == 0:
        text = "<0.1"
    elif part < whole and float(text) == 100:
        text = ">99"
    return escape(f"{text}\N{NO-BREAK SPACE}%")
