"""A second run says what the first one said, unless something that it depends on has changed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from doclint.run.checker import Checker

ENGLISH = "# Parcels\n\n|Member|Value|\n|---|---|\n|none|0|\n|held|1|\n"
RUSSIAN = "# Посылки\n\n|Элемент|Значение|\n|---|---|\n|Нет|0|\n|held|1,1|\n"
PAGES = 30


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Russian and English folders of thirty pages, the working directory, and a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))
    for folder, text in (("ru", RUSSIAN), ("en", ENGLISH)):
        (tmp_path / folder).mkdir()
        for number in range(PAGES):
            (tmp_path / folder / f"{number:02}.md").write_text(text, encoding="utf-8")
    return tmp_path


def command(*more: str) -> list[str]:
    return [sys.executable, "-m", "doclint", "check", "ru", "--source", "en", "--format", "jsonl", "--exit-zero", *more]


def check(*more: str, said: str = "") -> list[str]:
    ran = subprocess.run(command(*more), capture_output=True, encoding="utf-8", check=True)
    assert ran.stderr == said
    return ran.stdout.splitlines()


def test_a_warm_run_says_the_same_and_checks_nothing(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from doclint.cli import main

    cold = check()
    assert len(cold) == 2 * PAGES
    assert check("-j", "2") == cold

    def checked(_self: Checker, target: object) -> object:
        raise AssertionError(f"{target} was checked again")

    monkeypatch.setattr(Checker, "check", checked)
    warm = CliRunner().invoke(main, command("-j", "1")[3:])
    assert (warm.stdout.splitlines(), warm.exit_code) == (cold, 0)


def test_what_has_changed_is_checked_again(tree: Path) -> None:
    cold = check()
    (tree / "en/07.md").write_text(ENGLISH.replace("held|1", "held|7"), encoding="utf-8")
    (tree / "ru/08.md").write_text(RUSSIAN.replace("Нет", "none"), encoding="utf-8")
    after = check()
    assert [line for line in after if "ru/07.md" not in line and "ru/08.md" not in line] == [
        line for line in cold if "ru/07.md" not in line and "ru/08.md" not in line
    ]
    assert after == check("--no-cache")
    assert after != cold


def test_a_source_that_was_missing_is_looked_for_again(tree: Path) -> None:
    (tree / "en/07.md").rename(tree / "away.md")
    without = check(said="doclint: 1 page checked without English: no such page in the source folder\n")
    assert not any("ru/07.md" in line and "DL101" in line for line in without)
    (tree / "away.md").rename(tree / "en/07.md")
    assert any("ru/07.md" in line and "DL101" in line for line in check())


def test_other_rules_are_other_results(tree: Path) -> None:
    check()
    assert all("DL102" in line for line in check("--select", "DL102"))
    assert len(check("--select", "DL102")) == PAGES


def test_two_runs_at_once_share_the_cache_without_harm(tree: Path) -> None:
    runs = [
        subprocess.Popen(command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") for _ in range(3)
    ]
    said = [run.communicate(timeout=60) for run in runs]
    assert said[0][1] == ""
    assert said[0] == said[1] == said[2]
    assert check() == said[0][0].splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
@pytest.mark.parametrize("after", [0.1, 0.3, 0.5])
def test_after_a_run_that_was_killed_the_next_one_is_right(tree: Path, after: float) -> None:
    run = subprocess.Popen(command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    assert check() == check("--no-cache")
