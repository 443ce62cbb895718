"""What is said where only the English changed: once a part, apart from what is wrong, and failing nothing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo

PAGE = (
    "# Parcels\n\nA parcel is `{a}` until a `courier` takes it to the `{b}` of its route.\n\n"
    "Call `shipParcel` to hand it over with its `{c}` and its `weight` in `units`.\n\n"
    "A courier reads the `{d}` before the `depot` opens, and writes the `route` down.\n\n"
    "The `depot` keeps `parcels` for a week{more}.\n"
)
OLD = {"a": "waitState", "b": "startDepot", "c": "sizeCode", "d": "gateCode"}
NEW = {"a": "pendingState", "b": "firstDepot", "c": "boxCode", "d": "doorCode"}


def english(words: dict[str, str], more: str = "") -> str:
    return PAGE.format(**words, more=more)


def german(words: dict[str, str], more: str = "") -> str:
    return (
        "# Pakete\n\nEin Paket ist `{a}`, bis ein `courier` es zum `{b}` seiner Route bringt.\n\n"
        "Mit `shipParcel` wird es mit `{c}` und `weight` in `units` übergeben.\n\n"
        "Ein Kurier liest `{d}`, bevor das `depot` öffnet, und schreibt die `route` auf.\n\n"
        "Das `depot` behält `parcels` eine Woche{more}.\n"
    ).format(**words, more=more)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A translation whose English renamed two words of one paragraph, then a word in each of two others."""
    repo = Repo(tmp_path / "site")
    repo.commit({"en/parcel.md": english(OLD), "de/parcel.md": german(OLD)})
    repo.commit({"en/parcel.md": english(OLD | {"a": NEW["a"], "b": NEW["b"]})})
    repo.commit({"en/parcel.md": english(NEW)})
    monkeypatch.chdir(repo.folder)
    return repo


def check(*options: str) -> str:
    """What a check that finds nothing worse than notes prints."""
    done = doclint("check", "de", "--source", "en", "--no-config", *options)
    assert done.exit_code == 0, done.output
    return done.stdout


def lines(*options: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in check("--format", "jsonl", *options).splitlines()]


def test_one_note_a_part_with_the_commit_and_both_wordings(site: Repo) -> None:
    notes = [one for one in lines() if one["rule"] != "page-behind"]
    assert [one["verdict"] for one in notes] == ["source-changed"] * 3
    first = notes[0]
    witness = first["witnesses"][0]
    assert witness["then"] == "A parcel is `waitState` until a `courier` takes it to the `startDepot` of its route."
    assert witness["now"] == "A parcel is `pendingState` until a `courier` takes it to the `firstDepot` of its route."
    assert witness["commit"][:10] in first["message"]
    assert '"waitState" is now "pendingState", "startDepot" is now "firstDepot"' in first["message"]
    assert first["column"] == len("Ein Paket ist `") + 1
    assert first["end_column"] == len("Ein Paket ist `waitState`, bis ein `courier` es zum `startDepot") + 1


def test_a_page_that_is_mostly_behind_is_to_be_synced_first(site: Repo) -> None:
    site.commit({"de/parcel.md": german(OLD).replace("`parcels`", "Pakete")})
    told = lines()
    (sync,) = [one for one in told if one["rule"] == "page-behind"]
    assert sync["message"].startswith("sync this page first: the English changed in 3 parts of it")
    assert sync["verdict"] == "source-changed"
    summary = json.loads(check("--format", "json"))["summary"]
    assert summary["source_changed"] == 4
    assert "needs-review" not in {one["verdict"] for one in told}


def test_what_was_right_before_is_told_on_a_page_that_is_behind(site: Repo) -> None:
    gate, shut = (f"\n```js\nopen(gate, {number});\n```\n" for number in (8000, 8003))
    for text in (gate, shut):
        site.commit({"en/parcel.md": english(NEW) + gate, "de/parcel.md": german(OLD) + text})
    (told,) = [one for one in lines() if one["verdict"] != "source-changed"]
    assert (told["severity"], told["expected"]) == ("warning", "8000")


def test_what_nobody_can_tell_is_counted_while_the_page_is_to_be_synced(site: Repo) -> None:
    site.commit({"en/parcel.md": english(NEW, " in the `hall`"), "de/parcel.md": german(OLD, " in der `lobby`")})
    dropped = json.loads(check("--format", "json"))["summary"]["dropped"]
    assert dropped == {"to review once the page is in step with its English": 1}
    assert "to review once" in check("--group", "page")


def test_summaries_count_it_apart(site: Repo) -> None:
    text = check("--group", "page")
    assert "nothing found on 1 page" in text
    assert "4  places where only the English has changed, on 1 page: `doclint stale` lists them as work" in text
    assert "was │ A parcel is `waitState`" in text
    assert "4  places where only the English has changed" in check("--statistics")
    assert "0  in all, on 0 of 1 page" in check("--statistics")
    markdown = check("--format", "markdown")
    assert "Nothing found on 1 page." in markdown
    assert "4 notes where only the English has changed, apart" in markdown


