"""A page of a part as a line of JSON before the lines of its findings, and back."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from typing import Any, NamedTuple

from doclint.engine import Route
from doclint.engine.packed import END_OF_LINES, Count, Findings
from doclint.layouts import Target
from doclint.run import PageResult
from doclint.text import Severity, Trust
from doclint.text.errors import RuleError

FLAT: dict[str, Any] = {
    **dict.fromkeys(("path", "trust", "trouble", "unread", "unfinished", "scope"), str),
    **dict.fromkeys(("compared", "blocks", "unplaced"), int),
    **dict.fromkeys(("is_orphan", "is_page"), bool),
}
"""Fields of a result that JSON takes as they are."""
PLACE: dict[str, Any] = {
    **dict.fromkeys(("source", "folder", "relative", "repository_path", "digest"), str),
    "context": int,
}
PLACE |= {**dict.fromkeys(("is_commit", "is_missing"), bool), "locale": str | None}


class Page(NamedTuple):
    """What a report, an audit and the counts need of a page, wherever it lies."""

    place: Target
    result: PageResult
    repository_path: str
    """As the page's own repository counts it."""
    digest: str = ""
    """Of the page's bytes, where a report may need its text; else empty."""
    is_commit: bool = False
    """Whether its folder is `REPO@REV`."""

    @property
    def order(self) -> tuple[str, int, str]:
        """Where a run has it: translations of one source page stand together."""
        return self.place.source, self.place.context, self.result.path


def head_of(page: Page) -> dict[str, Any]:
    """All but the findings themselves, in what JSON knows."""
    place, result = page.place, page.result
    return {
        **{name: getattr(result, name) for name in FLAT},
        "source": place.source,
        "context": place.context,
        "folder": place.folder,
        "relative": place.relative,
        "is_commit": page.is_commit,
        "is_missing": place.is_missing,
        "locale": result.locale,
        "meta": dict(result.meta),
        "repository_path": page.repository_path,
        "digest": page.digest,
        "broken": [[error.rule, str(error)] for error in result.broken],
        "dropped": dict(result.dropped),
        "ratchet": {locale: dict(counts) for locale, counts in result.ratchet.items()},
        "excused": {str(kind): number for kind, number in result.excused.items()},
        "counts": result.findings.counts,
    }


def page_of(head: dict[str, Any], lines: bytes, marks: bytes) -> Page:
    """The page that `head_of` and the findings' lines and marks were made of; it is read from nowhere.

    Raises ValueError where they are no such thing.
    """
    try:
        for name, kind in (FLAT | PLACE).items():
            if not isinstance(head[name], kind):
                raise ValueError(f"{name} is {head[name]!r}")
        Trust[head["trust"].upper()]
        findings = Findings.unpacked(counts_of(head), _body(lines, marks)).verified()
        result = PageResult(
            findings=findings,
            locale=head["locale"],
            meta={str(name): str(value) for name, value in head["meta"].items()},
            broken=[RuleError(str(message), str(rule)) for rule, message in head["broken"]],
            dropped={str(why): int(number) for why, number in head["dropped"].items()},
            ratchet={str(locale): Counter(counts) for locale, counts in head["ratchet"].items()},
            excused={Severity(kind): int(number) for kind, number in head["excused"].items()},
            **{name: head[name] for name in FLAT},
        )
        place = Target(
            head["folder"],
            "",
            head["relative"],
            counterpart=head["source"],
            context=head["context"],
            is_missing=head["is_missing"],
        )
        return Page(place, result, head["repository_path"], head["digest"], head["is_commit"])
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__} {error}") from None


def counts_of(head: dict[str, Any]) -> list[Count]:
    """How many findings of each kind follow. Raises ValueError, TypeError, KeyError."""
    return [
        Count(str(rule), Severity(kind), bool(fixable), int(number), Route(way), bool(behind), bool(breaks))
        for rule, kind, fixable, number, way, behind, breaks in head["counts"]
    ]


def _body(lines: bytes, marks: bytes) -> bytes:
    return zlib.compress(b"".join((lines, END_OF_LINES, marks)), 0) if lines else b""


def as_line(value: object) -> bytes:
    """One line of ASCII: half a character, as in a file name that is not UTF-8, is an escape."""
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"
