"""The blobless copy of a source repository: made, brought up to date, read without the network."""

from __future__ import annotations

from pathlib import Path

import pytest

from doclint.page.frontmatter import FrontMatter
from doclint.sources import Absent, Loaded
from doclint.sources.git.fetch import fetch_missing
from doclint.sources.git.source import open_git
from doclint.sources.mirror import Mirror
from doclint.text.errors import SourceError
from tests.gitrepo import Repo, git


@pytest.fixture
def english(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "en")
    repo.commit({"parcel.md": "# Parcel\n", "depot.md": "# Depot\n"})
    return repo


def mirror(english: Repo, tmp_path: Path) -> Mirror:
    return Mirror.of(f"file://{english.folder}", tmp_path / "cache")


def page(copy: Mirror, path: str) -> Loaded | Absent:
    source = open_git(str(copy.folder))
    assert source is not None
    return source.load(path, FrontMatter())


def test_mirror_has_history_and_no_contents_until_they_are_asked_for(english: Repo, tmp_path: Path) -> None:
    copy = mirror(english, tmp_path)
    assert not copy.is_there
    copy.sync()
    assert copy.is_there
    missing = page(copy, "parcel.md")
    assert isinstance(missing, Absent)
    assert "partial clone" in missing.reason
    source = open_git(str(copy.folder))
    assert source is not None
    wanted = source.missing("parcel.md", FrontMatter())
    assert wanted
    assert fetch_missing(source.repository, wanted) == 1
    found = page(copy, "parcel.md")
    assert isinstance(found, Loaded)
    assert found.data == b"# Parcel\n"


def test_second_sync_brings_new_commits_and_drops_old_branches(english: Repo, tmp_path: Path) -> None:
    copy = mirror(english, tmp_path)
    git(english.folder, "branch", "old")
    copy.sync()
    git(english.folder, "branch", "-D", "old")
    newest = english.commit({"parcel.md": "# Parcels\n"})
    copy.sync()
    assert git(copy.folder, "rev-parse", "main") == newest
    assert git(copy.folder, "branch", "--list", "old") == ""


def test_source_that_is_not_there_is_one_clear_line_and_leaves_nothing(tmp_path: Path) -> None:
    copy = Mirror.of(f"file://{tmp_path}/nowhere", tmp_path / "cache")
    with pytest.raises(SourceError, match=r"nowhere.*cannot be fetched: fatal"):
        copy.sync()
    assert not copy.is_there
    assert list((tmp_path / "cache" / "sources").iterdir()) == []


def test_address_that_names_a_program_runs_nothing(tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    copy = Mirror.of(f"ext::sh -c 'touch {trap}'", tmp_path / "cache")
    with pytest.raises(SourceError, match="transport 'ext' not allowed"):
        copy.sync()
    assert not trap.exists()


def test_address_that_looks_like_an_option_is_none(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        Mirror.of(f"--upload-pack=touch {tmp_path}/trap", tmp_path / "cache").sync()
    assert not (tmp_path / "trap").exists()


def test_mirrors_of_two_repositories_of_one_name_lie_apart(tmp_path: Path) -> None:
    folders = {Mirror.of(url, tmp_path).folder for url in ("https://a.example/docs", "https://b.example/docs.git")}
    assert len(folders) == 2
    assert all(folder.name.startswith("docs-") for folder in folders)
