"""English out of a git repository: the right version, and nothing run or fetched on the way."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import pickle
import shutil
import signal
import subprocess
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, cast

import pytest

from doclint.page.frontmatter import FrontMatter, read
from doclint.pair.digest import is_proven
from doclint.sources import Absent, Loaded
from doclint.sources.git.commit import open_tree
from doclint.sources.git.fetch import fetch_missing
from doclint.sources.git.source import GitSource, open_git
from doclint.text import Trust
from doclint.text.errors import ConfigError, SourceError, UnreadableError
from doclint.text.timelimit import OutOfTimeError
from tests.gitrepo import Repo, git


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "en")


def front(**keys: str) -> FrontMatter:
    lines = "".join(f"{key.replace('_', '.', 1)}: '{value}'\n" for key, value in keys.items())
    return read(f"---\ntitle: x\n{lines}---\n")


def pinned(commit: str, **keys: str) -> FrontMatter:
    return front(ms_sourcegitcommit=commit, **keys)


def digest(text: str) -> str:
    return hashlib.sha1(text.replace("\n", "\r\n").encode()).hexdigest()


def source(where: Path | str, **options: object) -> GitSource:
    opened = open_git(str(where), **options)  # type: ignore[arg-type]
    assert opened is not None
    return opened


def before_last(repo: Repo) -> str:
    """The commit before the last."""
    return git(repo.folder, "rev-parse", "HEAD~1")


def loaded(answer: Loaded | Absent) -> Loaded:
    assert isinstance(answer, Loaded), answer
    return answer


def stopped(folder: Path) -> Absent:
    why = "git stopped in the middle of an answer"
    return Absent(why, unread=f'"{folder}" cannot be read: {why}')


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[int]]:
    """The ids of the `cat-file` processes that were started, told by a git that notes its own before it begins."""
    log, real = tmp_path / "started", shutil.which("git")
    stand_in(tmp_path, monkeypatch, f'case "$1" in cat-file) echo $$ >> "{log}";; esac\nexec "{real}" "$@"\n')
    return lambda: [int(line) for line in log.read_text().split()]


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a shell script in the place of git."""
    (folder / "bin").mkdir()
    (folder / "bin" / "git").write_text(f"#!/bin/sh\n{script}")
    (folder / "bin" / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}:{os.environ['PATH']}")


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class TestPins:
    def test_commit_named_by_the_page(self, repo: Repo) -> None:
        old = repo.commit({"a.md": "old\n"})
        repo.commit({"a.md": "new\n"})
        assert source(repo.folder).load("a.md", pinned(old)) == Loaded("a.md", b"old\n", Trust.PINNED, old)

    def test_short_and_upper_case(self, repo: Repo) -> None:
        old = repo.commit({"a.md": "old\n"})
        repo.commit({"a.md": "new\n"})
        assert loaded(source(repo.folder).load("a.md", pinned(old[:9].upper()))).revision == old

    def test_short_pin_that_is_a_branch_name_too(self, repo: Repo) -> None:
        old = repo.commit({"a.md": "old\n"})
        repo.commit({"a.md": "new\n"})
        git(repo.folder, "branch", old[:9])
        assert loaded(source(repo.folder).load("a.md", pinned(old[:9]))).data == b"old\n"

    @pytest.mark.parametrize("pin", ["main", "HEAD", "--all", "abc", "0123456g", "@{1}", "a" * 65, "dead beef"])
    def test_what_is_no_commit_never_reaches_git(self, repo: Repo, pin: str) -> None:
        repo.commit({"a.md": "new\n"})
        fallback = source(repo.folder).load("a.md", pinned(pin))
        assert isinstance(fallback, Loaded)
        assert fallback.trust is Trust.PAIRED
        assert fallback.instead == "the page does not name a valid commit"

    def test_line_break_in_a_pin(self, repo: Repo) -> None:
        head = repo.commit({"a.md": "new\n"})
        keys = read(f'---\nms.sourcegitcommit: "{head}\\n{head}"\n---\n')
        assert source(repo.folder).load("a.md", keys).instead == "the page does not name a valid commit"  # type: ignore[union-attr]

    def test_other_key(self, repo: Repo) -> None:
        old = repo.commit({"a.md": "old\n"})
        repo.commit({"a.md": "new\n"})
        opened = source(repo.folder, pin_keys=("default_lang_commit",))
        assert loaded(opened.load("a.md", read(f"---\ndefault_lang_commit: '{old}'\n---\n"))).data == b"old\n"

    def test_missing_commit(self, repo: Repo) -> None:
        head = repo.commit({"a.md": "new\n"})
        answer = source(repo.folder).load("a.md", pinned("1" * 40))
        reason = "the commit that the page names is not in the repository"
        assert answer == Loaded("a.md", b"new\n", Trust.PAIRED, head, reason)
        assert source(repo.folder).load("none.md", pinned("1" * 40)) == Absent(reason)

    def test_missing_path(self, repo: Repo) -> None:
        old = repo.commit({"b.md": "old\n"})
        repo.commit({"a.md": "new\n", "folder.md/x": "x"})
        answer = source(repo.folder).load("a.md", pinned(old))
        assert isinstance(answer, Loaded)
        assert answer.instead == "the commit that the page names has no such page"
        assert source(repo.folder).load("c.md", front()) == Absent(
            "the source repository has no such page", is_orphan=True, is_final=True
        )
        assert source(repo.folder).load("folder.md", front()) == Absent("the source is a folder, not a page")

    def test_without_a_pin(self, repo: Repo) -> None:
        old = repo.commit({"a.md": "old\n"})
        head = repo.commit({"a.md": "new\n"})
        assert source(repo.folder).load("a.md", front()) == Loaded("a.md", b"new\n", Trust.PAIRED, head)
        assert source(f"{repo.folder}@{old[:8]}").load("a.md", front()) == Loaded("a.md", b"old\n", Trust.PAIRED, old)


