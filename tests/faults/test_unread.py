"""What is there and cannot be read is said by name and counted, the rest is checked, and the exit code is 3."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.faults.command import bound, only_line, site
from tests.gitrepo import git


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A site in a layout: in each language two pages, and one in a folder."""
    here = site(tmp_path / "site", pages=2)
    for name in ("en", "ja"):
        (here / name / "sub").mkdir()
        (here / name / "sub" / "p9.md").write_bytes((here / name / "p0.md").read_bytes())
    git(here, "init", "-q")
    return here


def damaged(output: str) -> list[str]:
    """The pages whose damage was found beside their English."""
    found = [json.loads(line) for line in output.splitlines()]
    return [one["path"] for one in found if one["rule"] == "enum-member-changed"]


def test_folder_of_translations_without_paths(here: Path) -> None:
    (here / "ja" / "sub").chmod(0)
    done = bound("check", "--format", "jsonl", cwd=here)
    assert only_line(done) == '"ja/sub" cannot be read: Permission denied; no page in it is checked'
    assert (done.returncode, damaged(done.stdout)) == (3, ["ja/p0.md", "ja/p1.md"])


@pytest.mark.parametrize("paths", [("ja",), ("ja", "--source", "en")])
def test_folder_of_translations_in_a_named_one(here: Path, paths: tuple[str, ...]) -> None:
    (here / "ja" / "sub").chmod(0)
    done = bound("check", *paths, "--format", "jsonl", cwd=here)
    assert only_line(done) == '"ja/sub" cannot be read: Permission denied; no page in it is checked'
    assert (done.returncode, damaged(done.stdout)) == (3, ["ja/p0.md", "ja/p1.md"])


def test_folder_elsewhere_in_the_tree_is_not_asked_about(here: Path) -> None:
    (here / "database").mkdir(mode=0)
    assert bound("check", "ja", cwd=here).returncode == 1
    (here / "doclint.toml").write_text('exclude = ["database"]\n', "utf-8")
    assert bound("check", cwd=here).returncode == 1
    (here / "doclint.toml").unlink()
    done = bound("check", cwd=here)
    assert (done.returncode, only_line(done)) == (
        3,
        '"database" cannot be read: Permission denied; no page in it is checked',
    )


def test_one_english_file(here: Path) -> None:
    (here / "en" / "p1.md").chmod(0)
    done = bound("check", "ja", "--source", "en", cwd=here)
    assert only_line(done) == '"en/p1.md" cannot be read: Permission denied; 1 page checked without English'
    assert "2 errors, on 2 of 3 pages\n" in done.stdout
    assert "1  page checked without English: the source cannot be read" in done.stdout
    assert done.returncode == 3


@pytest.mark.parametrize("command", ["check", "check ja", "check ja --source en"])
def test_folder_of_english(here: Path, command: str) -> None:
    (here / "en" / "sub").chmod(0)
    done = bound(*command.split(), "--format", "jsonl", cwd=here)
    lines = done.stderr.splitlines()
    assert 'doclint: "en/sub" cannot be read: Permission denied; 1 page checked without English' in lines
    assert (done.returncode, damaged(done.stdout)) == (3, ["ja/p0.md", "ja/p1.md"])


def test_all_the_english(here: Path) -> None:
    (here / "en").chmod(0)
    done = bound("check", "ja", "--source", "en", cwd=here)
    assert only_line(done) == '"en" cannot be read: Permission denied; 3 pages checked without English'
    assert done.returncode == 3


@pytest.mark.parametrize("command", ["fix --diff", "audit -o report", "baseline write", "compare before ja"])
def test_every_command_that_checks(here: Path, command: str) -> None:
    (here / "before").mkdir()
    (here / "en" / "p1.md").chmod(0)
    name, *options = command.split()
    paths = () if name == "compare" else ("ja",)
    (here / "before" / "p0.md").write_bytes((here / "ja" / "p0.md").read_bytes())
    done = bound(name, *options, *paths, "--source", "en", cwd=here)
    line = 'doclint: "en/p1.md" cannot be read: Permission denied; 1 page checked without English'
    assert (done.returncode, line in done.stderr.splitlines()) == (3, True)


def test_baseline_keeps_what_it_knows_of_pages_that_cannot_be_read(here: Path) -> None:
    assert bound("baseline", "write", "--baseline", "known.txt", cwd=here).returncode == 0
    before = (here / "known.txt").read_text("utf-8")
    (here / "ja" / "sub").chmod(0)
    assert bound("baseline", "prune", "--baseline", "known.txt", cwd=here).returncode == 3
    assert (here / "known.txt").read_text("utf-8") == before
