"""Entries of accepted findings that are out of date, as findings in the files that hold them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from doclint.config.place import shown
from doclint.config.read import text_of
from doclint.engine import engine, rulebook
from doclint.engine.packed import Findings
from doclint.engine.subject import Subject
from doclint.page import Page
from doclint.page.frontmatter import FrontMatter
from doclint.pair import Pair
from doclint.pair.remark import Remark
from doclint.run.filter.accept import Acceptance, Entry
from doclint.run.summary import PageResult
from doclint.text import Lines

RULE = "accept-unused"


def leftovers(acceptance: Acceptance, *, is_whole: bool) -> Iterator[PageResult]:
    """A result for each file with entries past their day and, after a run over everything, entries without use."""
    found = [(entry, f"the entry on {entry.about} expired on {entry.until}") for entry in acceptance.past]
    if is_whole:
        found += [(one, f"the entry on {one.about} no longer matches a finding") for one in acceptance.idle()]
    found.sort(key=lambda pair: (pair[0].file, pair[0].line))
    for file, entries in groupby(found, key=lambda pair: pair[0].file):
        yield _result(file, list(entries))


def _result(file: Path, entries: list[tuple[Entry, str]]) -> PageResult:
    text = text_of(file)
    lines = Lines(text)
    path = os.path.relpath(file).replace(os.sep, "/") if shown(file) == file.as_posix() else shown(file)
    remarks = []
    for entry, message in entries:
        place = lines.around(lines.starts[min(entry.line, len(lines.starts)) - 1])
        remarks.append(Remark("accept", place, message, place.of(text)))
    pair = Pair(Page(path, text, FrontMatter()), remarks=tuple(remarks))
    rule = [one for one in rulebook.load() if one.name == RULE]
    findings, broken = engine.check(Subject(pair, path, text), rule)
    return PageResult(path, "alone", Findings(findings), broken=broken, is_page=False)
