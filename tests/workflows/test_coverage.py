"""`doclint coverage`: what each locale has of the English, and how far that is behind."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo, git


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Two locales; Japanese is in step with one page and two commits behind on another, Korean has but one page."""
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))
    repo = Repo(tmp_path / "site")
    english = {"docs/en/index.md": "# Hub\n", "docs/en/ops/parcel.md": "# Parcel\n", "docs/en/ops/van.md": "# Van\n"}
    repo.commit({**english, "docs/ja/ops/parcel.md": "# 荷物\n", "docs/ko/index.md": "# 허브\n"})
    repo.commit({"docs/en/ops/parcel.md": "# Parcel\n\nText.\n"})
    repo.commit({"docs/en/ops/parcel.md": "# Parcel\n\nMore.\n", "docs/ja/index.md": "# ハブ\n"})
    repo.commit({"docs/ja/ops/depot.md": "# 集配所\n"})
    monkeypatch.chdir(repo.folder)
    return repo


def rows(*arguments: str) -> dict[tuple[str, str], dict[str, int]]:
    done = doclint("coverage", *arguments, "--format", "json")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    return {(one.pop("locale"), one.pop("folder")): one for one in found}


def but(row: dict[str, int], **changes: int) -> dict[str, int]:
    return row | changes


NONE = dict.fromkeys("english translated in_step behind commits_behind unknown missing orphaned".split(), 0)
JA = but(NONE, english=3, translated=2, in_step=1, behind=1, commits_behind=2, missing=1, orphaned=1)
KO = but(NONE, english=3, translated=1, in_step=1, missing=2)


def test_a_row_for_each_locale_and_each_folder(site: Repo) -> None:
    found = rows()
    assert found["ja", ""] == JA
    assert found["ko", ""] == KO
    assert found["ja", "ops/"] == JA | {"english": 2, "translated": 1, "in_step": 0}
    assert found["ja", "."] == but(JA, english=1, translated=1, behind=0, commits_behind=0, missing=0, orphaned=0)
    assert len(found) == 6


def test_a_named_commit_tells_how_far_a_page_is_behind(site: Repo) -> None:
    then = git(site.folder, "rev-parse", "HEAD~2")
    site.commit({"docs/ja/ops/parcel.md": f"---\ndefault_lang_commit: {then}\n---\n# 荷物\n"})
    assert rows()["ja", ""] == JA | {"commits_behind": 1}
    site.commit({"docs/ja/ops/parcel.md": "# 荷物\n\n本文。\n"})
    assert rows()["ja", ""] == JA | {"in_step": 2, "behind": 0, "commits_behind": 0}


def test_two_repositories_are_compared_by_dates(site: Repo, tmp_path: Path) -> None:
    english = Repo(tmp_path / "docs")
    english.commit({"a.md": "# A\n", "b.md": "# B\n"}, date=1_600_000_000)
    german = Repo(tmp_path / "docs.de-de")
    german.commit({"a.md": "# Ä\n", "b.md": "# Be\n"}, date=1_600_100_000)
    english.commit({"b.md": "# B\n\nText.\n"}, date=1_600_200_000)
    os.chdir(german.folder)
    expected = but(KO, english=2, translated=2, behind=1, commits_behind=1, missing=0)
    assert rows(".", "--source", "../docs") == {("de-DE", ""): expected}


def test_without_git_nothing_tells_which_english_was_translated(tmp_path: Path) -> None:
    for name in ("docs/en/a.md", "docs/ja/a.md"):
        (tmp_path / "plain" / name).parent.mkdir(parents=True)
        (tmp_path / "plain" / name).write_text("# A\n", "utf-8")
    os.chdir(tmp_path / "plain")
    assert rows()["ja", ""] == but(KO, english=1, in_step=0, unknown=1, missing=0)


def test_the_formats_say_the_same(site: Repo) -> None:
    text = doclint("coverage").stdout.splitlines()
    assert (
        text[0].split()
        == "locale folder english translated in step behind commits behind unknown missing orphaned".split()
    )
    assert text[1].split() == ["ja", *map(str, JA.values())]
    table = list(csv.DictReader(io.StringIO(doclint("coverage", "--format", "csv").stdout.lstrip("\ufeff"))))
    assert [int(table[0][name]) for name in JA] == list(JA.values())
    markdown = doclint("coverage", "--format", "markdown").stdout.splitlines()
    assert markdown[2] == f"| ja |  | {' | '.join(map(str, JA.values()))} |"
    assert {len(text), len(table) + 1, len(markdown) - 1} == {7}


def test_an_audit_has_the_table_too(site: Repo, tmp_path: Path) -> None:
    done = doclint("audit", "-o", str(tmp_path / "audit"))
    assert done.exit_code == 0, done.output
    table = list(csv.DictReader((tmp_path / "audit/coverage.csv").open(encoding="utf-8-sig")))
    assert [int(table[0][name]) for name in JA] == list(JA.values())
    (ja, ko) = json.loads((tmp_path / "audit/summary.json").read_text("utf-8"))["coverage"]
    assert (ja, ko) == (JA | {"locale": "ja", "folder": ""}, KO | {"locale": "ko", "folder": ""})
    assert "How much of the English each locale has" in (tmp_path / "audit/index.html").read_text("utf-8")
