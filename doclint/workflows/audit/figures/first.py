"""What to do first: the routes of the findings as work, the cheapest first, each with its command."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from doclint.workflows.audit.bars import count, number


def steps(summary: Mapping[str, Any], *, has_bug_lists: bool) -> str:
    """An ordered list in HTML; empty where nothing was found."""
    routes = summary["routes"]
    lists = "the bug lists (bugs-*.xlsx)" if has_bug_lists else "findings.csv, filtered by the route vendor"
    told = [
        (
            routes["here"],
            "here",
            f"Run <code>doclint fix --diff</code>, then <code>doclint fix</code>: it repairs "
            f"{count(routes['here'], 'finding')} by itself.",
        ),
        (
            routes["vendor"],
            "vendor",
            f"Send the vendor {lists}, {count(summary['vendor_causes'], 'cause')}, and purge.csv: a repaired page "
            "comes back damaged from a translation memory that keeps its sentences.",
        ),
        (
            routes["english"],
            "english",
            f"Put backticks around names in {count(summary['english_edits'], 'place')} of the English "
            f"(<code>doclint advise</code>): {count(routes['english'], 'finding')} do not come back, in any language.",
        ),
        (
            routes["decide"],
            "decide",
            f"Have somebody who reads the language look at {count(routes['decide'], 'finding')}, the worst cause "
            "first; a verdict on a cause holds for all its places.",
        ),
    ]
    items = "".join(
        f'<li>{text} <a href="#view=findings&amp;route={route}">Show {number(value)}</a></li>'
        for value, route, text in told
        if value
    )
    return f'<section class="first"><h2>What to do on Monday</h2><ol>{items}</ol></section>' if items else ""
