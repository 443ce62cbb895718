"""`doclint fix` held to real pages: what it changes, what it leaves, and that it is done after one run."""

from __future__ import annotations

import difflib
import json
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from doclint.cli import main
from doclint.page import Page, Segment, sidebyside
from doclint.page.markdown import parse
from doclint.text import Edit, Span
from doclint.text.spans import apply, decode
from tests.corpuspages import pages

pytestmark = pytest.mark.corpus

RULES = """property-name-changed enum-member-changed header-name-changed type-name-changed permission-scope-changed
enum-value-changed cell-identifier-changed wire-literal-changed link-text-changed""".split()
"""Those on tables and link texts."""

SHARE = 0.97
"""Of their errors on pages of programs, what is put back safely."""

Row = dict[str, Any]


@pytest.mark.parametrize(
    ("tree", "every"),
    [("ru", 47), ("ja", 37), ("de", 29), ("ru-sxs", 47), ("ja-sxs", 31), ("de-sxs", 29)],
)
def test_fix_on_real_pages(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tree: str, every: int
) -> None:
    for name in pages(corpus / tree, every):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(corpus / tree / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    source = () if tree.endswith("-sxs") else ("--source", str(corpus / "en.git"))
    old = texts(tmp_path)
    before = run("check", *source)
    done: dict[str, list[Row]] = defaultdict(list)
    for row in run("fix", *source):
        if row["fixed"]:
            done[row["path"]].append(row)
    new = texts(tmp_path)
    assert {name for name in old if old[name] != new[name]} == set(done)
    later = {name for name in done if not changes_only_what_it_says(old[name], new[name], done[name])}
    assert len(later) <= 0.02 * len(done)
    for name, rows in done.items():
        keeps_its_shape(name, old[name], new[name])
        cells_are_the_english_again(name, old[name], new[name], rows)
    again = run("fix", *source)
    assert texts(tmp_path) == new
    assert not [row for row in again if row["fixed"]]
    promised = [row for row in again if row["route"] == "here"]
    assert len(promised) <= 0.002 * len(before), "what did not hold is told, and rare"
    assert {row["why"] for row in promised} <= {"undone, since the finding was still there"}
    known, left = errors(before), errors(run("check", *source))
    assert len(known) > 30
    assert len(left) <= (1 - SHARE) * len(known), left


def run(command: str, *arguments: str) -> list[Row]:
    options = ("--format", "jsonl", "--fail-on", "never", "--jobs", "1", "--no-cache")
    done = CliRunner().invoke(main, [command, ".", *arguments, *options])
    assert done.exit_code == 0, (done.stderr, done.exception)
    return [json.loads(line) for line in done.stdout.splitlines()]


def texts(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): decode(file.read_bytes()) for file in folder.rglob("*.md")}


def errors(rows: list[Row]) -> list[Row]:
    """Errors in tables and link texts where the English is proven, on pages that a program translated."""
    sure = [row for row in rows if row["trust"] in ("proven", "embedded") and row["severity"] == "error"]
    sure = [row for row in sure if row["trust"] == "proven" or not may_be_miscopied(row)]
    return [row for row in sure if row["rule"] in RULES and row["meta"].get("translation") != "HT"]


def may_be_miscopied(row: Row) -> bool:
    """Whether embedded English alone proves no fix: numbers, and words that differ by capitals only."""
    expected, found = row["expected"] or "", row["found"]
    is_number = any(any(map(str.isdecimal, text)) and not any(map(str.isalpha, text)) for text in (expected, found))
    return is_number or expected.casefold() == found.casefold()


def edits_of(rows: list[Row]) -> list[Edit]:
    """All edits; findings of one cell share theirs."""
    edits = (edit for row in rows for edit in row["fix"]["edits"])
    return list(dict.fromkeys(Edit(Span(edit["start"], edit["end"]), edit["text"]) for edit in edits))


def changes_only_what_it_says(old: str, new: str, rows: list[Row]) -> bool:
    """Whether the reported edits make the new text of the old; where some waited for others, their lines tell."""
    try:
        if apply(old, edits_of(rows)) == new:
            return True
    except ValueError:
        pass
    before, after = (text.splitlines(keepends=True) for text in (old, new))
    assert len(before) == len(after)
    changed = {number for number, both in enumerate(zip(before, after, strict=True), 1) if both[0] != both[1]}
    assert changed <= {line for row in rows for line in range(row["line"], row["end_line"] + 1)}
    for number in changed:
        put = "".join(edit.text for edit in edits_of([row for row in rows if row["line"] == number]))
        for tag, _, _, start, end in difflib.SequenceMatcher(None, before[number - 1], after[number - 1]).get_opcodes():
            assert tag == "equal" or after[number - 1][start:end] in put
    return False


def page_of(name: str, text: str) -> Page:
    """The page; of one side by side the translation."""
    both = sidebyside.split(text)
    return parse(text, name) if both is None else parse(both.target.text, name, view=both.target)


def keeps_its_shape(name: str, old: str, new: str) -> None:
    assert shape(page_of(name, old)) == shape(page_of(name, new)), name


def shape(page: Page) -> list[object]:
    """The kinds of blocks, with the levels of headings and the cells of rows."""
    found: list[object] = []
    for block in page.blocks:
        found.append((type(block).__name__, getattr(block, "kind", None), getattr(block, "level", None)))
        found += [len(row.cells) for table in page.tables if table is block for row in (table.header, *table.rows)]
    return found


def cells(page: Page) -> Iterator[Segment]:
    return (cell for table in page.tables for row in (table.header, *table.rows) for cell in row.cells)


def cells_are_the_english_again(name: str, old: str, new: str, rows: list[Row]) -> None:
    """Each cell that was damaged as a whole says what the finding's English says."""
    before, after = page_of(name, old), page_of(name, new)
    for was, now in zip(cells(before), cells(after), strict=True):
        start, end = before.locate(was.span)
        for row in rows:
            is_here = any(start <= edit["start"] < edit["end"] <= end for edit in row["fix"]["edits"])
            if is_here and row["expected"] and row["found"].strip() == was.plain.strip():
                wanted = bare(row["expected"]), bare(row["source_text"])
                assert bare(now.plain) in wanted, (name, row["line"], now.plain, wanted)


def bare(text: str) -> str:
    """A cell's words without white space, escapes and the ends that languages set."""
    text = re.sub(r"\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])", r"\1", text)
    return "".join(text.replace("\\", "").split()).strip(".。[]*`")
