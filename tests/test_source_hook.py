"""The hook of authors: which translations a changed English page leaves stale."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from doclint.cli import main
from tests.gitrepo import Repo

ENGLISH = "---\ntitle: Parcel\n---\n# Parcel\n\nThe courier carries it.\n"
HUGO = "defaultContentLanguage: en\nlanguages:\n  en:\n    contentDir: content/en\n  ja:\n    contentDir: content/ja\n  ar:\n    contentDir: content/ar\n"


@pytest.fixture(autouse=True)
def clean_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    repo = Repo(tmp_path / "site")
    pages = {f"content/{locale}/parcel.md": ENGLISH for locale in ("en", "ja", "ar")}
    repo.commit({"hugo.yaml": HUGO, "content/en/depot.md": ENGLISH, **pages})
    monkeypatch.chdir(repo.folder)
    return repo.folder


def hook(*files: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["source", "hook", *files])
    return done.exit_code, done.output


def test_translations_of_a_changed_page_are_stale(site: Path) -> None:
    code, said = hook("content/en/parcel.md", "content/en/depot.md")
    assert code == 0
    assert said.splitlines() == [
        "content/en/parcel.md: 2 translations are now stale",
        "  content/ar/parcel.md",
        "  content/ja/parcel.md",
    ]


def test_a_translation_that_changes_too_is_up_to_date(site: Path) -> None:
    _, said = hook("content/en/parcel.md", "content/ja/parcel.md")
    assert said.splitlines() == ["content/en/parcel.md: 1 translation is now stale", "  content/ar/parcel.md"]


def test_pages_that_are_no_source_are_passed_over(site: Path) -> None:
    assert hook("content/ja/parcel.md", "content/en/depot.md") == (0, "")
    assert hook() == (0, "")


def test_english_in_a_repository_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workspace of the English repository names its translations beside it."""
    english, korean = Repo(tmp_path / "docs"), Repo(tmp_path / "docs.ko-kr")
    workspace = '[source]\npath = "."\n\n[[target]]\nname = "ko"\npath = "../docs.ko-kr"\nlocale = "ko-KR"\n'
    english.commit({"doclint.toml": workspace, "parcel.md": ENGLISH})
    korean.commit({"parcel.md": ENGLISH})
    monkeypatch.chdir(english.folder)
    code, said = hook("parcel.md")
    assert code == 0
    assert said.splitlines()[0] == "parcel.md: 1 translation is now stale", said


def test_it_never_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "doclint.toml").write_text("nonsense = 1\n")
    (tmp_path / "a.md").write_text("# A\n")
    code, said = hook("a.md")
    assert (code, said.count("\n")) == (0, 1)
