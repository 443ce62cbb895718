"""Reads every report back as its receiver does, and a diff as `patch` does."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from doclint.layouts import Target
from doclint.reports.choose import FORMATS, reporter
from doclint.reports.formats.github import SHOWN
from doclint.reports.pages import Pages
from doclint.reports.receiver import Setting
from doclint.run import PageResult, Summary
from doclint.text.errors import UnreadableError
from doclint.text.spans import decode

if TYPE_CHECKING:
    from tests.fuzz.case import Case, Desk
    from tests.fuzz.promises import Broken

ANNOTATION = re.compile(r"::(?:error|warning|notice) file=[^\n]*::[^\n]*")
STEERING = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
HUNK = re.compile(r"@@ -(\d+),\d+ \+\d+,\d+ @@\n")


def misread(desk: Desk, case: Case, result: PageResult) -> Iterator[Broken]:
    """The formats that do not say of a page all that was found."""
    from tests.fuzz.promises import Broken

    for name, count in COUNTS.items():
        text = written(name, desk, case, result)
        try:
            found = count(text)
        except Exception as error:
            yield Broken("report", name, f"{type(error).__name__}: {error}")
            continue
        wanted = len(result.findings)
        if name == "github":
            levels = Counter(one.severity for one in result.findings)
            wanted = sum(min(number, SHOWN) for number in levels.values())
        if found != wanted:
            yield Broken("report", name, f"{found} of {wanted} findings")


class Held(Pages):
    """The page of a case, which lies on no disk."""

    def __init__(self, targets: list[Target], text: str | None) -> None:
        super().__init__(targets)
        self.held = text

    def text(self, path: str) -> str | None:
        return self.held


def _text(data: bytes) -> str | None:
    try:
        return decode(data)
    except UnreadableError:
        return None


def written(name: str, desk: Desk, case: Case, result: PageResult) -> str:
    """A report on one page."""
    data = io.BytesIO()
    out = io.TextIOWrapper(data, encoding="utf-8", errors="backslashreplace", newline="")
    spoken = {rule for count in result.findings for rule in (count.rule, *count.also)}
    rules = [rule for rule in desk.rules if rule.name in spoken]
    pages = Held([desk.page(case)], _text(case.target))
    writer = reporter(name, out, Setting(rules, pages, fails=lambda finding: True, say=lambda line: None))
    summary = Summary()
    summary.add(result)
    writer.page(result)
    writer.end(summary)
    out.flush()
    return data.getvalue().decode("utf-8")


def _sarif(text: str) -> int:
    return sum(len(run["results"]) for run in json.loads(text)["runs"])


def _github(text: str) -> int:
    lines = text.split("\n")[:-1]
    assert all(ANNOTATION.fullmatch(line) for line in lines), lines
    return len(lines)


def _rows(text: str) -> int:
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    assert all(None not in row and None not in row.values() for row in rows)
    return len(rows)


def _lines(text: str) -> int:
    return len([json.loads(line) for line in text.split("\n")[:-1]])


def _junit(text: str) -> int:
    return len(ElementTree.fromstring(text.encode()).findall(".//failure"))


def _checkstyle(text: str) -> int:
    return len(ElementTree.fromstring(text.encode()).findall(".//error"))


def _markdown(text: str) -> int:
    rows = [line.split(" | ") for line in text.split("\n") if re.match(r"\| \d", line)]
    assert all(len(row) == 6 for row in rows), rows
    return sum(int(row[0].removeprefix("| ")) for row in rows)


def _terminal(text: str) -> int:
    """The number in the last line but those of counts; nothing in it steers the terminal."""
    assert not STEERING.search(text), STEERING.findall(text)
    total = re.search(r"^(\d+) findings?:", text, re.MULTILINE)
    return int(total[1]) if total else 0


COUNTS: dict[str, Callable[[str], int]] = {
    "jsonl": _lines,
    "json": lambda text: len(json.loads(text)["findings"]),
    "sarif": _sarif,
    "github": _github,
    "gitlab": lambda text: len(json.loads(text)),
    "junit": _junit,
    "checkstyle": _checkstyle,
    "rdjsonl": _lines,
    "csv": _rows,
    "markdown": _markdown,
    "terminal": _terminal,
}
"""How many findings each format says there are."""


def patched(old: str, diff: str) -> str:
    """A text after a diff."""
    lines = [part + "\n" for part in old.split("\n")]
    lines[-1] = lines[-1][:-1]
    parts, at = [], 0
    for hunk in list(HUNK.finditer(diff)):
        start = max(int(hunk[1]) - 1, 0)
        parts += lines[at:start]
        at = start
        marks = ""
        body = diff[hunk.end() :].split("\n")
        for line in body:
            if line[:1] in (" ", "-"):
                assert lines[at].removesuffix("\n") == line[1:], (lines[at], line)
                at += 1
            if line[:1] in (" ", "+"):
                parts.append(line[1:] + "\n")
            elif line[:1] == "\\" and marks[-1] != "-":
                parts[-1] = parts[-1].removesuffix("\n")
            elif line[:1] not in ("-", "\\"):
                break
            marks += line[:1]
    return "".join(parts) + "".join(lines[at:])


assert set(COUNTS) == set(FORMATS)
