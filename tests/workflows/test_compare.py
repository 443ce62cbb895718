"""`doclint compare`: what became of each finding between two states of the translations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from doclint.page.sidebyside import CLOSE, MIDDLE, OPEN
from tests.commandline import doclint
from tests.gitrepo import Repo

ENGLISH = """---
title: Parcel
---
|Member|Value|
|:---|:---|
|inTransit|0|
|delivered|1|
|notFound|2|
"""
CLEAN = ENGLISH.replace("Parcel", "Посылка").replace("Member|Value", "Элемент|Значение")
DAMAGED = CLEAN.replace("inTransit", "Интрансит")
OTHERWISE = CLEAN.replace("inTransit", "вПути")
HUGO = "defaultContentLanguage: en\nlanguages:\n  en:\n    contentDir: en\n  ru:\n    contentDir: ru\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A site with one damaged page."""
    repo = Repo(tmp_path / "site")
    repo.commit({"hugo.yaml": HUGO, "en/parcel.md": ENGLISH, "ru/parcel.md": DAMAGED})
    monkeypatch.chdir(repo.folder)
    return repo


def verdicts(*arguments: str) -> set[tuple[str, str | None, str]]:
    done = doclint("compare", *arguments, "--format", "jsonl")
    assert done.exit_code in (0, 1), done.output
    rows: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    return {(row["state"], row["expected"], row["path"]) for row in rows}


def test_nothing_new_is_a_clean_exit(site: Repo) -> None:
    assert verdicts("HEAD", "HEAD") == {("unchanged", "inTransit", "ru/parcel.md")}
    assert doclint("compare", "HEAD", "HEAD").exit_code == 0


def test_json_lines_turn_no_text_around(site: Repo) -> None:
    turned = "Интр\u202eансит"
    site.commit({"ru/parcel.md": CLEAN.replace("inTransit", turned)})
    done = doclint("compare", "HEAD", "HEAD", "--format", "jsonl")
    assert "\u202e" not in done.stdout
    assert json.loads(done.stdout)["found"] == turned


def test_hand_back_that_mends_one_word_and_breaks_another(site: Repo) -> None:
    site.commit({"ru/parcel.md": CLEAN.replace("delivered", "Деливеред")})
    assert verdicts("HEAD~1", "HEAD") == {
        ("absent", "inTransit", "ru/parcel.md"),
        ("new", "delivered", "ru/parcel.md"),
    }
    done = doclint("compare", "HEAD~1", "HEAD")
    assert done.exit_code == 1
    assert "1  new (1 error)" in done.stdout
    assert doclint("compare", "HEAD~1", "HEAD", "--format", "paths").stdout == "ru/parcel.md\n"


def test_another_wrong_word_at_the_same_place_is_no_regression(site: Repo) -> None:
    site.commit({"ru/parcel.md": OTHERWISE.replace("|delivered|", "| delivered |")})
    assert verdicts("HEAD~1", "HEAD") == {("updated", "inTransit", "ru/parcel.md")}
    done = doclint("compare", "HEAD~1", "HEAD")
    assert done.exit_code == 0
    assert 'before: "Интрансит"' in done.stdout


def test_word_that_the_english_renamed_is_no_damage_of_the_hand_back(site: Repo) -> None:
    newer = ENGLISH.replace("notFound", "misrouted").replace("inTransit", "onTheWay")
    site.commit({"en/parcel.md": newer, "ru/parcel.md": DAMAGED.replace("notFound", "Мисроутед")})
    states = verdicts("HEAD~1", "HEAD")
    assert ("source-changed", "misrouted", "ru/parcel.md") in states
    assert ("source-changed", "inTransit", "ru/parcel.md") in states
    assert "new" not in {state for state, _, _ in states}


def test_moved_row_of_changed_english_is_the_same_finding(site: Repo) -> None:
    other = (
        ENGLISH.replace("|inTransit|0|\n", "")
        .replace("|Value|", "|Value|")
        .replace("|notFound|2|", "|notFound|2|\n|inTransit|3|")
    )
    site.commit(
        {
            "en/parcel.md": "# Parcels\n\n" + other,
            "ru/parcel.md": "# Посылки\n\n" + other.replace("inTransit", "Интрансит"),
        }
    )
    assert {(state, word) for state, word, _ in verdicts("HEAD~1", "HEAD")} == {("unchanged", "inTransit")}


TABLE = "\n|Member|Value|\n|:---|:---|\n"
TYPES = "\n## Types\n\n|Property|Type|\n|:---|:---|\n|place|depotState|\n|home|depotState|\n"
TWO = f"# Parcels\n{TABLE}|inTransit|0|\n|delivered|1|\n{TYPES}\n## Legs\n{TABLE}|delivered|1|\n|notFound|2|\n"
ROW, CELL = "\n|delivered|1|\n|n", "|place|depotState|"