class TestPaths:
    @pytest.mark.parametrize(
        "path", ["../a.md", "/a.md", "a\n.md", "x/../a.md", "./a.md", "", "a\0.md", "a.md\r", "\ud800.md"]
    )
    def test_refused(self, repo: Repo, path: str) -> None:
        head = repo.commit({"a.md": "x\n", "x/b.md": "x\n"})
        opened = source(repo.folder)
        assert opened.load(path, pinned(head)) == Absent("git cannot be asked for this path")
        assert opened.load("a.md", pinned(head)).data == b"x\n"  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        "path", ["*.md", "a b.md", ":(glob)a.md", "дом.md", "a@b.md", "-x.md", "a:b.md", "x missing"]
    )
    def test_taken_as_they_are(self, repo: Repo, path: str) -> None:
        head = repo.commit({path: "odd\n", "a.md": "a\n"})
        assert loaded(source(repo.folder).load(path, pinned(head))).data == b"odd\n"
        assert "*" not in path or isinstance(source(repo.folder).load("?.md", pinned(head)), Absent)

    def test_names_that_are_no_utf_8(self, repo: Repo) -> None:
        (repo.folder / os.fsdecode(b"caf\xe9.md")).write_bytes(b"latin\n")
        head = repo.commit({})
        assert loaded(source(repo.folder).load("caf\udce9.md", pinned(head))).data == b"latin\n"
        tree = open_tree(str(repo.folder))
        assert tree
        assert tree.paths() == ["caf\udce9.md"]

    def test_link(self, repo: Repo) -> None:
        (repo.folder / "link.md").symlink_to("a.md")
        head = repo.commit({"a.md": "no line end"})
        opened = source(repo.folder)
        assert opened.load("link.md", pinned(head)) == Absent("the source is a link, not a page")
        assert loaded(opened.load("a.md", pinned(head))).data == b"no line end"

    def test_page_behind_a_linked_folder(self, repo: Repo) -> None:
        repo.commit({"d/a.md": "x\n"})
        (repo.folder / "l").symlink_to("d")
        head = repo.commit({"b.md": "x\n"})
        for path in ("l/a.md", "l/x/a.md"):
            answer = source(repo.folder).load(path, pinned(head))
            assert answer == Absent("the source is behind a link or in a submodule")

    def test_too_large(self, repo: Repo) -> None:
        head = repo.commit({"big.md": b"x" * 20_000_000, "a.md": "small\n"})
        opened = source(repo.folder)
        assert opened.load("big.md", pinned(head)) == Absent("the source is larger than 10 MB")
        assert loaded(opened.load("a.md", pinned(head))).data == b"small\n"


