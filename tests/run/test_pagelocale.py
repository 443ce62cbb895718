"""The locale of a page is one, whichever command is asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo

OLD = "# parcel\n\n|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n"
NEW = OLD.replace("inTransit", "onTheWay")
FRONT = "---\nlang: ru-RU\n---\n"
DAMAGED = FRONT + OLD.replace("inTransit", "впути")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pages that say they are Russian, in a folder whose name is Turkish: one damaged, one behind, one clean."""
    monkeypatch.chdir(tmp_path)
    english = Repo(tmp_path / "english")
    english.commit({"damaged.md": OLD, "behind.md": OLD, "clean.md": "# depot\n"})
    english.commit({"behind.md": NEW})
    Path("tr").mkdir()
    for name, text in (("damaged", DAMAGED), ("behind", FRONT + OLD), ("clean", f"{FRONT}# склад\n")):
        Path(f"tr/{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def said(command: str, *, code: int) -> str:
    done = doclint(*command.split())
    assert done.exit_code == code, done.output
    return done.stdout


def test_check_believes_the_page() -> None:
    rows = [json.loads(line) for line in said("check tr --source english --format jsonl", code=1).splitlines()]
    assert {row["path"] for row in rows} == {"tr/damaged.md", "tr/behind.md"}
    assert {row["locale"] for row in rows} == {"ru-RU"}


def test_sarif_believes_a_clean_page() -> None:
    log = json.loads(said("check tr/clean.md --source english --format sarif", code=0))
    assert [run["automationDetails"]["id"] for run in log["runs"]] == ["doclint/ru-RU/"]


def test_stale_believes_the_page() -> None:
    rows = said("stale HEAD~1..HEAD tr --source english --format jsonl", code=1).splitlines()
    assert [target["locale"] for row in rows for target in json.loads(row)["targets"]] == ["ru-RU"]


def test_audit_believes_pages_with_and_without_findings() -> None:
    said("audit tr --source english -o out", code=0)
    counts = json.loads(Path("out/summary.json").read_bytes())["by"]["locale"]
    assert {tag: count["of_pages"] for tag, count in counts.items()} == {"ru-RU": 3}


def test_option_wins_over_the_page_everywhere() -> None:
    rows = said("stale HEAD~1..HEAD tr --source english --locale uk --format jsonl", code=1).splitlines()
    assert [target["locale"] for row in rows for target in json.loads(row)["targets"]] == ["uk"]
    said("audit tr --source english --locale uk -o out", code=0)
    assert list(json.loads(Path("out/summary.json").read_bytes())["by"]["locale"]) == ["uk"]