def test_it_fails_nothing_and_is_no_annotation(site: Repo) -> None:
    check("--fail-on", "note")
    assert check("--format", "github") == ""
    assert check("--format", "rdjsonl") == ""
    assert 'failures="0"' in check("--format", "junit")
    assert "<failure" not in check("--format", "junit")
    assert {one["severity"] for one in json.loads(check("--format", "gitlab"))} == {"info"}


def test_sarif_has_it_as_information_with_what_the_witnesses_say(site: Repo) -> None:
    (run,) = json.loads(check("--format", "sarif"))["runs"]
    assert {(one["kind"], one["level"]) for one in run["results"]} == {("informational", "none")}
    properties = [one["properties"] for one in run["results"] if one["properties"]["witnesses"]]
    assert {one["verdict"] for one in properties} == {"source-changed"}
    assert properties[0]["witnesses"][0]["witness"] == "history"
    assert "waitState" in properties[0]["witnesses"][0]["then"]


def test_csv_has_verdict_witnesses_and_commit(site: Repo) -> None:
    rows = list(csv.DictReader(io.StringIO(check("--format", "csv").removeprefix("\ufeff"))))
    (row,) = [one for one in rows if one["expected"] == "'pendingState"]
    assert row["verdict"] == "source-changed"
    assert row["witnesses"].startswith("history: the English read")
    assert len(row["commit"]) == 40


def test_a_baseline_takes_none_of_it(site: Repo) -> None:
    done = doclint("baseline", "write", "de", "--source", "en", "--no-config")
    assert done.exit_code == 0, done.output
    files = list(site.folder.glob(".doclint/baseline*"))
    assert not any("page de" in file.read_text("utf-8") for file in files)
    assert "taken in" not in done.output


def test_the_audit_counts_it_apart_and_filters_by_what_differences_mean(site: Repo, tmp_path: Path) -> None:
    site.commit({"de/parcel.md": german(OLD).replace("`shipParcel`", "`отправить`")})
    done = doclint("audit", "de", "--source", "en", "--no-config", "--output", str(tmp_path / "audit"))
    assert done.exit_code == 0, done.output
    summary = json.loads((tmp_path / "audit" / "summary.json").read_text("utf-8"))
    assert summary["source_changed"] == {"notes": 4, "pages": 1}
    assert summary["findings"] == 1
    assert summary["by"]["verdict"] == {"damaged": {"findings": 1, "pages": 1}}
    page = (tmp_path / "audit" / "index.html").read_text("utf-8")
    assert "4 places where only the English has changed, on 1 page" in page
    assert '<select name="meaning">' in page
    table = (tmp_path / "audit" / "findings.csv").read_text("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["verdict"], row["witnesses"].partition(":")[0]) == ("damaged", "letters")


@pytest.mark.parametrize(("korean", "wrong"), [("kinds", []), ("knds", ["link-leads-nowhere"])])
def test_a_link_to_a_heading_that_got_another_id_in_the_english_is_behind_and_a_misspelt_one_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, korean: str, wrong: list[str]
) -> None:
    repo = Repo(tmp_path / "site")
    glue = "# Glue\n\n## {} {{#{}}}\n\nMany.\n"
    route = "# Cutter\n\nThe cutter needs [glue]({}) before it starts.\n\nPut `{}` there.\n"
    repo.commit(
        {
            "hugo.yaml": "defaultContentLanguage: en\nlanguages:\n  en:\n    contentDir: content/en\n  ko:\n    contentDir: content/ko\n",
            "content/en/docs/glue.md": glue.format("Kinds", "kinds"),
            "content/ko/docs/glue.md": glue.format("종류", "kinds"),
            "content/en/docs/cutter.md": route.format("/docs/glue/#kinds", "oldPart"),
            "content/ko/docs/cutter.md": f"# 절단기\n\n절단기는 시작하기 전에 [풀](/ko/docs/glue/#{korean})이 필요합니다.\n\n`oldPart`를 넣습니다.\n",
        }
    )
    repo.commit(
        {
            "content/en/docs/glue.md": glue.format("Shared kinds", "shared-kinds"),
            "content/ko/docs/glue.md": glue.format("종류", "shared-kinds"),
            "content/en/docs/cutter.md": route.format("/docs/glue/#shared-kinds", "newPart"),
        }
    )
    monkeypatch.chdir(repo.folder)
    found = [
        json.loads(line)
        for line in doclint("check", "--format", "jsonl", "content/ko/docs/cutter.md").stdout.splitlines()
    ]
    assert [one["rule"] for one in found if one["severity"] == "error"] == wrong
    behind = {one["rule"] for one in found if one["verdict"] == "source-changed"}
    assert behind == {"link-target-changed", "inline-code-changed"}
