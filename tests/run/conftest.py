"""Where tests of runs stand: a folder, or a repository, whose runs remember nothing of other tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gitrepo import Repo


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the test stands."""
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.chdir(site)
    return site


@pytest.fixture
def repo(folder: Path) -> Repo:
    """A repository without a commit, in which the test stands."""
    return Repo(folder)
