"""A short run of the fuzzer (tests/fuzz), and that it sees what it is for."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from doclint.engine.route import UNKNOWN, Wish
from tests.conftest import ROOT
from tests.fuzz import seeds
from tests.fuzz.case import Case
from tests.fuzz.pairs import made
from tests.fuzz.run import Run, run

SEEDS = [*seeds.fixtures(), *seeds.examples()]


def test_short_run_breaks_no_promise() -> None:
    said: list[str] = []
    result = run(Run(SEEDS, seed=1, pairs=200, say=said.append))
    assert (result.pairs, said) == (200, [])


def test_same_seed_makes_the_same_pairs() -> None:
    first, again, other = ([made(SEEDS, seed, number) for number in range(40)] for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert {pair.case.source is None for pair in first} == {True, False}


def test_fix_that_takes_a_right_word_is_told_with_the_texts_that_show_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Wish, "obstacle", lambda wish, finding: "" if finding.fix and finding.fix.edits else UNKNOWN)
    page = b"{keep.me}\n\nText.\n\n{here}\n"
    said: list[str] = []
    result = run(Run([Case("expressions", page, page, ending="mdx")], seed=1, pairs=40, say=said.append))
    assert ("astray", "mdx-changed") in result.kinds
    assert len(said) == len(result.kinds)
    told = next(text for text in said if text.startswith("FAILED astray: mdx-changed"))
    assert re.search(r"pair \d+ of seed 1, from expressions: \w+", told)
    assert "source = b'" in told
    assert "target = b'" in told


def test_command() -> None:
    command = [sys.executable, "-m", "tests.fuzz", "--seed", "3", "--pairs", "20", "--jobs", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.fullmatch(r"20 pairs from \d+ pages, seed 3: 0 failures; \d+ pairs a second\n", done.stdout)
