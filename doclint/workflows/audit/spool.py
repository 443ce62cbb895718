"""The findings of a run on disk, until all are there: memory grows with the causes, not with pages and findings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doclint.engine import Finding
from doclint.engine.causes import cause_of, harm
from doclint.engine.jsonline import as_json
from doclint.engine.route import route
from doclint.text import Severity
from doclint.text.damage import Damage
from doclint.workflows.audit.sides import Side, source_side, target_side

TABLES = """
create table finding (cause integer, path text, start integer, views real, rank integer, route text, body text);
create table cause (id integer primary key, key text, looks_right integer);
"""
ORDER = """
create table ranked as
select cause, sum(places) as places, count(*) as pages, sum(views) as views, min(rank) as rank, key, looks_right
from (select cause, path, count(*) as places, max(views) as views, min(rank) as rank from finding group by cause, path)
join cause on cause.id = cause
group by cause
order by harm(min(rank), sum(views), looks_right) desc, min(rank), places desc, key;
create index by_cause on finding (cause, path, start);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as the report needs it."""

    line: dict[str, Any]
    """As `--format jsonl` has it."""
    route: str
    address: str
    """Where the page is published, empty where that is not known."""
    target: Side
    source: Side


@dataclass(frozen=True, slots=True)
class Rank:
    """A cause in its order, with how often it stands."""

    cause: int
    key: tuple[str, ...]
    places: int
    pages: int
    views: float
    """How often its pages are viewed; their number where nothing tells."""
    severity: Severity
    """The worst of its findings."""
    looks_right: bool
    """Whether the found word is itself a valid one."""

    @property
    def harm(self) -> float:
        """What it costs, as `doclint.engine.causes` counts it."""
        return harm(self.severity, self.views, looks_right=self.looks_right)


class Spool:
    """A database of its own in a folder; close it before the folder goes."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / "spool.sqlite", isolation_level=None)
        self._database.executescript(
            "pragma journal_mode=off; pragma synchronous=off; pragma temp_store=file;" + TABLES
        )
        self._database.create_function("harm", 3, _harm, deterministic=True)
        self._database.execute("begin")
        self._causes: dict[tuple[str, ...], int] = {}

    def close(self) -> None:
        """Write what is left, once."""
        self._database.close()

    def add(self, finding: Finding, address: str, *, views: float = 1) -> str:
        """Put a finding away, on a page that is viewed so often; its route."""
        key = cause_of(finding)
        cause = self._causes.get(key)
        if cause is None:
            cause = self._causes[key] = len(self._causes)
            looks_right = finding.damage == Damage.ANOTHER_MEMBER
            self._database.execute("insert into cause values (?, ?, ?)", (cause, _packed(key), looks_right))
        where = route(finding)
        body = _packed([as_json(finding), where, address, target_side(finding), source_side(finding)])
        row = (cause, _packed(finding.path), finding.place.span.start, views, finding.severity.rank, where, body)
        self._database.execute("insert into finding values (?, ?, ?, ?, ?, ?, ?)", row)
        return where

    def causes(self) -> Iterator[Rank]:
        """The most harmful first, then the severe, then what stands in most places. Ask once, at the end."""
        self._database.executescript(ORDER)
        rows = self._database.execute(
            "select cause, key, places, pages, views, rank, looks_right from ranked order by rowid"
        )
        for cause, key, places, pages, views, rank, looks_right in rows:
            severity = list(Severity)[rank]
            yield Rank(cause, tuple(json.loads(key)), places, pages, views, severity, bool(looks_right))

    def causes_routed(self, where: str) -> int:
        """How many causes have a finding that takes this route."""
        return int(self._one("select count(distinct cause) from finding where route = ?", where))

    def findings(self, cause: int) -> Iterator[Entry]:
        """The findings of a cause, page by page."""
        rows = self._database.execute("select body from finding where cause = ? order by path, start", (cause,))
        for (body,) in rows:
            line, where, address, target, source = json.loads(body)
            yield Entry(line, where, address, Side(*target), Side(*source))

    def _one(self, question: str, *values: str) -> Any:
        return self._database.execute(question, values).fetchone()[0]


def _harm(rank: int, views: float, looks_right: int) -> float:
    return harm(list(Severity)[rank], views, looks_right=bool(looks_right))


def _packed(value: object) -> str:
    """As ASCII: half a character, as in a file name that is not UTF-8, is not text that a database takes."""
    return json.dumps(value, separators=(",", ":"))
