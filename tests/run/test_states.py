"""A run over a site that has not changed looks results up and asks nothing of the other pages, nor of git."""

from __future__ import annotations

from pathlib import Path

import pytest

from doclint.run.checker import Checker
from doclint.run.witnesses.histories import Histories
from doclint.site import Atlas, SiteLexicon
from tests.commandline import doclint
from tests.gitrepo import Repo
from tests.run.witnessed import CASES, OTHERS, one_repository

COPIES = 100 // len(CASES) + 1
"""Of each page: so many that the whole site is looked at."""


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A site with a history and one page that never had English, in which the test stands, with a cache of its own."""
    repo = one_repository(tmp_path / "site", COPIES)
    (repo.folder / "content/es/own.md").write_text("# Nuestra página\n\nSolo aquí.\n", encoding="utf-8")
    monkeypatch.chdir(repo.folder)
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))
    return repo


def said(*options: str) -> tuple[list[str], str]:
    """The findings, and what is said beside them."""
    ran = doclint("check", "--format", "jsonl", "--exit-zero", "-j", "1", *options)
    assert ran.exit_code == 0
    return ran.stdout.splitlines(), ran.stderr


def forbidden(*_arguments: object) -> object:
    raise AssertionError("it was asked again")


def nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on no page may be checked, and no witness asked."""
    monkeypatch.setattr(Checker, "check", forbidden)
    for one in (Histories, SiteLexicon, Atlas):
        monkeypatch.setattr(one, "still_says", forbidden)


def test_an_unchanged_site_is_looked_up(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = said()
    assert any('"page-orphaned"' in line for line in cold[0])
    assert any('"history"' in line for line in cold[0])
    assert "1 page checked without English: no such page in the source folder" in cold[1]
    nothing_is_asked(monkeypatch)
    assert said() == cold


def test_a_changed_page_is_checked_and_the_others_are_asked_once(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = said()
    for number in range(3):
        others = OTHERS.format(number=number) + "\nAlso `estadoDeEspera`, `etiqueta` and `colección`.\n"
        (repo.folder / f"content/en/other{number}.md").write_text(others, encoding="utf-8")
    after = said()
    assert after == said("--no-cache")
    assert after != cold
    nothing_is_asked(monkeypatch)
    assert said() == after


def test_a_commit_may_change_what_history_says(repo: Repo) -> None:
    cold = said()
    repo.commit({"content/en/renamed0.md": "# Crates\n\nGone.\n"})
    assert said() == said("--no-cache") != cold


def test_english_that_comes_is_seen(repo: Repo) -> None:
    said()
    (repo.folder / "content/en/own.md").write_text("# Our page\n\nOnly here.\n\nNot a word more.\n", encoding="utf-8")
    after = said()
    assert not any('"page-orphaned"' in line for line in after[0])
    assert after == said("--no-cache")
