"""The findings as scripts that the page loads when it needs them: the causes, an index, and texts in chunks."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from doclint.engine import Route, Verdict
from doclint.engine.causes import cause_id
from doclint.workflows.audit.javascript import call, said, units
from doclint.workflows.audit.sides import Side
from doclint.workflows.audit.spool import Entry, Rank

CHUNK = 400
"""Findings in a file."""
SEVERITIES = ("error", "warning", "note")
CONFIDENCES = ("high", "medium", "low")
MEANINGS = (Verdict.DAMAGED, Verdict.NEEDS_REVIEW)
"""What differences mean; where only the English changed, nothing is listed."""


class Numbers(dict[str, int]):
    """Texts and their numbers, in the order in which they came; a text that came before has its old number."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


class Index:
    """Columns of the same length; they wait on disk until all are there, since there may be millions of findings."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        self._folder = folder
        self._stack = ExitStack()
        opened = ((name, tempfile.TemporaryFile(dir=folder)) for name in names)  # noqa: SIM115 (closed by the stack)
        self._columns = {name: self._stack.enter_context(file) for name, file in opened}
        self._is_empty = True

    def add(self, values: dict[str, Any]) -> None:
        """One finding."""
        between = b"" if self._is_empty else b","
        for name, column in self._columns.items():
            column.write(between + said(values[name]))
        self._is_empty = False

    def write(self, name: str, function: str, first: Any) -> None:
        """The script that calls a function with a value and the columns, and the end of these."""
        with (self._folder / name).open("wb") as out:
            out.write(f"{function}(".encode() + said(first))
            for number, (title, column) in enumerate(self._columns.items()):
                out.write((b",{" if number == 0 else b",") + said(title) + b":[")
                column.seek(0)
                shutil.copyfileobj(column, out)
                out.write(b"]")
            out.write(b"});\n")

    def close(self) -> None:
        """Let go of what waits on disk, written or not."""
        self._stack.close()


class DataFiles:
    """Written as the findings come by, in the order of their causes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._causes: list[list[Any]] = []
        self._pages = Numbers()
        self._rules = Numbers()
        self._index = Index(folder, ("page", "line", "rule", "kind", "fingerprint"))
        self._texts = Numbers()
        self._rows: list[list[Any]] = []
        self._chunks = 0

    def entries(self, rank: Rank, entries: Iterator[Entry]) -> Iterator[Entry]:
        """Write a cause and its findings, and pass them on."""
        first: Entry | None = None
        routes: dict[str, int] = dict.fromkeys(Route, 0)
        rules: set[int] = set()
        meanings: set[int] = set()
        severity = len(SEVERITIES)
        for entry in entries:
            first = first or entry
            routes[entry.route] += 1
            rules.add(self._rules[entry.line["rule"]])
            meanings.add(MEANINGS.index(entry.line["verdict"]))
            severity = min(severity, SEVERITIES.index(entry.line["severity"]))
            self._add(entry)
            yield entry
        if first:
            line = first.line
            word = [line["expected"], line["found"] if line["expected"] is not None else line["message"]]
            counts = [rank.places, rank.pages, severity, [routes[name] for name in Route]]
            kinds = [sorted(rules), sorted(meanings)]
            self._causes.append(
                [cause_id(rank.key), line["locale"] or "", *word, line["damage"] or "", *counts, *kinds]
            )

    def end(self) -> None:
        """Write what is left."""
        self._chunk()
        self._write("causes.js", call("audit.causes", list(self._rules), self._causes))
        self._index.write("findings.js", "audit.findings", list(self._pages))

    def close(self) -> None:
        """Let go of what waits on disk, whether all was written or not."""
        self._index.close()

    def _add(self, entry: Entry) -> None:
        line, texts = entry.line, self._texts
        severity, confidence = SEVERITIES.index(line["severity"]), CONFIDENCES.index(line["confidence"])
        way, meaning = list(Route).index(Route(entry.route)), MEANINGS.index(line["verdict"])
        self._index.add(
            {
                "page": self._pages[line["path"]],
                "line": line["line"],
                "rule": self._rules[line["rule"]],
                "kind": severity + 3 * confidence + 9 * way + 9 * len(Route) * meaning,
                "fingerprint": line["fingerprint"],
            }
        )
        source = line["source"] or {"path": "", "revision": None, "line": 0}
        evidence = [
            *([line["evidence"]] if line["evidence"] else []),
            *(f"also seen by {name}" for name in line["also"]),
            *(f"{one['witness']}: {one['why']}" for one in line["witnesses"] if one["why"]),
        ]
        self._rows.append(
            [
                *_side(entry.target, texts),
                *_side(entry.source, texts),
                texts[line["found"]],
                -1 if line["expected"] is None else texts[line["expected"]],
                texts[line["message"]],
                texts["; ".join(evidence)],
                texts[line["trust"]],
                *_ending_as(line["path"], source["path"], texts),
                texts[source["revision"] or ""],
                source["line"],
                line["column"],
                *_ending_as(line["path"].rpartition(".")[0], entry.address, texts),
                [texts[f"{name}: {value}"] for name, value in line["meta"].items()],
            ]
        )
        if len(self._rows) == CHUNK:
            self._chunk()

    def _chunk(self) -> None:
        if self._rows:
            self._write(f"chunk-{self._chunks}.js", call("audit.chunk", self._chunks, list(self._texts), self._rows))
            self._texts, self._rows = Numbers(), []
            self._chunks += 1

    def _write(self, name: str, data: bytes) -> None:
        (self._folder / name).write_bytes(data)


def _side(side: Side, texts: Numbers) -> list[int]:
    return [texts[side.text], units(side.text, side.start), units(side.text, side.end)]


def _ending_as(path: str, text: str, texts: Numbers) -> list[int]:
    """A path or an address as its beginning, and how much of the page's path follows it: most of it, every time."""
    shared = os.path.commonprefix([text[::-1], path[::-1]])  # noqa: RUF071 -- letters, not names of folders
    return [texts[text[: len(text) - len(shared)]], units(shared, len(shared))]
