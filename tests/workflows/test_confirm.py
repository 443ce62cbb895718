"""A reviewer's word that pages are in step: kept a line a page, believed while the page stays as it was."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo, git

LOCK = Path(".doclint/sources.lock")
GONE = "checked as if not confirmed: the confirmed English is not available here"


def english(word: str = "waitState") -> str:
    return (
        "# Parcels\n\nA parcel has a `weight` and a `size` in `units`.\n\n"
        f"The `status` of a new parcel is `{word}` until a `courier` takes it.\n\n"
        "Call `shipParcel` to hand it over to the `depot`.\n"
    )


def german(word: str = "waitState") -> str:
    return (
        "# Pakete\n\nEin Paket hat ein `weight` und eine `size` in `units`.\n\n"
        f"Der `status` eines neuen Pakets ist `{word}`, bis ein `courier` es nimmt.\n\n"
        "Mit `shipParcel` wird es dem `depot` übergeben.\n"
    )


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    repo = Repo(tmp_path / "site")
    repo.commit({"en/parcel.md": english(), "en/depot.md": "# Depot\n\nIt has a `door`.\n"})
    repo.commit({"de/parcel.md": german(), "de/depot.md": "# Depot\n\nEs hat eine `door`.\n"})
    monkeypatch.chdir(repo.folder)
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))
    return repo


def check(*paths: str, source: str = "en") -> tuple[list[dict[str, Any]], dict[str, Any], str]:
    """Findings, the summary, and what was said besides."""
    done = doclint("check", *(paths or ("de",)), "--source", source, "--no-config", "--format", "json", "--exit-zero")
    assert done.exit_code == 0, done.output
    document = json.loads(done.stdout)
    return document["findings"], document["summary"], done.stderr


def confirm(*paths: str, source: str = "en") -> str:
    done = doclint("confirm", *paths, "--source", source, "--no-config")
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_confirmed_page_is_checked_against_the_english_that_was_confirmed(site: Repo) -> None:
    assert confirm("de/parcel.md") == "1 page confirmed in .doclint/sources.lock\n"
    site.commit({"en/parcel.md": english("pendingState")})
    findings, summary, _ = check()
    assert findings == []
    assert summary["trusts"] == {"pinned": 1, "paired": 1}
    assert summary["source_changed"] == 0


def test_what_differs_from_it_is_damage(site: Repo) -> None:
    site.commit({"de/parcel.md": german("wartezustand")})
    confirm("de/parcel.md")
    site.commit({"en/parcel.md": english("wartezustand")})
    findings, _, _ = check("de/parcel.md")
    assert [(one["expected"], one["verdict"], one["trust"]) for one in findings] == [("waitState", "damaged", "pinned")]


def test_it_holds_no_longer_when_the_page_changed(site: Repo) -> None:
    confirm("de/parcel.md")
    site.commit({"en/parcel.md": english("pendingState"), "de/parcel.md": german() + "\nMehr.\n"})
    findings, summary, _ = check("de/parcel.md")
    assert summary["trusts"] == {"paired": 1}
    assert [one["expected"] for one in findings] == ["pendingState"]


def test_line_ends_are_no_change_of_the_page(site: Repo) -> None:
    confirm("de/parcel.md")
    (site.folder / "de/parcel.md").write_bytes(german().replace("\n", "\r\n").encode())
    assert check("de/parcel.md")[1]["trusts"] == {"pinned": 1}


def test_the_file_has_a_line_a_page_sorted_by_path(site: Repo) -> None:
    confirm("de/parcel.md")
    confirm("de/depot.md")
    lines = LOCK.read_text("utf-8").splitlines()
    assert [line.split(" ")[2] for line in lines[1:]] == ["de/depot.md", "de/parcel.md"]
    assert lines[2].split(" ")[1] == git(site.folder, "rev-parse", "HEAD:en/parcel.md")
    before = LOCK.read_bytes()
    assert confirm("de") == "2 pages confirmed in .doclint/sources.lock, 2 of them before\n"
    assert LOCK.read_bytes() == before
    site.commit({"de/parcel.md": german() + "\nMehr.\n"})
    confirm("de/parcel.md")
    assert len(LOCK.read_text("utf-8").splitlines()) == 3


def test_english_in_another_repository_and_a_lock_that_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Repo(tmp_path / "other")
    other.commit({"parcel.md": english()})
    german_only = Repo(tmp_path / "german")
    german_only.commit({"parcel.md": german()})
    monkeypatch.chdir(german_only.folder)
    confirm("parcel.md", source=str(other.folder))
    other.commit({"parcel.md": english("pendingState")})
    findings, summary, _ = check("parcel.md", source=str(other.folder))
    assert (findings, summary["trusts"]) == ([], {"pinned": 1})
    away = tmp_path / "clone"
    git(german_only.folder, "clone", "-q", str(german_only.folder), str(away))
    shutil.copytree(".doclint", away / ".doclint")
    monkeypatch.chdir(away)
    assert check("parcel.md", source=str(other.folder))[1]["trusts"] == {"pinned": 1}


def test_plain_folders_know_the_english_only_while_it_lies_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("en/parcel.md", english()), ("de/parcel.md", german())):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    confirm("de/parcel.md")
    assert check()[1]["trusts"] == {"pinned": 1}
    Path("en/parcel.md").write_text(english("pendingState"), "utf-8")
    _, summary, said = check()
    assert summary["trusts"] == {"paired": 1}
    assert summary["source_troubles"] == {GONE: 1}
    assert said.count("as if not confirmed") == 1


def test_what_was_found_before_is_found_anew(site: Repo) -> None:
    pages = {f"de/page{number}.md": german() for number in range(12)}
    site.commit({**pages, **{name.replace("de/", "en/"): english("pendingState") for name in pages}})
    assert check()[1]["trusts"] == {"paired": 14}
    confirm("de")
    findings, summary, _ = check()
    assert summary["trusts"] == {"pinned": 14}
    assert {one["verdict"] for one in findings} == {"damaged"}


def test_from_history(site: Repo) -> None:
    site.commit({"de/parcel.md": german() + "\nMehr.\n", "en/parcel.md": english() + "\nMore.\n"})
    site.commit({"en/parcel.md": english("pendingState")})
    done = doclint("confirm", "--from-history", "de", "--source", "en", "--no-config")
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [
        "1 page confirmed in .doclint/sources.lock",
        "1 page not confirmed: was never changed in one commit with its English since",
    ]
    assert LOCK.read_text("utf-8").split(" ")[-2] == git(site.folder, "rev-parse", "HEAD~1:en/parcel.md")
    assert check("de/parcel.md")[0] == []


def test_a_reviewers_word_outweighs_history(site: Repo) -> None:
    site.commit({"de/parcel.md": german() + "\nMehr.\n", "en/parcel.md": english() + "\nMore.\n"})
    site.commit({"en/parcel.md": english("pendingState")})
    confirm("de/parcel.md")
    before = LOCK.read_bytes()
    done = doclint("confirm", "--from-history", "de/parcel.md", "--source", "en", "--no-config")
    assert done.exit_code == 0, done.output
    assert LOCK.read_bytes() == before


def test_no_page_no_english(site: Repo) -> None:
    done = doclint("confirm", "--no-config")
    assert (done.exit_code, done.stderr) == (
        2,
        "doclint: name the pages that you have reviewed, or use --from-history\n",
    )
    site.commit({"de/alone.md": "# Allein\n"})
    done = doclint("confirm", "de", "--source", "en", "--no-config")
    assert done.exit_code == 3
    assert '"de/alone.md" has no English here: no such page in the source folder' in done.stderr
    assert "2 pages confirmed" in done.stdout


@pytest.mark.parametrize(
    "line", ["<<<<<<< HEAD", "secret", f"{'0' * 40} {'0' * 40}", f"{'0' * 40} {'1' * 40} de/parcel.md"]
)
def test_a_file_that_is_no_lock_is_named_and_not_quoted(site: Repo, line: str) -> None:
    confirm("de/parcel.md")
    with LOCK.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    done = doclint("check", "de", "--source", "en", "--no-config")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "sources.lock:3: " in done.stderr
    assert line not in done.stderr
