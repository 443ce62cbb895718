"""The columns of a dataset: a finding as a row that its line can be written from again, and a page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from doclint.engine.jsonline import as_line
from doclint.text.files.parquet import clean
from doclint.workflows.parts.record import Page, head_of

TEXTS = (
    *("rule", "code", "severity", "confidence", "path", "message", "expected", "found", "damage", "trust", "route"),
    *("source_text", "target_text", "evidence", "fingerprint", "verdict"),
)
NUMBERS = ("line", "column", "end_line", "end_column")
NESTED = ("source", "also", "fix", "meta", "witnesses")
"""As JSON in a text."""
FINDING = {
    "page": "BIGINT",
    "place": "BIGINT",
    **dict.fromkeys(TEXTS, "VARCHAR"),
    **dict.fromkeys(NUMBERS, "BIGINT"),
    **dict.fromkeys(NESTED, "VARCHAR"),
    "breaks_build": "BOOLEAN",
    "mark": "VARCHAR",
    "exact": "VARCHAR",
    "locale": "VARCHAR",
    "repository": "VARCHAR",
}
"""Of the table of findings. `page` and `place` give the order; `mark` is what a line does not say; `exact` the line
where its columns cannot hold it."""
PAGE = {
    "page": "BIGINT",
    **dict.fromkeys(("path", "source", "trust", "trouble", "unfinished_why"), "VARCHAR"),
    **dict.fromkeys(("compared", "blocks", "findings"), "BIGINT"),
    "head": "VARCHAR",
    "locale": "VARCHAR",
    "repository": "VARCHAR",
}
"""Of the table of pages; `head` is all that a part says of the page, as JSON."""
PARTITIONS = ("repository", "locale")
NOWHERE, NONE = "here", "none"
"""The repository of a run without a workspace, and the locale where nothing tells."""


def page_row(page: Page, number: int) -> dict[str, Any]:
    """A page; the findings are counted without notes on changed English being apart."""
    result = page.result
    return {
        "page": number,
        "path": clean(result.path),
        "source": clean(page.place.source),
        "trust": result.trust,
        "trouble": clean(result.trouble),
        "unfinished_why": clean(result.unfinished),
        "compared": result.compared,
        "blocks": result.blocks,
        "findings": len(result.findings),
        "head": json.dumps(head_of(page)),
        "locale": result.locale or NONE,
        "repository": result.scope or NOWHERE,
    }


def finding_row(line: str, mark: object, page: Mapping[str, Any], place: int) -> dict[str, Any]:
    """A finding, given its line, of a page's row."""
    told = json.loads(line)
    row = {"page": page["page"], "place": place, "breaks_build": told["breaks_build"], "repository": page["repository"]}
    row |= {name: clean(told[name]) for name in TEXTS}
    row |= {name: told[name] for name in NUMBERS}
    row |= {name: json.dumps(told[name]) for name in NESTED}
    row |= {"locale": told["locale"] or NONE, "mark": json.dumps(mark)}
    return {**row, "exact": None if line_of(row) == line else json.dumps(line)}


def line_of(row: Mapping[str, Any]) -> str:
    """The line of `--format jsonl` that a row was made of."""
    if row.get("exact"):
        return str(json.loads(row["exact"]))
    told = {name: row[name] for name in (*TEXTS, *NUMBERS, "breaks_build")}
    told |= {name: json.loads(row[name]) for name in NESTED}
    told["locale"] = None if row["locale"] == NONE else row["locale"]
    return as_line({name: told[name] for name in ORDER})


ORDER = (
    *("rule", "code", "severity", "confidence", "path", "line", "column", "end_line", "end_column", "message"),
    *("expected", "found", "damage", "locale", "trust", "source", "also", "fix", "route", "source_text", "target_text"),
    *("evidence", "meta", "fingerprint", "verdict", "witnesses", "breaks_build"),
)
"""Of a line."""
