"""index.html: the numbers at a glance, readable without scripts, and the places where scripts put the rest."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib import resources
from string import Template
from typing import Any

from doclint.text import Severity
from doclint.workflows.audit.bars import UNKNOWN, bars, changed, count, number, said, share, stacked
from doclint.workflows.audit.figures import first, scores, shares, trend, worst

TITLES = {
    "severity": "Severity",
    "locale": "Locale",
    "rule": "Rule",
    "damage": "Damage",
    "translation": "Translation type",
    "product": "Product",
    "handoff": "Hand-off month",
    "trust": "How the English is known",
    "verdict": "What the differences mean",
    "folder": "Folder",
}
ROUTES = {
    "here": "fixable with doclint fix",
    "english": "preventable in the English",
    "vendor": "for the translation vendor",
    "decide": "for a person to decide",
}


def page(
    summary: dict[str, Any],
    causes: Sequence[worst.Worst],
    *,
    files: Sequence[str],
    earlier: Sequence[dict[str, Any]],
    source_locale: str,
) -> str:
    """The whole page."""
    previous = earlier[-1] if earlier else None
    skeleton = resources.files("doclint.workflows.audit").joinpath("index.html").read_text("utf-8")
    before = previous["by"] if previous else {}
    by = summary["by"] | {"severity": _ordered(summary["by"]["severity"])}
    tables = [
        bars(
            name,
            title,
            by[name],
            earlier=before.get(name, {}) if previous else None,
            fewer=_fewer(summary, previous),
            by_name=name == "handoff",
        )
        for name, title in TITLES.items()
        if by[name].keys() != {UNKNOWN}
    ]
    return Template(skeleton).substitute(
        lead=_lead(summary),
        origin=_origin(summary),
        first=first.steps(summary, has_bug_lists=any(name.startswith("bugs-") for name in files)),
        scores=scores.table(summary["score"]),
        audits=trend.table(summary, earlier),
        tiles=_tiles(summary, previous),
        routes=stacked((name, summary["routes"][name], said) for name, said in ROUTES.items()),
        tables="".join(tables),
        trend=" trend" if previous else "",
        coverage=_coverage(summary["coverage"]),
        worst=worst.table(causes, source_locale=source_locale, has_views=summary["views"] is not None),
        shares=shares.charts(summary["shares"], UNKNOWN),
        unchecked=_unchecked(summary),
        made=_made(summary, previous),
        files=", ".join(f'<a href="{escape(name)}">{escape(name)}</a>' for name in files),
        source_locale=escape(source_locale),
    )


def _ordered(severities: dict[str, Any]) -> dict[str, Any]:
    """Counts by severity, the errors first, however many there are."""
    return {kind: severities[kind] for kind in Severity if kind in severities}


def _lead(summary: dict[str, Any]) -> str:
    """What was found and where it is repaired, in one sentence."""
    routes = summary["routes"]
    parts = [("here", routes["here"], "fixable with doclint fix")]
    if routes["english"]:
        edits = count(summary["english_edits"], "English edit")
        parts.append(("english", routes["english"], f"preventable by {edits}"))
    causes = summary["vendor_causes"]
    parts.append(("vendor", causes, f"cause{'' if causes == 1 else 's'} for the vendor"))
    parts.append(("decide", routes["decide"], "for a person to decide"))
    text = ", ".join(
        f'<b data-lead="{name}" data-value="{value}">{number(value)}</b> {what}' for name, value, what in parts
    )
    return f"{text}." if summary["findings"] else "Nothing was found."


def _origin(summary: dict[str, Any]) -> str:
    """Of what the audit is, in one line."""
    of, made = summary["of"], summary["made"]
    what = [of["repository"], f"at {of['revision'][:12]}" if of["revision"] else "", f"on {made['date']}"]
    command = f" <code>{said(of['command'])}</code>" if of["command"] else ""
    return f"{said(' '.join(part for part in what if part))}{command}"


def _made(summary: dict[str, Any], previous: dict[str, Any] | None) -> str:
    """When and by what, so that a printed page can be told from another one."""
    made = summary["made"]
    compared = f", compared with {_earlier(previous)}" if previous else ""
    return escape(f"Made on {made['date']} by doclint {made['doclint']}{compared}.")


def _earlier(previous: dict[str, Any]) -> str:
    return f"the audit of {previous['date']}" if previous.get("date") else "the earlier audit"


def _fewer(summary: dict[str, Any], previous: dict[str, Any] | None) -> str:
    """What fewer findings are: no better where fewer pages were checked."""
    return "same" if previous and summary["pages"] < previous["pages"] else "better"


def _tiles(summary: dict[str, Any], previous: dict[str, Any] | None) -> str:
    tiles = []
    affected, pages = summary["pages_with_findings"], summary["pages"]
    for name, what in (
        ("pages", "pages checked"),
        ("pages_with_findings", f"pages affected, {share(affected, pages)}"),
        ("findings", "findings"),
        ("causes", "causes"),
    ):
        total = f'<b data-sum="{name}" data-value="{summary[name]}">{number(summary[name])}</b>'
        change = ""
        if previous:
            judged = {"fewer": "same", "more": "same"} if name == "pages" else {"fewer": _fewer(summary, previous)}
            more = changed(summary[name], previous[name], **judged)
            change = f"<small>{more} since {_earlier(previous)}</small>"
        tiles.append(f"<li>{total} {what}{change}</li>")
    if views := summary["views"]:
        part = share(views["affected"], views["all"])
        known = f"page views known for {number(views['pages'])} of {number(pages)} pages"
        tiles.append(f"<li><b>{part}</b> of page views are of affected pages<small>{known}</small></li>")
    return "".join(tiles)


def _coverage(rows: Sequence[dict[str, Any]]) -> str:
    """How much of the English each locale has."""
    if not rows:
        return ""
    names = [name for name in rows[0] if name != "folder"]
    titles = {"english": "English pages"}
    head = "".join(f"<th scope=col>{titles.get(name, name.replace('_', ' '))}</th>" for name in names)
    body = "".join(f"<tr>{''.join(_cell(row[name]) for name in names)}</tr>" for row in rows)
    means = "in step: no commit changed the English since the one the page names, else since its own last one"
    caption = f"<caption>How much of the English each locale has <small>{means}</small></caption>"
    return f'<table class="bars coverage">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _cell(value: str | int) -> str:
    return f"<td>{escape(value)}</td>" if isinstance(value, str) else f"<td class=n>{number(value)}</td>"


def _unchecked(summary: dict[str, Any]) -> str:
    """What was not checked, and why."""
    missing = summary["not_checked"]
    behind = summary["source_changed"]
    lines = []
    if behind["notes"]:
        where = f"on {count(behind['pages'], 'page')}: doclint stale lists them as work"
        lines.append(f"{count(behind['notes'], 'place')} where only the English has changed, {where}")
    lines += [(f"{count(pages, 'page')} {reason}") for reason, pages in missing["source_troubles"].items()]
    if missing["blocks"]:
        lines.append(f"{count(missing['blocks'], 'block')} with no counterpart in the English")
    if alone := summary["trust"].get("alone"):
        lines.append(f"{count(alone, 'page')} without English: checked only by rules that need none")
    if missing["unplaced"]:
        lines.append(f"{count(missing['unplaced'], 'text')} not compared whole: too long, or at an unknown place")
    lines += [f"{count(number_left, 'finding')} not shown: {why}" for why, number_left in missing["dropped"].items()]
    lines += missing["unread"]
    lines += [f"not checked completely: {page}" for page in missing["unfinished"]]
    lines += [f"a rule crashed: {error}" for error in missing["broken"]]
    items = "".join(f"<li>{said(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else "<p>Everything was checked.</p>"
