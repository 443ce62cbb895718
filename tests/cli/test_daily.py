"""What a person expects of a linter in daily use: counts, quiet, a file, an editor's buffer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from doclint.cli import main

HEAD = "|Member|Value|\n|:---|:---|\n"
ENGLISH = f"# Parcels\n\n{HEAD}|inTransit|0|\n|delivered|1|\n"
JAPANESE = f"# 荷物\n\n{HEAD}|インントランジット|0|\n|delivered|1|\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("en/a.md", ENGLISH), ("ja-JP/a.md", JAPANESE)):
        Path(name).parent.mkdir()
        Path(name).write_text(text, "utf-8")


def check(*options: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--source", "en", *options], input=stdin)


def test_statistics_are_counts_only() -> None:
    done = check("ja-JP", "--statistics")
    assert done.stdout == (
        "       1  error    enum-member-changed\n"
        "       1  in all, on 1 of 1 page\n"
        "       2  of 2 blocks compared with the English\n"
        "next: `doclint explain enum-member-changed` tells what is wrong and what to do\n"
    )
    assert done.exit_code == 1


def test_quiet_says_nothing_but_what_goes_wrong() -> None:
    done = check("ja-JP", "--quiet")
    assert (done.exit_code, done.output) == (1, "")
    assert check("nowhere", "-q").stderr == 'doclint: no file or folder "nowhere"\n'


@pytest.mark.parametrize("form", ["terminal", "jsonl"])
def test_output_is_the_report_in_a_file(form: str) -> None:
    to_file = check("ja-JP", "--format", form, "--output", "report")
    assert (to_file.exit_code, to_file.stdout) == (1, "")
    assert Path("report").read_text("utf-8") == check("ja-JP", "--format", form).stdout


def test_output_that_cannot_be_written_is_one_line() -> None:
    done = check("ja-JP", "--output", "no/report")
    assert (done.exit_code, done.stderr) == (2, "doclint: no/report: cannot be written: No such file or directory\n")


def test_standard_input_is_checked_as_the_page_it_is_said_to_be() -> None:
    done = check(
        "--source",
        "en/a.md",
        "--stdin-filename",
        "ja-JP/a.md",
        "--format",
        "jsonl",
        stdin=JAPANESE.replace("deliv", "配"),
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["path"], one["expected"]) for one in rows] == [
        ("ja-JP/a.md", "inTransit"),
        ("ja-JP/a.md", "delivered"),
    ]
    assert Path("ja-JP/a.md").read_text("utf-8") == JAPANESE
    assert check("--source", "en/a.md", "--stdin-filename", "ja-JP/a.md", stdin=ENGLISH).exit_code == 0
    assert check("--stdin-filename", "ja-JP/none.md", stdin="").exit_code == 2
