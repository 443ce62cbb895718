"""The findings of a run on disk, until all are there: memory grows with the causes, not with pages and findings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doclint.engine import Finding
from doclint.engine.causes import cause_of
from doclint.engine.jsonline import as_json
from doclint.engine.route import route
from doclint.text.damage import Damage
from doclint.workflows.audit.sides import Side, source_side, target_side

TABLES = """
create table finding (cause integer, path text, start integer, rank integer, route text, body text);
create table cause (id integer primary key, key text, looks_right integer);
"""
ORDER = """
create table ranked as
select cause.id as cause, count(*) as places, count(distinct path) as pages
from finding join cause on cause.id = finding.cause
group by cause.id
order by cause.looks_right desc, min(rank), places desc, cause.key;
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
    looks_right: bool
    """Whether the found word is itself a valid one."""


class Spool:
    """A database of its own in a folder; close it before the folder goes."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / "spool.sqlite", isolation_level=None)
        self._database.executescript(
            "pragma journal_mode=off; pragma synchronous=off; pragma temp_store=file;" + TABLES
        )
        self._database.execute("begin")
        self._causes: dict[tuple[str, ...], int] = {}

    def close(self) -> None:
        """Write what is left, once."""
        self._database.close()

    def add(self, finding: Finding, address: str) -> str:
        """Put a finding away; its route."""
        key = cause_of(finding)
        cause = self._causes.get(key)
        if cause is None:
            cause = self._causes[key] = len(self._causes)
            looks_right = finding.damage == Damage.ANOTHER_MEMBER
            self._database.execute("insert into cause values (?, ?, ?)", (cause, _packed(key), looks_right))
        where = route(finding)
        body = _packed([as_json(finding), where, address, target_side(finding), source_side(finding)])
        row = (cause, _packed(finding.path), finding.place.span.start, finding.severity.rank, where, body)
        self._database.execute("insert into finding values (?, ?, ?, ?, ?, ?)", row)
        return where

    def causes(self) -> Iterator[Rank]:
        """The worst first: what looks right, then the severe, then what stands in most places. Ask once, at the end."""
        self._database.executescript(ORDER)
        rows = self._database.execute(
            "select cause, key, places, pages, looks_right from ranked join cause on id = cause order by ranked.rowid"
        )
        for cause, key, places, pages, looks_right in rows:
            yield Rank(cause, tuple(json.loads(key)), places, pages, bool(looks_right))

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


def _packed(value: object) -> str:
    """As ASCII: half a character, as in a file name that is not UTF-8, is not text that a database takes."""
    return json.dumps(value, separators=(",", ":"))
