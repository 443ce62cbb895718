"""A commit's hook: it fails on what the commit damages, shows what needs a look, and knows nothing of old findings."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.commandline import doclint
from tests.gitrepo import Repo, git

ENGLISH = (
    "# Parcels\n\nA parcel has a `weight` and a `size` in `units`.\n\n"
    "Put it into `main.py` before the `courier` comes.\n\nThe `depot` keeps it for a week in its `hall`.\n"
)
GERMAN = (
    "# Pakete\n\nEin Paket hat ein `weight` und eine `size` in `units`.\n\n"
    "Leg es in `main.py`, bevor der `courier` kommt.\n\nDas `depot` behält es eine Woche in seiner `hall`.\n"
)
PAGE = "de/parcel.md"


@pytest.fixture
def site(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    repo.commit({"en/parcel.md": ENGLISH, PAGE: GERMAN})
    monkeypatch.delenv("PRE_COMMIT_FROM_REF", raising=False)
    return repo


def write(site: Repo, text: str, page: str = PAGE) -> None:
    (site.folder / page).write_text(text, encoding="utf-8")


def hook(*options: str, page: str = PAGE) -> tuple[int, str]:
    done = doclint("check", "--hook", page, "--source", "en", "--no-config", *options)
    return done.exit_code, done.stdout


def test_a_change_that_damages_a_name_fails_without_configuration(site: Repo) -> None:
    write(site, GERMAN.replace("main.py", "haupt.py"))
    code, said = hook()
    assert code == 1
    assert "error" in said
    assert '"haupt.py"' in said


def test_a_change_that_damages_nothing_says_nothing(site: Repo) -> None:
    write(site, GERMAN.replace("Woche", "ganze Woche"))
    assert hook() == (0, "")


def test_what_stood_there_before_is_not_brought_up_again(site: Repo) -> None:
    site.commit({PAGE: GERMAN.replace("main.py", "haupt.py")})
    damaged = GERMAN.replace("main.py", "haupt.py")
    write(site, damaged.replace("Leg es in", "Leg es jetzt in\n"))  # the line is another one
    assert hook() == (0, "")
    write(site, damaged.replace("`hall`", "`halle`"))
    code, said = hook()
    assert code == 1
    assert "halle" in said
    assert "haupt.py" not in said
    assert "1  not shown: already there before this change" in said


def test_what_needs_review_is_shown_and_fails_nothing(site: Repo) -> None:
    new = "fr/parcel.md"
    site.commit({"fr/other.md": "# Rien\n", "en/other.md": "# None\n"})
    write(site, ENGLISH.replace("main.py", "principal.py"), page=new)
    code, said = hook(page=new)
    assert code == 0
    assert "warning" in said
    assert "principal.py" in said


def test_the_line_below_a_finding_accepts_it(site: Repo) -> None:
    write(site, GERMAN.replace("main.py", "haupt.py"))
    _, said = hook()
    (line,) = re.findall(r"^ +accept (doclint accept .*)$", said, re.MULTILINE)
    done = doclint(*shlex.split(line)[1:])
    assert done.exit_code == 0, done.output
    assert "1 accepted" in done.output
    assert hook() == (0, "")


def test_a_page_that_was_renamed_is_the_same_page(site: Repo) -> None:
    damaged = GERMAN.replace("main.py", "haupt.py")
    site.commit({PAGE: damaged})
    git(site.folder, "mv", "en/parcel.md", "en/box.md")
    git(site.folder, "mv", PAGE, "de/box.md")
    assert hook(page="de/box.md") == (0, "")


def test_a_merge_brings_no_findings_of_the_other_branch(site: Repo) -> None:
    git(site.folder, "checkout", "-q", "-b", "other")
    site.commit({PAGE: GERMAN.replace("`hall`", "`halle`")})
    git(site.folder, "checkout", "-q", "main")
    site.commit({"en/new.md": "# New\n"})
    git(site.folder, "merge", "-q", "--no-commit", "--no-ff", "other")
    assert hook() == (0, "")


def test_a_range_of_commits_begins_where_pre_commit_says(site: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    first = git(site.folder, "rev-parse", "HEAD")
    site.commit({PAGE: GERMAN.replace("main.py", "haupt.py")})
    assert hook() == (0, "")
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", first)
    code, said = hook()
    assert code == 1
    assert "haupt.py" in said


def test_no_log_and_no_words_of_the_site_are_read(site: Repo, tmp_path: Path) -> None:
    write(site, GERMAN.replace("main.py", "haupt.py"))
    assert hook()[0] == 1
    assert not list((tmp_path / "cache").glob("*"))


def test_english_in_another_repository(site: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english = Repo(tmp_path / "english")
    english.commit({"parcel.md": ENGLISH})
    english.commit({"other.md": "# Other\n"})
    german = Repo(tmp_path / "german")
    german.commit({"parcel.md": GERMAN}, date=1_600_000_000 + 3 * 86_400)
    monkeypatch.chdir(german.folder)
    (german.folder / "parcel.md").write_text(GERMAN.replace("main.py", "haupt.py"), encoding="utf-8")
    done = doclint("check", "--hook", "parcel.md", "--source", str(english.folder), "--no-config")
    assert done.exit_code == 1, done.output
    assert "haupt.py" in done.stdout


@pytest.mark.parametrize("options", [("--fix",), ("--format", "jsonl"), ("--stdin-filename", PAGE)])
def test_what_a_hook_does_not_go_with(site: Repo, options: tuple[str, ...]) -> None:
    assert hook(*options)[0] == 2


def test_a_baseline_is_not_fixed_by_what_stood_there_before(site: Repo) -> None:
    damaged = GERMAN.replace("main.py", "haupt.py")
    site.commit({PAGE: damaged})
    done = doclint("baseline", "write", "de", "--source", "en", "--no-config")
    assert done.exit_code == 0, done.output
    write(site, damaged.replace("`hall`", "`halle`"))
    code, said = hook("--baseline", ".doclint/baseline.{locale}.txt", "--strict-baseline")
    assert code == 1
    assert "0 known, 1 new, 0 fixed" in said