@pytest.mark.parametrize(
    ("damaged", "left", "state"),
    [
        pytest.param(ROW, TWO.partition("\n## Legs")[0], "source-changed", id="its section is gone"),
        pytest.param(ROW, TWO.replace(ROW, "\n|n"), "source-changed", id="its row is gone"),
        pytest.param(CELL, TWO.replace(CELL, "|place|depotPlace|"), "source-changed", id="its cell says another"),
        pytest.param(ROW, TWO.replace("# Parcels\n", "# Parcels\n\nNew.\n"), "absent", id="something else changed"),
        pytest.param(ROW, TWO.replace("## Legs", "## Ways"), "absent", id="its section is called otherwise"),
    ],
)
def test_word_that_left_its_place_in_the_english_is_not_fixed(site: Repo, damaged: str, left: str, state: str) -> None:
    """Though the page still has the word elsewhere."""
    assert damaged in TWO
    word, wrong = ("delivered", "Деливеред") if damaged == ROW else ("depotState", "депоСтате")
    target = TWO.replace(damaged, damaged.replace(word, wrong))
    site.commit({"en/parcel.md": TWO, "ru/parcel.md": target})
    site.commit({"en/parcel.md": left, "ru/parcel.md": left})
    assert verdicts("HEAD~1", "HEAD") == {(state, word, "ru/parcel.md")}


def test_row_that_left_the_english_of_a_side_by_side_page_is_not_fixed(site: Repo) -> None:
    """Lines are those of the file, which holds the English in one line and the translation in two."""

    def unit(target: str, source: str) -> str:
        return f'{OPEN}x">{target}{MIDDLE}x">{source}{CLOSE}'

    text = unit("Одна.\nДве.", "One. Two.")
    head = f"# Посылки\n\n{text}\n{TABLE}|{unit('inTransit', 'inTransit')}|0|\n"
    gone = f"|{unit('Деливеред', 'delivered')}|1|\n"
    last = f"|{unit('вНайдено', 'notFound')}|2|\n\n## Здесь\n\n{unit('Есть delivered', 'There is delivered')}\n"
    for folder, page in (("before", head + gone + last), ("after", head + last)):
        Path(folder).mkdir()
        Path(folder, "parcel.md").write_text(page, encoding="utf-8")
    assert verdicts("before", "after", "--no-config") == {
        ("source-changed", "delivered", "before/parcel.md"),
        ("unchanged", "notFound", "after/parcel.md"),
    }


def test_working_tree_is_a_side_too(site: Repo) -> None:
    assert verdicts("HEAD", ".") == {("unchanged", "inTransit", "ru/parcel.md")}
    Path("ru/parcel.md").write_text(CLEAN, encoding="utf-8")
    assert verdicts("HEAD", ".") == {("absent", "inTransit", "ru/parcel.md")}


def test_folders_of_two_names_hold_the_same_pages(site: Repo) -> None:
    for folder in ("before", "after"):
        Path(folder).mkdir()
        Path(folder, "parcel.md").write_text(DAMAGED, encoding="utf-8")
        Path(folder, "alone.md").write_text("# Курьер\n\n```json\n{\n```\n", encoding="utf-8")
    states = verdicts("before", "after", "--source", "en", "--no-config")
    assert {state for state, _, _ in states} == {"unchanged"}
    assert {path for _, _, path in states} == {"after/parcel.md", "after/alone.md"}


def test_page_that_was_deleted_has_nothing_fixed(site: Repo) -> None:
    site.commit({"ru/parcel.md": None, "ru/depot.md": CLEAN, "en/depot.md": ENGLISH})
    assert verdicts("HEAD~1", "HEAD") == {("source-changed", "inTransit", "ru/parcel.md")}


def test_files_of_findings_are_compared_without_any_page(site: Repo) -> None:
    before = doclint("check", "--format", "jsonl").stdout
    Path("ru/parcel.md").write_text(DAMAGED.replace("delivered", "Деливеред"), encoding="utf-8")
    after = doclint("check", "--format", "jsonl").stdout
    for name, text in (("before.jsonl", before), ("after.jsonl", after)):
        Path(name).write_text(text, encoding="utf-8")
    states = {("unchanged", "inTransit", "ru/parcel.md"), ("new", "delivered", "ru/parcel.md")}
    assert verdicts("before.jsonl", "after.jsonl") == states
    assert verdicts("before.jsonl", ".") == states
    assert doclint("compare", "before.jsonl", "after.jsonl", "--max-new-errors", "1").exit_code == 0
    assert doclint("compare", "before.jsonl", "after.jsonl", "--max-new-rate", "100").exit_code == 0
    assert doclint("compare", "before.jsonl", "after.jsonl", "--max-new-rate", "50").exit_code == 1


SAID = {"path": "ru/parcel.md", "expected": "delivered", "found": "x", "locale": None, "source": None}
NO_FINDINGS = {
    "empty": "{}",
    "list": "[1]",
    "text": "no JSON",
    "deep": "[" * 100_000,
    "no fingerprint": json.dumps(SAID),
    "a number for a text": json.dumps({**SAID, "fingerprint": "0", "path": 1}),
}


@pytest.mark.parametrize("text", NO_FINDINGS.values(), ids=NO_FINDINGS)
def test_file_without_findings_is_one_line(site: Repo, text: str) -> None:
    Path("broken.jsonl").write_text(text + "\n", encoding="utf-8")
    done = doclint("compare", "broken.jsonl", "HEAD")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "broken.jsonl:1: not a finding" in done.stderr


def test_one_state_is_not_enough(site: Repo) -> None:
    assert doclint("compare", "HEAD").exit_code == 2
    assert "whole pages" in doclint("compare", "HEAD", "HEAD", "--changed-lines", "HEAD").stderr
    assert 'no revision "nowhere"' in doclint("compare", "HEAD", "nowhere").stderr