class TestWhere:
    def test_bare(self, repo: Repo, tmp_path: Path) -> None:
        head = repo.commit({"a.md": "x\n"})
        assert loaded(source(repo.bare(tmp_path / "en.git")).load("a.md", pinned(head))).revision == head

    def test_folder_in_a_work_tree(self, repo: Repo) -> None:
        head = repo.commit({"docs/en/a.md": "x\n"})
        found = loaded(source(repo.folder / "docs" / "en").load("a.md", pinned(head)))
        assert (found.path, found.data) == ("docs/en/a.md", b"x\n")

    def test_folder_that_git_does_not_track(self, repo: Repo, tmp_path: Path) -> None:
        repo.commit({"a.md": "x\n"})
        (repo.folder / "built").mkdir()
        assert open_git(str(repo.folder / "built")) is None
        with pytest.raises(ConfigError, match='no folder "built/" at "main"'):
            open_git(f"{repo.folder / 'built'}@main")

    def test_at_signs(self, tmp_path: Path) -> None:
        repo = Repo(tmp_path / "a@b" / "c@d")
        old = repo.commit({"a.md": "old\n"})
        repo.commit({"a.md": "new\n"})
        assert loaded(source(repo.folder).load("a.md", front())).data == b"new\n"
        assert loaded(source(f"{repo.folder}@{old}").load("a.md", front())).data == b"old\n"
        assert loaded(source(f"{repo.folder}@HEAD@{{1}}").load("a.md", front())).data == b"old\n"

    def test_work_tree_of_a_repository(self, repo: Repo, tmp_path: Path) -> None:
        head = repo.commit({"a.md": "x\n"})
        git(repo.folder, "worktree", "add", "-q", "--detach", str(tmp_path / "other"))
        assert loaded(source(tmp_path / "other").load("a.md", pinned(head))).data == b"x\n"

    def test_objects_of_another_repository(self, repo: Repo, tmp_path: Path) -> None:
        head = repo.commit({"a.md": "x\n"})
        git(tmp_path, "clone", "-q", "--bare", "--shared", str(repo.folder), str(tmp_path / "shared.git"))
        assert loaded(source(tmp_path / "shared.git").load("a.md", pinned(head))).data == b"x\n"

    def test_sha256(self, tmp_path: Path) -> None:
        repo = Repo(tmp_path / "en", "--object-format=sha256")
        old = repo.commit({"d/a.md": "old\n"})
        repo.commit({"d/a.md": "new\n"})
        opened = source(repo.folder)
        for _ in range(3):
            assert loaded(opened.load("d/a.md", pinned(old))).data == b"old\n"
        assert loaded(opened.load("d/a.md", pinned(old[:40]))).revision == old
        assert loaded(opened.load("d/a.md", front(ms_openlocfilehash=digest("old\n")))).revision == old
        assert loaded(opened.load("x.md", front(ms_openlocfilehash=digest("new\n")))).path == "d/a.md"

    def test_no_repository(self, tmp_path: Path) -> None:
        (tmp_path / "file.md").write_text("x")
        assert open_git(str(tmp_path)) is None
        assert open_git(str(tmp_path / "none")) is None
        assert open_git(str(tmp_path / "file.md")) is None

    @pytest.mark.parametrize("rev", ["nix", "", "--all", "main^{tree}", "^main"])
    def test_no_such_revision(self, repo: Repo, rev: str) -> None:
        repo.commit({"a.md": "x\n"})
        with pytest.raises(ConfigError, match="no revision") as raised:
            open_git(f"{repo.folder}@{rev}")
        assert "\n" not in str(raised.value)

    def test_answer_left_when_a_page_ran_out_of_time_is_nobody_elses(self, repo: Repo) -> None:
        class Late:
            def readline(self) -> bytes:
                raise OutOfTimeError

        repo.commit({"a.md": "a\n", "b.md": "b\n"})
        opened = source(repo.folder)
        assert loaded(opened.load("a.md", front())).data == b"a\n"
        cast(Any, opened.repository.objects._batch())._stdout = Late()
        with pytest.raises(OutOfTimeError):
            opened.repository.objects.read(f"{opened.revision}:a.md")
        assert loaded(opened.load("b.md", front())).data == b"b\n"

    def test_broken_commit_at_head(self, repo: Repo) -> None:
        head = repo.commit({"a.md": "x\n"})
        file = repo.folder / ".git" / "objects" / head[:2] / head[2:]
        file.chmod(0o644)
        file.write_bytes(b"")
        with pytest.raises(ConfigError, match="is damaged: the commit at HEAD cannot be read"):
            open_git(str(repo.folder))

    def test_broken_repository(self, tmp_path: Path) -> None:
        (tmp_path / ".git").mkdir()
        with pytest.raises(ConfigError, match="cannot be read as a git repository: not a git repository"):
            open_git(str(tmp_path))

    def test_revision_of_what_is_no_repository(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigError, match="cannot be read as a git repository"):
            open_git(f"{tmp_path}@main")

    def test_no_commit_yet(self, repo: Repo) -> None:
        assert "no commit at HEAD" in source(repo.folder).load("a.md", front()).reason  # type: ignore[union-attr]

    def test_another_owner(self, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
        repo.commit({"a.md": "x\n"})
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
        with pytest.raises(ConfigError, match="another user") as raised:
            open_git(str(repo.folder))
        assert f"git config --global --add safe.directory {repo.folder}" in str(raised.value)
        assert "\n" not in str(raised.value)

    def test_no_git(self, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "plain").mkdir()
        monkeypatch.setenv("PATH", str(tmp_path))
        assert open_git(str(tmp_path / "plain")) is None
        with pytest.raises(ConfigError, match="install git"):
            open_git(str(repo.folder))

    def test_called_from_a_hook_of_another_repository(
        self, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        head = repo.commit({"a.md": "x\n"})
        other = Repo(tmp_path / "other")
        monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
        monkeypatch.setenv("GIT_INDEX_FILE", str(other.folder / ".git" / "index"))
        assert source(repo.folder).load("a.md", front()) == Loaded("a.md", b"x\n", Trust.PAIRED, head)


class TestDigests:
    def test_renamed_source(self, repo: Repo) -> None:
        repo.commit({"old/a.md": "the page\n", "b.md": "other\n"})
        (repo.folder / "new").mkdir()
        git(repo.folder, "mv", "old/a.md", "new/z.md")
        head = repo.commit({})
        answer = source(repo.folder).load("old/a.md", pinned("1" * 40, ms_openlocfilehash=digest("the page\n")))
        assert answer == Loaded("new/z.md", b"the page\n", Trust.PROVEN, head)

    def test_older_version_of_the_path(self, repo: Repo) -> None:
        commits = [repo.commit({"a.md": f"version {number}\n"}) for number in range(4)]
        answer = source(repo.folder).load("a.md", pinned("1" * 40, ms_openlocfilehash=digest("version 1\n")))
        assert answer == Loaded("a.md", b"version 1\n", Trust.PROVEN, commits[1])

    def test_path_that_is_gone(self, repo: Repo) -> None:
        first = repo.commit({"docs/a.md": "the page\n", "docs/b.md": "b\n"})
        repo.commit({"docs/a.md": None})
        answer = source(repo.folder / "docs").load("a.md", front(ms_openlocfilehash=digest("the page\n")))
        assert answer == Loaded("docs/a.md", b"the page\n", Trust.PROVEN, first)

    def test_nothing_has_it(self, repo: Repo) -> None:
        repo.commit({"a.md": "x\n"})
        answer = source(repo.folder).load("a.md", pinned("1" * 40, ms_openlocfilehash="2" * 40))
        assert isinstance(answer, Loaded)
        assert answer.trust is Trust.PAIRED

    @pytest.mark.parametrize("config", ["diff.relative", "log.showSignature", "diff.noprefix", "color.ui"])
    def test_config_of_the_repository_does_not_change_the_walk(self, repo: Repo, config: str) -> None:
        first = repo.commit({"docs/a.md": "old\n"})
        repo.commit({"docs/a.md": "new\n"})
        git(repo.folder, "config", config, "always" if config == "color.ui" else "true")
        git(repo.folder, "config", "gpg.program", "/nonexistent")
        answer = source(repo.folder / "docs").load("a.md", front(ms_openlocfilehash=digest("old\n")))
        assert loaded(answer).revision == first

    def test_original_hash_in_a_comment(self, repo: Repo) -> None:
        first = repo.commit({"a.md": "# The page\n"})
        repo.commit({"a.md": "# Changed\n"})
        md5 = hashlib.md5(b"# The page\n").hexdigest()
        text = f'<!--\nCO_OP_TRANSLATOR_METADATA:\n{{\n  "original_hash": "{md5}",\n  "language_code": "de"\n}}\n-->\n# Seite\n'
        assert loaded(source(repo.folder).load("a.md", read(text), text=text)).revision == first
        assert is_proven(read(text), b"# The page\n", text)
        assert is_proven(read(text), b"# Changed\n", text) is False
        assert is_proven(read(text), b"# The page\n") is None

    @pytest.mark.parametrize("inside", ["{", "[]}", '{"original_hash": 1}', "{}", '{"a":' * 5000 + "}"])
    def test_comment_that_is_none(self, inside: str) -> None:
        text = f"<!-- CO_OP_TRANSLATOR_METADATA: {inside} -->\n"
        assert is_proven(read(text), b"x", text) is None

    def test_index_is_kept(self, repo: Repo, tmp_path: Path) -> None:
        repo.commit({"new.md": "the page\n"})
        keys = front(ms_openlocfilehash=digest("the page\n"))
        cache = tmp_path / "cache"
        assert loaded(source(repo.folder, cache=cache).load("old.md", keys)).path == "new.md"
        (file,) = cache.iterdir()
        assert loaded(source(repo.folder, cache=cache).load("old.md", keys)).path == "new.md"
        for broken in ("{", "[]", '{"x": 1}', f'{{"{digest("the page" + chr(10))}": "nix.md"}}'):
            file.write_text(broken)
            source(repo.folder, cache=cache).load("old.md", keys)

    def test_sha256_among_the_files(self, repo: Repo) -> None:
        repo.commit({"new.md": "the page\n"})
        keys = front(src_sha=hashlib.sha256(b"the page\n").hexdigest())
        assert loaded(source(repo.folder, digest_keys=("src.sha",)).load("old.md", keys)).path == "new.md"


class TestIdentity:
    """What the cache tells a page's English by: a commit that the page names, or the one that stands in."""

    FULL = "1" * 40

    @pytest.mark.parametrize(
        "head",
        [
            f"---\ntitle: x\nms.sourcegitcommit: {FULL}\n---\n",
            f"\ufeff---\r\nms.sourcegitcommit: '{FULL}'\r\n---\r\n",
        ],
    )
    def test_commit_in_the_front_matter(self, repo: Repo, head: str) -> None:
        repo.commit({"a.md": "x\n"})
        assert source(repo.folder).identity("a.md", head.encode()) == "pinned"

    @pytest.mark.parametrize(
        "page",
        [
            f"# Flags\n\n```\nms.sourcegitcommit: {FULL}\n```\n",
            f"---\ntitle: x\n---\n\n```\nms.sourcegitcommit: {FULL}\n```\n",
            f"---\nms.sourcegitcommit: soon\nsource-git-commit: {FULL}\n---\n",
            f"---\nl10n:\n  sourceCommit: soon\nsource-git-commit: {FULL}\n---\n",
            f"---\n'ms.sourcegitcommit': soon\nms.sourcegitcommit: {FULL}\n---\n",
            "---\nms.sourcegitcommit: 1234567\n---\n",
        ],
    )
    def test_what_names_no_commit_for_sure(self, repo: Repo, page: str) -> None:
        head = repo.commit({"a.md": "x\n"})
        assert source(repo.folder).identity("a.md", page.encode()) == head


class TestLastTouch:
    def test_version_at_the_time_and_its_neighbours(self, repo: Repo, tmp_path: Path) -> None:
        day = 1_600_000_000
        commits = [repo.commit({"a.md": f"{number}\n"}, date=day + number * 1000) for number in range(8)]
        targets = Repo(tmp_path / "de")
        targets.commit({"docs/a.md": "alt"}, date=day + 100)
        targets.commit({"docs/a.md": "neu"}, date=day + 4500)
        targets.commit({"docs/b.md": "b"}, date=day + 6500)
        opened = source(repo.folder, pin="last-touch", targets=targets.folder / "docs")
        assert opened.load("a.md", front()) == Loaded("a.md", b"4\n", Trust.PAIRED, commits[4])
        assert [one.data for one in opened.others("a.md", front())] == [b"6\n", b"5\n", b"3\n", b"2\n"]
        assert opened.others("a.md", pinned(commits[0])) == []
        assert loaded(opened.load("a.md", front(), target="none.md")).data == b"7\n"
        assert opened.others("none.md", front()) == []

    def test_version_whose_content_is_missing_is_said_and_fetched(self, repo: Repo, tmp_path: Path) -> None:
        day = 1_600_000_000
        for number in range(3):
            repo.commit({"a.md": f"{number}\n"}, date=day + number * 1000)
        targets = Repo(tmp_path / "de")
        targets.commit({"a.md": "alt"}, date=day + 500)
        clone = tmp_path / "clone"
        git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{repo.folder}", str(clone))
        opened = source(clone, pin="last-touch", targets=targets.folder)
        answer = loaded(opened.load("a.md", front()))
        why = "the version of that time is missing from this partial clone: --fetch gets it"
        assert (answer.data, answer.instead) == (b"2\n", why)
        assert fetch_missing(opened.repository, opened.missing("a.md", front())) == 2
        answer = loaded(opened.load("a.md", front()))
        assert (answer.data, answer.instead) == (b"0\n", "")
        assert opened.missing("a.md", front()) == []

    def test_history_that_git_cannot_tell(self, repo: Repo, tmp_path: Path) -> None:
        repo.commit({"a.md": "old\n"})
        repo.commit({"a.md": "new\n"}, date=1_700_000_000)
        targets = Repo(tmp_path / "de")
        targets.commit({"a.md": "alt"}, date=1_650_000_000)
        git(repo.folder, "config", "diff.orderFile", "none")
        assert (
            loaded(source(repo.folder, pin="last-touch", targets=targets.folder).load("a.md", front())).data == b"old\n"
        )
        git(repo.folder, "config", "diff.algorithm", "none")
        answer = source(repo.folder, pin="last-touch", targets=targets.folder).load("a.md", front())
        assert isinstance(answer, Absent)
        assert answer.reason.startswith("git cannot read the history: ")

    def test_targets_in_no_repository(self, repo: Repo, tmp_path: Path) -> None:
        repo.commit({"a.md": "x\n"})
        assert loaded(source(repo.folder, pin="last-touch", targets=tmp_path).load("a.md", front())).data == b"x\n"


class TestClones:
    def test_shallow(self, repo: Repo, tmp_path: Path) -> None:
        old = repo.commit({"a.md": "old\n"})
        repo.commit({"a.md": "new\n"})
        opened = source(repo.bare(tmp_path / "en.git", "--depth=1"))
        answer = opened.load("a.md", pinned(old, ms_openlocfilehash=digest("old\n")))
        assert isinstance(answer, Loaded)
        assert answer.instead == "the commit that the page names is not in this shallow clone"

    def test_digest_of_a_version_that_is_not_here(self, repo: Repo, tmp_path: Path) -> None:
        repo.commit({"a.md": "old\n"})
        repo.commit({"a.md": "new\n"})
        keys = front(ms_openlocfilehash=digest("old\n"))
        shallow = source(repo.bare(tmp_path / "shallow.git", "--depth=1"))
        answer = loaded(shallow.load("a.md", keys))
        assert answer.instead == "the version that the page's digest names is not in this shallow clone"
        assert answer.data == b"new\n"
        clone = tmp_path / "clone"
        git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{repo.folder}", str(clone))
        partial = source(clone)
        why = "the version that the page's digest names may be missing from this partial clone: --fetch gets it"
        assert loaded(partial.load("a.md", keys)).instead == why
        assert fetch_missing(partial.repository, partial.missing("a.md", keys)) == 1
        assert loaded(partial.load("a.md", keys)) == Loaded("a.md", b"old\n", Trust.PROVEN, before_last(repo))
        assert loaded(source(repo.folder).load("a.md", front(ms_openlocfilehash="1" * 40))).instead == ""

    def test_partial_clone_fetches_nothing_until_asked(self, repo: Repo, tmp_path: Path) -> None:
        old = repo.commit({"a.md": "old\n", "d/b.md": "b\n"})
        repo.commit({"a.md": "new\n"})
        clone = repo.bare(tmp_path / "en.git", "--filter=blob:none")
        before = packs(clone)
        opened = source(clone)
        for keys in (pinned(old), front(), pinned(old, ms_openlocfilehash=digest("old\n"))):
            assert opened.load("a.md", keys) == Absent("the source is missing from this partial clone: --fetch gets it")
        assert packs(clone) == before
        wanted = [one for path in ("a.md", "d/b.md", "none.md") for one in opened.missing(path, pinned(old))]
        assert fetch_missing(opened.repository, wanted) == 2
        assert loaded(opened.load("a.md", pinned(old))).data == b"old\n"
        assert loaded(opened.load("d/b.md", pinned(old))).trust is Trust.PINNED
        assert opened.missing("a.md", pinned(old)) == []

    def test_dangerous_transport_never_runs(self, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        head = repo.commit({"a.md": "x\n", "d/b.md": "y\n"})
        clone = repo.bare(tmp_path / "en.git", "--filter=blob:none")
        ran = tmp_path / "ran"
        git(clone, "config", "remote.origin.url", f"ext::sh -c touch% {ran}")
        git(clone, "config", "protocol.ext.allow", "always")
        subprocess.run(["git", "-C", clone, "cat-file", "-p", f"{head}:a.md"], capture_output=True)
        assert ran.exists(), "the trap does not work, so the test proves nothing"
        ran.unlink()
        opened = source(clone, cache=tmp_path / "cache", targets=clone, pin="last-touch")
        keys = pinned(head, ms_openlocfilehash="1" * 40)
        assert isinstance(opened.load("a.md", keys), Absent)
        assert opened.load("none.md", keys)
        assert opened.others("a.md", front()) == []
        tree = open_tree(str(clone))
        assert tree
        assert tree.paths() == ["a.md", "d/b.md"]
        with pytest.raises(UnreadableError):
            tree.read("a.md")
        wanted = opened.missing("a.md", keys)
        assert wanted
        with pytest.raises(SourceError, match="ext"):
            fetch_missing(opened.repository, wanted)
        assert not ran.exists()

    def test_broken_object(self, repo: Repo) -> None:
        head = repo.commit({"a.md": "a\n", "b.md": "b\n"})
        name = git(repo.folder, "rev-parse", "HEAD:a.md")
        file = repo.folder / ".git" / "objects" / name[:2] / name[2:]
        file.chmod(0o644)
        file.write_bytes(b"no object")
        opened = source(repo.folder)
        assert isinstance(opened.load("a.md", pinned(head)), Absent)
        assert loaded(opened.load("z.md", front(ms_openlocfilehash=digest("b\n")))).path == "b.md"

    def test_fetch_from_what_is_no_partial_clone(self, repo: Repo) -> None:
        repo.commit({"a.md": "x\n"})
        assert fetch_missing(source(repo.folder).repository, []) == 0
        with pytest.raises(SourceError, match="not a partial clone"):
            fetch_missing(source(repo.folder).repository, ["1" * 40])

    def test_clone_without_folders(self, repo: Repo, tmp_path: Path) -> None:
        head = repo.commit({"d/a.md": "x\n"})
        opened = source(repo.bare(tmp_path / "en.git", "--filter=tree:0"))
        answer = opened.load("d/a.md", pinned(head, ms_openlocfilehash="1" * 40))
        assert answer == Absent("the commit that the page names has a folder that is missing from this clone")
        tree = open_tree(str(tmp_path / "en.git"))
        assert tree
        with pytest.raises(SourceError, match="missing from the clone"):
            tree.paths("d")


def packs(clone: Path) -> set[Path]:
    return set((clone / "objects").rglob("*"))


class TestProcesses:
    def test_one_for_all_pages(self, repo: Repo, started: Callable[[], list[int]]) -> None:
        head = repo.commit({f"{number}.md": f"{number}\n" for number in range(50)})
        opened = source(repo.folder)
        for number in range(50):
            assert loaded(opened.load(f"{number}.md", pinned(head))).data == f"{number}\n".encode()
        again = opened.repository.files.read(head, "7.md")
        assert again
        assert again.data == b"7\n"
        assert opened.repository.files.read(head, "missing.md") is None
        assert len(started()) == 1
        del opened
        assert not is_alive(*started())

    def test_killed_in_between(self, repo: Repo, started: Callable[[], list[int]]) -> None:
        head = repo.commit({"a.md": "x\n"})
        opened = source(repo.folder)
        opened.load("a.md", pinned(head))
        os.kill(*started(), signal.SIGKILL)
        assert loaded(opened.load("a.md", pinned(head))).data == b"x\n"
        assert len(started()) == 2

    def test_git_that_always_dies(self, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        head = repo.commit({"a.md": "x\n"})
        opened = source(repo.folder)
        stand_in(tmp_path, monkeypatch, "exit 128\n")
        assert opened.load("a.md", pinned(head)) == stopped(repo.folder)

    def test_git_that_dies_in_the_middle(self, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        opened = source(repo.folder)
        stand_in(tmp_path, monkeypatch, f'read x; echo "x missing"; read x; echo "{"1" * 40} blob 100"; echo short\n')
        assert opened.load("a.md", pinned("1" * 40)) == stopped(repo.folder)

    def test_git_of_another_age(self, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        stand_in(tmp_path, monkeypatch, "echo false; echo --show-object-format; echo .git/objects; echo\n")
        with pytest.raises(ConfigError, match="git is too old"):
            open_git(str(repo.folder))

    @pytest.mark.parametrize("method", ["fork", "spawn"])
    def test_same_source_in_several_processes(self, repo: Repo, method: str) -> None:
        head = repo.commit({f"{number}.md": f"{number} " * 5000 for number in range(40)})
        opened = source(repo.folder)
        assert loaded(opened.load("0.md", pinned(head)))
        context = multiprocessing.get_context(method)
        with ProcessPoolExecutor(2, mp_context=context) as pool:
            jobs = [pool.submit(_load, opened, f"{number}.md", head) for number in range(40)]
            for _ in range(20):
                assert loaded(opened.load("7.md", pinned(head))).data.startswith(b"7 ")
            for number, job in enumerate(jobs):
                assert job.result(timeout=30) == f"{number} ".encode() * 5000
        assert loaded(opened.load("8.md", pinned(head))).data.startswith(b"8 ")

    def test_fork_uses_a_process_of_its_own(self, repo: Repo, started: Callable[[], list[int]]) -> None:
        head = repo.commit({"a.md": "x\n"})
        opened = source(repo.folder)
        assert loaded(opened.load("a.md", pinned(head)))
        process = multiprocessing.get_context("fork").Process(target=_load_and_exit, args=(opened, head))
        process.start()
        process.join(timeout=30)
        assert process.exitcode == 0
        assert loaded(opened.load("a.md", pinned(head))).data == b"x\n"
        assert len(started()) == 2

    def test_threads(self, repo: Repo) -> None:
        head = repo.commit({f"{number}.md": f"{number} " * 3000 for number in range(20)})
        opened = source(repo.folder)
        wrong: list[int] = []
        threads = [threading.Thread(target=_load_all, args=(opened, head, wrong.append)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=30)
        assert wrong == []


def _load(opened: GitSource, path: str, commit: str) -> bytes:
    return loaded(opened.load(path, pinned(commit))).data


def _load_and_exit(opened: GitSource, commit: str) -> None:
    os._exit(0 if _load(opened, "a.md", commit) == b"x\n" else 1)


def _load_all(opened: GitSource, commit: str, say: Callable[[int], None]) -> None:
    for number in range(20):
        if _load(opened, f"{number}.md", commit) != f"{number} ".encode() * 3000:
            say(number)


class TestTargets:
    def test_without_a_checkout(self, repo: Repo, tmp_path: Path) -> None:
        repo.commit({"docs/de/a.md": "alt\n", "docs/de/x/b.MD": "b\n", "docs/de/p.png": "p", "docs/dez.md": "z"})
        repo.commit({"docs/de/a.md": "neu\n"})
        tree = open_tree(f"{repo.bare(tmp_path / 'de.git')}@main~1")
        assert tree
        assert tree.paths("docs/de", (".md",)) == ["docs/de/a.md", "docs/de/x/b.MD"]
        assert tree.read("docs/de/a.md") == b"alt\n"
        inside = open_tree(str(repo.folder / "docs" / "de"))
        assert inside
        assert inside.paths() == ["a.md", "p.png", "x/b.MD"]
        assert inside.paths("x") == ["x/b.MD"]
        assert inside.read("a.md") == b"neu\n"
        for path in ("none.md", "../dez.md", "x"):
            with pytest.raises(UnreadableError):
                inside.read(path)

    def test_content_that_a_partial_clone_lacks(self, repo: Repo, tmp_path: Path) -> None:
        repo.commit({"a.md": "x\n"})
        tree = open_tree(str(repo.bare(tmp_path / "de.git", "--filter=blob:none")))
        assert tree
        with pytest.raises(UnreadableError, match="is missing from this partial clone"):
            tree.read("a.md")

    def test_links_are_passed_over(self, repo: Repo) -> None:
        (repo.folder / "link.md").symlink_to("/etc/passwd")
        repo.commit({"a.md": "x\n"})
        tree = open_tree(str(repo.folder))
        assert tree
        assert tree.paths() == ["a.md"]
        with pytest.raises(ConfigError):
            open_tree(f"{repo.folder}@nix")

    def test_survives_pickling(self, repo: Repo) -> None:
        repo.commit({"a.md": "x\n"})
        tree = open_tree(str(repo.folder))
        assert tree
        assert tree.read("a.md") == b"x\n"
        assert pickle.loads(pickle.dumps(tree)).read("a.md") == b"x\n"
