"""`doclint stale`: words that the English renamed, and the translations that still say the old ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from doclint.checks.renames import Change, renames
from doclint.page.markdown import parse
from tests.commandline import doclint
from tests.gitrepo import Repo, git

ENGLISH = """---
title: parcel
---
# parcel

|Member|Value|Description|
|:---|:---|:---|
|none|0|Nothing.|
|inTransit|1|The `courierName` is set.|
|lost|2|Nobody knows.|

```json
{"depotId": "x", "weightLimit": 3}
```
"""
RUSSIAN = ENGLISH.replace("Nothing.", "Ничего.").replace("The `courierName` is set.", "Поле `courierName` задано.")
JAPANESE = ENGLISH.replace("Nothing.", "なし。").replace("inTransit", "イントランジット")
NEWER = (
    ENGLISH.replace("inTransit", "onTheWay").replace("weightLimit", "maximumWeight").replace("`courierName`", "name")
)


@pytest.fixture
def english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    monkeypatch.chdir(tmp_path)
    for name, text in (("ru-RU", RUSSIAN), ("ja-JP", JAPANESE)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "parcel.md").write_text(text, encoding="utf-8")
    repo = Repo(tmp_path / "english")
    repo.commit({"parcel.md": ENGLISH, "depot.md": ENGLISH})
    repo.commit({"parcel.md": NEWER})
    return repo


def changes(old: str, new: str) -> set[tuple[str, str | None, str | None]]:
    return {(one.change, one.old, one.new) for one in renames(parse(old, "a.md"), parse(new, "a.md"))}


def test_words_that_gave_way_to_others_are_told_with_them() -> None:
    assert changes(ENGLISH, NEWER) == {
        (Change.RENAMED, "inTransit", "onTheWay"),
        (Change.RENAMED, "weightLimit", "maximumWeight"),
        (Change.REMOVED, "courierName", None),
    }


def test_plain_word_in_a_column_of_names_is_one_too() -> None:
    assert changes(ENGLISH, ENGLISH.replace("|lost|", "|missing|")) == {(Change.RENAMED, "lost", "missing")}


def test_word_that_moved_is_neither_removed_nor_added() -> None:
    moved = ENGLISH.replace("|lost|2|Nobody knows.|\n", "").replace("|none|", "|lost|2|Nobody knows.|\n|none|")
    assert changes(ENGLISH, moved) == set()


def test_reworded_text_renames_nothing() -> None:
    reworded = ENGLISH.replace("The `courierName` is set.", "Someone drives it; see also `depotGates`.")
    assert changes(ENGLISH, reworded) == {(Change.REMOVED, "courierName", None), (Change.ADDED, None, "depotGates")}


def test_pages_that_still_say_the_old_word_are_named_by_locale(english: Repo) -> None:
    done = doclint("stale", "HEAD~1..HEAD", "ru-RU", "ja-JP", "--source", "english", "--format", "jsonl")
    assert done.exit_code == 1, done.output
    rows: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    found = {(row["change"], row["old"], row["new"]): row["targets"] for row in rows}
    assert found["renamed", "inTransit", "onTheWay"] == [{"path": "ru-RU/parcel.md", "locale": "ru-RU", "lines": [9]}]
    assert [one["locale"] for one in found["renamed", "weightLimit", "maximumWeight"]] == ["ja-JP", "ru-RU"]
    assert {row["source"]["path"] for row in rows} == {"parcel.md"}


def test_table_for_people_ends_with_counts(english: Repo) -> None:
    done = doclint("stale", "HEAD~1..", "ru-RU", "--source", "english")
    assert "renamed inTransit => onTheWay" in done.stdout
    assert done.stdout.endswith("1  page in ru-RU with an old word\n")


def test_source_repository_alone_says_what_changed(english: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(english.folder)
    done = doclint("stale", "HEAD~1..HEAD", "--no-config")
    assert done.exit_code == 0, done.output
    assert "2 renamed, 1 removed; English pages: 1" in done.stdout


def test_unknown_revision_is_one_line(english: Repo) -> None:
    done = doclint("stale", "nowhere..HEAD", "ru-RU", "--source", "english")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_page_made_from_an_older_commit_says_which_word_changed(english: Repo) -> None:
    old = git(english.folder, "rev-parse", "HEAD~1")
    page = RUSSIAN.replace("title: parcel", f"title: Посылка\nms.sourcegitcommit: {old}")
    Path("ru-RU/parcel.md").write_text(page, encoding="utf-8")
    asked = ("check", "ru-RU", "--source", "english", "--select", "source-newer", "--format", "jsonl")
    rows = [json.loads(line) for line in doclint(*asked).stdout.splitlines()]
    assert [(row["found"], row["line"]) for row in rows] == [
        ("inTransit", 10),
        ("courierName", 10),
        ("weightLimit", 14),
    ]
    assert rows[0]["message"] == 'the English has changed since: "inTransit" was renamed "onTheWay"'
    english.commit({"parcel.md": ENGLISH})
    assert doclint(*asked).stdout == ""


TYPES = """# shelf

