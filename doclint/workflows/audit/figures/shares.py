"""Charts of locales by month of hand-back and by kind of damage: how many pages are affected, in shades."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from doclint.workflows.audit.bars import MOST, number, said, share

STEPS = (0.0, 0.1, 0.25, 0.5)
"""A darker shade for each of these shares that is passed."""
LEGEND = ("none", "up to 10 %", "up to 25 %", "up to half", "more")
FEWEST = 2
"""Columns that make a chart."""

Cells = Mapping[str, Mapping[str, Mapping[str, int]]]
"""By locale and column: pages with findings, and of how many pages."""


class Shares:
    """Pages affected, by locale and month of hand-back, and by locale and kind of damage."""

    def __init__(self) -> None:
        self._pages: Counter[str] = Counter()
        self._handed: Counter[tuple[str, str]] = Counter()
        self._affected: Counter[tuple[str, str]] = Counter()
        """Of a month, with findings."""
        self._damaged: Counter[tuple[str, str]] = Counter()

    def add(self, *, locale: str, month: str, damages: Iterable[str]) -> None:
        """Count a page: `damages` are those of its findings, each once."""
        damages = list(damages)
        self._pages[locale] += 1
        self._handed[locale, month] += 1
        self._affected[locale, month] += bool(damages)
        self._damaged.update((locale, damage) for damage in damages)

    def as_json(self) -> dict[str, Any]:
        """What summary.json says."""
        found: dict[str, dict[str, dict[str, dict[str, int]]]] = {"handoff": {}, "damage": {}}
        for (locale, month), pages in sorted(self._handed.items()):
            cell = {"pages": self._affected[locale, month], "of_pages": pages}
            found["handoff"].setdefault(locale, {})[month] = cell
        for (locale, damage), pages in sorted(self._damaged.items()):
            found["damage"].setdefault(locale, {})[damage] = {"pages": pages, "of_pages": self._pages[locale]}
        return found


def charts(cells: Mapping[str, Cells], unknown: str) -> str:
    """Both charts in HTML; empty where there are too few columns to see anything in them."""
    kinds = _most(cells["damage"], leave_out=unknown)
    drawn = [
        _by_time(cells["handoff"], unknown),
        _chart("Locale by kind of damage", cells["damage"], kinds[:MOST], len(kinds)),
    ]
    if not any(drawn):
        return ""
    steps = "".join(f'<li class="s{step}">{escape(name)}</li>' for step, name in enumerate(LEGEND))
    head = "<h2>Where and when pages were damaged</h2>"
    lead = "<p>Share of the locale's pages that are affected; the worst locales first.</p>"
    return f'<section class="shares">{head}{lead}<ul class="legend">{steps}</ul>{"".join(drawn)}</section>'


def _by_time(cells: Cells, unknown: str) -> str:
    """Of months; of quarters or years, where these are too many to be read at a glance."""
    for name, shorten in PERIODS.items():
        title = f"Locale by {name} of hand-back"
        rows = {locale: _folded(row, shorten, unknown) for locale, row in cells.items()}
        columns = sorted({column for row in rows.values() for column in row})
        if len(columns) <= MOST:
            break
    return _chart(title, rows, columns[-MOST:], len(columns))


def _folded(
    row: Mapping[str, Mapping[str, int]], shorten: Callable[[str], str], unknown: str
) -> dict[str, dict[str, int]]:
    """The months as longer stretches of time."""
    found: dict[str, dict[str, int]] = {}
    for month, cell in row.items():
        if month != unknown:
            sums = found.setdefault(shorten(month), dict.fromkeys(cell, 0))
            sums |= {name: sums[name] + value for name, value in cell.items()}
    return found


def _quarter(month: str) -> str:
    """`2020-11` is 2020 Q4; another writing stays as it is."""
    is_month = MONTH.fullmatch(month)
    return f"{month[:4]} Q{(int(month[5:]) + 2) // 3}" if is_month else month


def _year(month: str) -> str:
    return month[:4] if MONTH.fullmatch(month) else month


MONTH = re.compile(r"\d{4}-\d\d")
PERIODS: Mapping[str, Callable[[str], str]] = {"month": str, "quarter": _quarter, "year": _year}


def _most(cells: Cells, *, leave_out: str) -> list[str]:
    """The columns, those of the most pages first."""
    pages: dict[str, int] = {}
    for row in cells.values():
        for name, cell in row.items():
            pages[name] = pages.get(name, 0) + cell["pages"]
    pages.pop(leave_out, None)
    return sorted(pages, key=lambda name: (-pages[name], name))


def _chart(title: str, cells: Cells, columns: Sequence[str], of: int) -> str:
    rows = {locale: row for locale, row in cells.items() if any(name in row for name in columns)}
    if len(columns) < FEWEST or not rows:
        return ""
    worst = sorted(rows, key=lambda locale: (-_affected(rows[locale], columns), locale))
    parts = [f"{len(columns)} of {of} columns"] if len(columns) < of else []
    parts += [f"{MOST} of {len(rows)} locales"] if len(rows) > MOST else []
    more = f"<span class=most>, {escape(', '.join(parts))}</span>" if parts else ""
    head = "".join(f"<th scope=col>{said(name)}</th>" for name in columns)
    body = "".join(_row(locale, rows[locale], columns) for locale in worst[:MOST])
    head = f"<caption>{escape(title)}{more}</caption><thead><tr><td></td>{head}</tr></thead>"
    return f'<div class="wide"><table class="share">{head}<tbody>{body}</tbody></table></div>'


def _affected(row: Mapping[str, Mapping[str, int]], columns: Sequence[str]) -> float:
    shown = [row[name] for name in columns if name in row]
    return sum(cell["pages"] for cell in shown) / (sum(cell["of_pages"] for cell in shown) or 1)


def _row(locale: str, row: Mapping[str, Mapping[str, int]], columns: Sequence[str]) -> str:
    drawn = "".join(_cell(row.get(name)) for name in columns)
    return f"<tr><th scope=row><bdi>{said(locale)}</bdi></th>{drawn}</tr>"


def _cell(cell: Mapping[str, Any] | None) -> str:
    if cell is None:
        return "<td></td>"
    pages, of = cell["pages"], cell["of_pages"]
    step = sum(pages / of > least for least in STEPS) if of else 0
    text = f"{share(pages, of)}<small>{number(pages)} of {number(of)}</small>"
    return f'<td class="s{step}" data-pages={pages} data-of={of}>{text}</td>'
