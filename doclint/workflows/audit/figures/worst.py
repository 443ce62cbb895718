"""The most harmful causes, each with what puts it so high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from doclint.engine.causes import UNNOTICED, cause_id
from doclint.reports import shown
from doclint.workflows.audit.bars import count, number, said
from doclint.workflows.audit.sides import Side
from doclint.workflows.audit.spool import Entry, Rank

MEANS = (
    f"Ranked by pages, or page views where known; a warning counts a third of an error, and damage that looks right "
    f"{UNNOTICED} times as much, since no reader notices it."
)
HEAD = ("why it is here", "locale", "source", "target", "cause")


@dataclass(frozen=True, slots=True)
class Worst:
    """A cause and its first finding."""

    rank: Rank
    example: Entry

    def as_json(self) -> dict[str, Any]:
        """What summary.json says of it."""
        rank = self.rank
        return {
            "cause": cause_id(rank.key),
            "places": rank.places,
            "pages": rank.pages,
            "severity": str(rank.severity),
            "looks_right": rank.looks_right,
            "harm": round(rank.harm, 1),
            "message": self.example.line["message"],
        }


def table(worst: Sequence[Worst], *, source_locale: str, has_views: bool) -> str:
    """The causes in HTML, in their order; empty where there are none."""
    if not worst:
        return ""
    rows = "".join(_row(one, source_locale, has_views) for one in worst)
    head = "".join(f"<th scope=col>{name}</th>" for name in HEAD)
    caption = f"<caption>The most harmful causes <small>{escape(MEANS)}</small></caption>"
    return f'<table class="worst">{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(one: Worst, source_locale: str, has_views: bool) -> str:
    entry, locale = one.example, one.example.line["locale"] or ""
    link = f"#cause={cause_id(one.rank.key)}"
    is_of_page = not (entry.source.text or entry.line["found"])
    target = _marked(Side(entry.line["path"], 0, 0), "") if is_of_page else _marked(entry.target, locale)
    return (
        f"<tr><td>{_why(one.rank, has_views)}</td><td>{escape(locale)}</td>"
        f"<td>{_marked(entry.source, source_locale)}</td><td>{target}</td>"
        f'<td><a href="{link}" dir=ltr>{escape(shown(entry.line["message"]))}</a></td></tr>'
    )


def _why(rank: Rank, has_views: bool) -> str:
    """What makes it harmful, as numbers and words."""
    places = "" if rank.places == rank.pages else f"in {count(rank.places, 'place')} "
    where = f"{rank.severity} {places}on {count(rank.pages, 'page')}"
    if has_views:
        where += f", viewed {number(rank.views)} times"
    return f"<b>looks right</b>, {where}" if rank.looks_right else where


def _marked(side: Side, language: str) -> str:
    """A short excerpt in one line, with the word marked."""
    text, start, end = side.text.replace("\n", " "), side.start, side.end
    first, last = max(start - 40, 0), end + 40
    before, after = ("…" if first else "") + text[first:start], text[end:last] + ("…" if last < len(text) else "")
    word = f"<mark>{said(text[start:end])}</mark>" if end > start else ""
    return f'<span dir=auto lang="{escape(language)}">{said(before)}{word}{said(after)}</span>'