String values are free.

|Property|Type|Description|
|:---|:---|:---|
|depotId|String|Where.|
|laneCount|String|How many.|
|label|String|What it says.|
"""
COUNTED = TYPES.replace("|laneCount|String|", "|laneCount|Int32|")


def behind(old: str, new: str, russian: str) -> dict[tuple[str, str | None], list[int]]:
    """The lines of a translation that `stale` names, by the words of the change; nothing where it is not behind."""
    repo = Repo(Path("source"))
    repo.commit({"shelf.md": old})
    repo.commit({"shelf.md": new})
    Path("ru").mkdir()
    Path("ru/shelf.md").write_text(russian, encoding="utf-8")
    done = doclint("stale", "HEAD~1..HEAD", "ru", "--source", "source", "--format", "jsonl")
    assert done.exit_code in (0, 1), done.output
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {(row["old"], row["new"]): target["lines"] for row in rows for target in row["targets"]}


def translated(english: str) -> str:
    words = {"String values are free.": "Значения String любые. Тип String.", "Where.": "Где.", "How many.": "Сколько."}
    for word, russian in {**words, "Property|Type|Description": "Свойство|Тип|Описание"}.items():
        english = english.replace(word, russian)
    return english


def side_by_side(english: str) -> str:
    return "".join(
        f'<span data-ttu-id="1">{translated(line)}</span><span class="sxs-lookup"><span data-stu-id="1">{line}</span></span>\n'
        if line and not line.startswith("|")
        else f"{line}\n"
        for line in english.splitlines()
    )


@pytest.mark.parametrize(
    ("new", "russian", "expected"),
    [
        pytest.param(COUNTED, translated(TYPES), {("String", "Int32"): [8]}, id="the row that changed and no other"),
        pytest.param(
            COUNTED, translated(COUNTED), {}, id="a page that follows, and says the word more often in its text"
        ),
        pytest.param(COUNTED, side_by_side(TYPES), {("String", "Int32"): [8]}, id="side by side"),
        pytest.param(
            COUNTED + "|gate|String|New.|\n", translated(TYPES), {("String", "Int32"): [8]}, id="as often as before"
        ),
        pytest.param(
            COUNTED.replace("|label|String|", "|label|Boolean|"),
            translated(TYPES),
            {("String", "Int32"): [8], ("String", "Boolean"): [9]},
            id="two changes of one word",
        ),
        pytest.param(
            COUNTED,
            "# полка\n\nString, String, String, String, String.\n",
            {("String", "Int32"): []},
            id="no row known",
        ),
    ],
)
def test_word_of_many_rows_is_stale_in_its_row_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: str, russian: str, expected: dict[tuple[str, str], list[int]]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert behind(TYPES, new, russian) == expected


def test_line_of_a_sample_is_told_from_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    old = '# shelf\n\nThe `laneId`.\n\n```json\n{\n  "laneId": 1,\n  "from": "laneId"\n}\n```\n'
    new = old.replace('"laneId": 1', '"laneNumber": 1')
    assert behind(old, new, old.replace("The", "Это")) == {("laneId", "laneNumber"): [7]}


def test_word_that_was_removed_is_stale_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    old = "# shelf\n\nSee the [lane](lane.md#depot).\n\nThe `depot` is open.\n\nIt is `full`.\n"
    new = old.replace("The `depot` is open.\n\n", "")
    russian = old.replace("See the", "См.").replace("The `depot` is open", "Депо `depot` открыто, оно depot")
    assert behind(old, new, russian) == {("depot", None): [5]}


def test_page_whose_row_is_not_known_is_named_without_lines(english: Repo) -> None:
    english.commit({"parcel.md": TYPES})
    english.commit({"parcel.md": COUNTED})
    Path("ru-RU/parcel.md").write_text("# полка\n\nString, String, String, String, String.\n", encoding="utf-8")
    done = doclint("stale", "HEAD~1..HEAD", "ru-RU", "--source", "english")
    assert "ru-RU/parcel.md  (more often than in English, place unknown)\n" in done.stdout.replace(
        "\u2068", ""
    ).replace("\u2069", "")
