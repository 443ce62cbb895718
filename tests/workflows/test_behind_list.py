"""`doclint stale` without revisions: pages behind their English, as work."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo, git

ENGLISH = (
    "# Parcels\n\nA parcel is `{state}` until a `courier` takes it.\n\n{more}"
    "Call `shipParcel` to hand it over to the {place} with its `weight`.\n"
)
GERMAN = (
    "# Pakete\n\nEin Paket ist `waitState`, bis ein `courier` es nimmt.\n\n"
    "Mit `shipParcel` wird es mit seinem `weight` dem Depot übergeben.\n"
)


def english(state: str = "waitState", more: str = "", place: str = "depot") -> str:
    return ENGLISH.format(state=state, more=more, place=place)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    repo = Repo(tmp_path / "site")
    repo.commit({"en/parcel.md": english(), "de/parcel.md": GERMAN, "en/box.md": english(), "de/box.md": GERMAN})
    monkeypatch.chdir(repo.folder)
    return repo


def listed(*options: str) -> tuple[int, str]:
    done = doclint("stale", "de", "--source", "en", "--no-config", *options)
    assert done.exit_code in (0, 1), done.output
    return done.exit_code, done.stdout


def pages(*options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(listed("--format", "json", *options)[1])["pages"]
    return found


def test_nothing_is_behind(site: Repo) -> None:
    assert listed() == (0, "no page is behind its English, as far as is known\n")
    assert pages() == []


def test_what_the_history_shows_of_a_page(site: Repo) -> None:
    change = site.commit({"en/parcel.md": english("pendingState")})
    (page,) = pages()
    assert (page["path"], page["locale"], page["source"], page["is_exact"]) == (
        "de/parcel.md",
        "de",
        "en/parcel.md",
        False,
    )
    assert page["parts"] == [
        {
            "line": 3,
            "then": "A parcel is `waitState` until a `courier` takes it.",
            "now": "A parcel is `pendingState` until a `courier` takes it.",
            "commit": change,
            "words": [{"then": "waitState", "now": "pendingState"}],
        }
    ]


def test_the_list_is_a_diff_for_people(site: Repo) -> None:
    change = site.commit({"en/parcel.md": english("pendingState")})
    code, said = listed()
    assert code == 1
    assert said.splitlines() == [
        "de/parcel.md  de, 1 part behind en/parcel.md",
        f"     3  with {change[:10]}",
        "        - A parcel is `waitState` until a `courier` takes it.",
        "        + A parcel is `pendingState` until a `courier` takes it.",
        "        take over: waitState => pendingState",
        "",
        "1 page behind in 1 part; 0 compared with the exact version they were made from, 1 by their history",
    ]


def test_all_that_a_confirmed_page_lacks_is_known(site: Repo) -> None:
    done = doclint("confirm", "de/parcel.md", "--source", "en", "--no-config")
    assert done.exit_code == 0, done.output
    state = site.commit({"en/parcel.md": english("pendingState")})
    more = site.commit({"en/parcel.md": english("pendingState", more="It has a `size`, too.\n\n")})
    prose = site.commit({"en/parcel.md": english("pendingState", more="It has a `size`, too.\n\n", place="hall")})
    (page,) = pages()
    assert page["is_exact"]
    first, *rest = page["parts"]
    assert (first["line"], first["commit"]) == (3, state)
    told = " ".join(part["now"] for part in page["parts"])
    assert "It has a `size`, too." in told
    assert "to the hall" in told
    assert {part["commit"] for part in rest} <= {more, prose}
    assert sum(len(part["words"]) for part in page["parts"]) == 2


def test_a_page_that_names_its_commit_lacks_what_came_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Repo(tmp_path / "english")
    made_from = source.commit({"parcel.md": english()})
    change = source.commit({"parcel.md": english(place="hall")})
    target = Repo(tmp_path / "german")
    target.commit({"parcel.md": f"---\nl10n.sourceCommit: {made_from}\n---\n{GERMAN}"})
    monkeypatch.chdir(target.folder)
    done = doclint("stale", "parcel.md", "--source", str(source.folder), "--no-config", "--format", "jsonl")
    assert done.exit_code == 1, done.output
    page = json.loads(done.stdout)
    assert [(part["commit"], part["line"]) for part in page["parts"]] == [(change, 8)]


def test_the_most_read_pages_come_first(site: Repo) -> None:
    site.commit({"en/parcel.md": english("pendingState"), "en/box.md": english("pendingState")})
    assert [page["path"] for page in pages()] == ["de/box.md", "de/parcel.md"]
    Path("views.csv").write_text("path,views\nde/parcel.md,1200\nde/box.md,7\n", "utf-8")
    assert [(page["path"], page["views"]) for page in pages("--weights", "views.csv")] == [
        ("de/parcel.md", 1200),
        ("de/box.md", 7),
    ]
    assert "de/parcel.md  de, 1 part behind en/parcel.md, 1,200 views" in listed("--weights", "views.csv")[1]


def test_tables(site: Repo) -> None:
    change = site.commit({"en/parcel.md": english("pendingState")})
    _, table = listed("--format", "csv")
    (row,) = csv.DictReader(io.StringIO(table.removeprefix("\ufeff")))
    assert (row["path"], row["line"], row["commit"], row["english"]) == ("de/parcel.md", "3", change, "assumed")
    assert row["words"] == "'waitState => pendingState"
    pytest.importorskip("xlsxwriter")
    assert listed("--format", "xlsx", "--output", "work.xlsx") == (1, "")
    with zipfile.ZipFile("work.xlsx") as book:
        assert "waitState =&gt; pendingState" in book.read("xl/sharedStrings.xml").decode()


def test_a_first_argument_that_is_no_path_is_a_pair_of_revisions(site: Repo) -> None:
    old = git(site.folder, "rev-parse", "HEAD")
    site.commit({"en/parcel.md": english("pendingState")})
    done = doclint("stale", f"{old}..HEAD", "--source", ".", "--no-config")
    assert done.exit_code in (0, 1), done.output
    assert "waitState => pendingState" in done.stdout
    done = doclint("stale", "nowhere.md", "--no-config", "--format", "json")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "nowhere.md" in done.stderr
