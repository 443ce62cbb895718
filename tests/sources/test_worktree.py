"""English beside its translations in one repository: as it lies there, or at the commit that a page names."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from doclint.page.frontmatter import FrontMatter, read
from doclint.sources import Absent, FolderSource, Loaded
from doclint.sources.git.source import open_git
from doclint.sources.worktree import WorkTreeSource
from doclint.text import Trust
from tests.gitrepo import Repo

PAGE = "content/en/parcel.md"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "site")


def source(repo: Repo) -> WorkTreeSource:
    history = open_git(str(repo.folder), pin_keys=("default_lang_commit",))
    assert history
    return WorkTreeSource(FolderSource(repo.folder), history)


def front(**keys: str) -> FrontMatter:
    return read("---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + "---\n")


def loaded(answer: Loaded | Absent) -> Loaded:
    assert isinstance(answer, Loaded)
    return answer


def test_page_without_a_commit_gets_what_lies_there_uncommitted_or_not(repo: Repo) -> None:
    repo.commit({PAGE: "old\n"})
    (repo.folder / PAGE).write_text("being written\n")
    found = loaded(source(repo).load(PAGE, front(title="x")))
    assert (found.data, found.trust, found.revision) == (b"being written\n", Trust.PAIRED, None)


def test_page_with_a_commit_gets_the_english_of_then(repo: Repo) -> None:
    then = repo.commit({PAGE: "old\n"})
    repo.commit({PAGE: "new\n"})
    found = loaded(source(repo).load(PAGE, front(default_lang_commit=then)))
    assert (found.data, found.trust, found.revision) == (b"old\n", Trust.PINNED, then)


def test_page_with_a_digest_gets_the_version_it_proves(repo: Repo) -> None:
    then = repo.commit({PAGE: "old\n"})
    repo.commit({PAGE: "new\n"})
    digest = hashlib.sha1(b"old\r\n").hexdigest()
    found = loaded(source(repo).load(PAGE, read(f"---\nms.openlocfilehash: {digest}\n---\n")))
    assert (found.data, found.revision) == (b"old\n", then)


def test_page_with_a_commit_that_is_not_there_gets_what_lies_there_and_why(repo: Repo) -> None:
    repo.commit({PAGE: "old\n"})
    found = loaded(source(repo).load(PAGE, front(default_lang_commit="0" * 40)))
    assert (found.data, found.trust) == (b"old\n", Trust.PAIRED)
    assert found.instead == "the commit that the page names is not in the repository"


def test_page_that_was_deleted_here_is_an_orphan(repo: Repo) -> None:
    repo.commit({PAGE: "old\n"})
    repo.commit({PAGE: None, "content/en/other.md": "x\n"})
    assert source(repo).load(PAGE, front(title="x")) == Absent(
        "no such page in the source folder", is_orphan=True, is_final=True
    )


def test_identity_changes_with_what_lies_there_unless_a_commit_is_named(repo: Repo) -> None:
    then = repo.commit({PAGE: "old\n"})
    english = source(repo)
    pinned, plain = f"---\ndefault_lang_commit: {then}\n---\n".encode(), b"---\ntitle: x\n---\n"
    before = english.identity(PAGE, pinned), english.identity(PAGE, plain)
    (repo.folder / PAGE).write_text("being written\n")
    after = english.identity(PAGE, pinned), english.identity(PAGE, plain)
    assert before[0] == after[0] == "pinned"
    assert before[1] != after[1]
