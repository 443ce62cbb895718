"""What the overview counts: summary.json, and nothing on the page that does not stand there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from doclint import VERSION
from doclint.engine import Finding, Route
from doclint.run import PageResult, Summary
from doclint.workflows.audit.bars import UNKNOWN
from doclint.workflows.audit.figures.scores import Scores
from doclint.workflows.audit.figures.shares import Shares
from doclint.workflows.audit.weights import Weights

BY = tuple("severity route rule damage locale product folder handoff translation trust verdict".split())
DATE = re.compile(r"(\d{1,2})/\d{1,2}/(\d{4})")
NOWHERE: Mapping[str, str] = {"repository": "", "revision": "", "command": ""}
DEEP = 3
"""Folders are counted by so many of their names."""


class Totals:
    """Counts over all pages so far: findings by what they are, pages with and without them by where they lie."""

    def __init__(self, weights: Weights | None, origin: Mapping[str, str] = NOWHERE) -> None:
        self.weights = weights
        self.origin = dict(origin)
        """Repository, revision and command."""
        self.scores = Scores()
        self.shares = Shares()
        self.summary = Summary()
        self.by: dict[str, Counter[str]] = {name: Counter() for name in BY}
        self.affected: dict[str, Counter[str]] = {name: Counter() for name in BY}
        """Pages with a finding of the kind."""
        self.pages: dict[str, Counter[str]] = {"locale": Counter(), "folder": Counter()}
        self.places: set[int] = set()
        """Digests of the places in the English that an edit there would mend."""

    def views(self, path: str, address: str) -> float:
        """How often a page is viewed; as often as any other where nothing tells."""
        views = self.weights.of(path, address) if self.weights else None
        return 1 if views is None else views

    def add(
        self,
        result: PageResult,
        findings: Iterable[tuple[Finding, str]],
        *,
        locale: str | None,
        meta: Mapping[str, str],
        address: str,
    ) -> None:
        """Count a page that says so much of itself, and its findings with their routes."""
        self.summary.add(result)
        self.pages["locale"][locale or UNKNOWN] += 1
        self.pages["folder"][_folder(result.path)] += 1
        kinds = {"locale": locale or UNKNOWN, "product": _product(meta)}
        self.scores.add(result, views=self.views(result.path, address), **kinds)
        if self.weights:
            self.weights.add(result.path, address, is_affected=result.findings.has_faults)
        damages = self._add(findings)
        self.shares.add(locale=locale or UNKNOWN, month=_month(meta.get("handoff", "")), damages=damages)

    def _add(self, findings: Iterable[tuple[Finding, str]]) -> list[str]:
        """Count the findings of one page; the kinds of their damage, each once."""
        seen = set()
        for finding, where in findings:
            kinds = _kinds(finding, where)
            for name, value in kinds.items():
                self.by[name][value] += 1
            seen |= set(kinds.items())
            if where == "english" and finding.source:
                self.places.add(hash((finding.source.path, finding.source.line, finding.expected)))
        for name, value in seen:
            self.affected[name][value] += 1
        return [value for name, value in seen if name == "damage"]

    def as_json(self, *, causes: int, vendor_causes: int) -> dict[str, Any]:
        """What summary.json says."""
        summary = self.summary
        routes = {name: self.by["route"][name] for name in Route}
        counted = {
            name: {value: {"findings": number, "pages": self.affected[name][value]} for value, number in _worst(counts)}
            for name, counts in self.by.items()
        }
        for name, pages in self.pages.items():
            for value, number in pages.items():
                counted[name].setdefault(value, {"findings": 0, "pages": 0})["of_pages"] = number
        return {
            "version": 1,
            "made": {"date": date.today().isoformat(), "doclint": VERSION},
            "of": self.origin,
            "score": self.scores.as_json(),
            "pages": summary.pages,
            "pages_with_findings": summary.pages_with_findings,
            "findings": summary.findings,
            "causes": causes,
            "fixable": summary.fixable,
            "source_changed": {"notes": summary.behind, "pages": summary.pages_behind},
            "routes": routes,
            "english_edits": len(self.places),
            "vendor_causes": vendor_causes,
            "views": self.weights
            and {"pages": self.weights.met, "all": self.weights.total, "affected": self.weights.affected},
            "trust": dict(summary.trusts.most_common()),
            "by": counted,
            "shares": self.shares.as_json(),
            "targets": {name: dict(counts) for name, counts in summary.scopes.items()},
            "not_checked": {
                "source_troubles": dict(summary.source_troubles.most_common()),
                "blocks": summary.blocks - summary.compared,
                "unplaced": summary.unplaced,
                "unfinished": summary.unfinished,
                "unread": list(summary.lost()),
                "dropped": dict(summary.dropped.most_common()),
                "broken": sorted({f"{error.rule}: {error}" for error in summary.broken}),
            },
        }


def _kinds(finding: Finding, where: str) -> dict[str, str]:
    meta = finding.meta
    return {
        "severity": str(finding.severity),
        "route": where,
        "rule": finding.rule,
        "damage": finding.damage or UNKNOWN,
        "locale": finding.locale or UNKNOWN,
        "product": _product(meta),
        "folder": _folder(finding.path),
        "handoff": _month(meta.get("handoff", "")),
        "translation": meta.get("translation") or UNKNOWN,
        "trust": finding.trust,
        "verdict": str(finding.verdict),
    }


def _product(meta: Mapping[str, str]) -> str:
    return meta.get("product", "").casefold() or UNKNOWN


def _folder(path: str) -> str:
    """The first names of a page's folder; the way up to another tree is none."""
    folders = path.split("/")[:-1]
    up = next((at for at, name in enumerate(folders) if name != ".."), len(folders))
    return "/".join(folders[: up + DEEP]) or "."


def _month(date: str) -> str:
    """`11/10/2020` is 2020-11; another writing stays as it is."""
    parts = DATE.fullmatch(date)
    return f"{parts[2]}-{int(parts[1]):02}" if parts else date or UNKNOWN


def _worst(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
