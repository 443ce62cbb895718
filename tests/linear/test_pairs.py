"""Twice the page is twice the work, whatever stands in it: to check it, to repair it and to report it."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from doclint.cli import main
from doclint.reports.choose import FORMATS
from tests.linear.pairs import PAIRS, PARAGRAPH, Pages
from tests.linear.work import work

MOST = 2.3
"""Times the work that twice the size may be."""

UNITS = 100


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    assert result.exit_code in (0, 1), result.output
    return result.output


def proven(target: str, source: str) -> str:
    """The translation with the digest of its English in the front matter, as Microsoft's have it."""
    digest = hashlib.sha1(source.replace("\n", "\r\n").encode(), usedforsecurity=False).hexdigest()
    head = f"---\nms.openlocfilehash: {digest}\n"
    return head + (target.removeprefix("---\n") if target.startswith("---") else f"---\n{target}")


def growth(folder: Path, pages: Pages, *command: str, is_proven: bool, units: int = UNITS) -> float:
    """How many times the work twice the units are, each time with names never seen before."""
    taken = []
    for start, stop in ((0, 8), (1000, 1000 + units), (2000, 2000 + 2 * units)):
        source, target = folder / f"en{start}.md", folder / f"ru{start}.md"
        ours, theirs = pages(range(start, stop))
        source.write_text(ours, "utf-8")
        target.write_text(proven(theirs, ours) if is_proven else theirs, "utf-8")
        arguments = [*command, str(target), "--source", str(source), "--no-cache"]
        taken.append(work(partial(run, *arguments)))
    return taken[2] / taken[1]


@pytest.mark.parametrize("is_proven", [True, False], ids=["proven", "paired"])
@pytest.mark.parametrize("pages", PAIRS)
def test_twice_the_page_is_twice_the_work(tmp_path: Path, pages: str, is_proven: bool) -> None:
    assert growth(tmp_path, PAIRS[pages], "check", is_proven=is_proven) < MOST


@pytest.mark.parametrize("form", FORMATS)
def test_twice_the_findings_are_twice_the_report(tmp_path: Path, form: str) -> None:
    assert growth(tmp_path, PAIRS["properties"], "check", "--format", form, is_proven=True) < MOST


@pytest.mark.parametrize("pages", ["link texts", "members", "properties", "headings with anchors", "JSON"])
def test_twice_the_repairs_are_twice_the_work(tmp_path: Path, pages: str) -> None:
    assert growth(tmp_path, PAIRS[pages], "fix", "--unsafe", is_proven=True) < MOST


def test_a_text_that_is_too_long_to_compare_is_said(tmp_path: Path) -> None:
    ours, theirs = PARAGRAPH(range(600))
    (tmp_path / "en.md").write_text(ours, "utf-8")
    (tmp_path / "ru.md").write_text(proven(theirs, ours), "utf-8")
    said = run("check", str(tmp_path / "ru.md"), "--source", str(tmp_path / "en.md"), "--no-cache")
    assert "2  texts not compared whole: over 10,000 characters or 100 brackets" in said
    assert growth(tmp_path, PARAGRAPH, "check", is_proven=True, units=500) < MOST
