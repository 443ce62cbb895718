"""A second run over a site costs as much for each page however many there are, and little of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commandline import doclint
from tests.linear.work import work
from tests.run.witnessed import CASES, one_repository

A_PAGE = 700
"""Calls to look up a result, filter it and write out its findings; to ask its witnesses again takes half as many more."""


def warm(folder: Path, copies: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """The work of a second run over a site with so many copies of each page."""
    repo = one_repository(folder / f"site-{copies}", copies)
    monkeypatch.chdir(repo.folder)
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(folder / f"cache-{copies}"))
    doclint("check", "-j", "1", "--format", "jsonl")
    return work(lambda: doclint("check", "-j", "1", "--format", "jsonl"))


def test_a_warm_run_looks_pages_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (warm(tmp_path, copies, monkeypatch) for copies in (12, 24))
    assert (many - few) / (12 * len(CASES)) < A_PAGE
    assert many < 2.1 * few
