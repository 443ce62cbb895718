"""`--exact`: who runs doclint knows that the pages were made from this very English."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from doclint.cli import main
from tests.damagedpage import ENGLISH, JAPANESE, repaired, with_digest

PAGE = with_digest(JAPANESE).replace("lang: ja-JP\n", "")


def test_exact_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder, text in (("en", ENGLISH), ("ja-JP", PAGE)):
        Path(folder).mkdir()
        for number in range(12):  # enough for the cache to be asked
            Path(folder, f"{number}.md").write_text(text, "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for more, trust in (([], "paired"), (["--exact"], "proven"), ([], "paired")):
        done = CliRunner().invoke(main, ["check", "ja-JP", "--source", "en", "--format", "jsonl", *more])
        found = [json.loads(line) for line in done.stdout.splitlines()]
        assert {one["trust"] for one in found} == {trust}
        assert len([one for one in found if one["severity"] == "error"]) == (24 if more else 12), (
            "values are for review"
        )
    done = CliRunner().invoke(main, ["fix", "ja-JP", "--source", "en", "--exact"])
    assert "fixed 24 findings on 12 pages" in done.stderr
    assert Path("ja-JP", "3.md").read_text("utf-8") == repaired(PAGE)
