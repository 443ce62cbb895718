"""Where tests of runs stand: a repository whose runs remember nothing of other tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gitrepo import Repo


@pytest.fixture
def repo(folder: Path) -> Repo:
    """A repository without a commit, in which the test stands."""
    return Repo(folder)
