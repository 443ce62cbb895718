"""What changed since a revision: in real repositories, with nothing run and nothing fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from doclint.layouts.detect import detect
from doclint.layouts.pairs.affected import affected
from doclint.layouts.tree import FolderTree
from doclint.sources.git.changes import changed_lines, changed_since, touches
from doclint.text.errors import ConfigError
from tests.gitrepo import Repo, git

PAGE = "".join(f"line {number}\n" for number in range(1, 21))


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A branch `work` that left `main` a commit ago."""
    made = Repo(tmp_path / "docs")
    made.commit({name: f"{name}\n{PAGE}" for name in ("docs/a.md", "docs/b.md", "docs/c.md", "x.png")})
    git(made.folder, "checkout", "-q", "-b", "work")
    return made


def edited(text: str, number: int, new: str) -> str:
    lines = text.splitlines(keepends=True)
    lines[number - 1] = new
    return "".join(lines)


class TestFiles:
    def test_each_kind(self, repo: Repo) -> None:
        renamed = f"docs/b.md\n{edited(PAGE, 3, 'new')}"
        repo.commit({"docs/a.md": "x", "docs/b.md": None, "docs/new.md": renamed, "docs/c.md": None, "docs/d.md": "d"})
        found = changed_since(repo.folder, "main")
        assert found.added == {"docs/d.md"}
        assert found.modified == {"docs/a.md"}
        assert found.renamed == {"docs/new.md": "docs/b.md"}
        assert found.deleted == {"docs/c.md"}
        assert found.present == {"docs/a.md", "docs/d.md", "docs/new.md"}
        assert found.gone == {"docs/b.md", "docs/c.md"}

    def test_nothing(self, repo: Repo) -> None:
        found = changed_since(repo.folder, "main")
        assert (found.present, found.gone) == (frozenset(), frozenset())
        assert found.base == git(repo.folder, "rev-parse", "main")
        assert changed_lines(repo.folder, "HEAD") == {}

    def test_what_others_did_on_main_is_not_ours(self, repo: Repo) -> None:
        base = git(repo.folder, "rev-parse", "main")
        repo.commit({"docs/a.md": "ours"})
        git(repo.folder, "checkout", "-q", "main")
        repo.commit({"docs/b.md": "theirs"})
        git(repo.folder, "checkout", "-q", "work")
        found = changed_since(repo.folder, "main")
        assert found.base == base
        assert found.present == {"docs/a.md"}

    def test_work_that_is_not_committed(self, repo: Repo) -> None:
        repo.commit({".gitignore": "ignored.md\n"})
        (repo.folder / "docs" / "a.md").write_text("not staged")
        (repo.folder / "docs" / "b.md").write_text("staged")
        git(repo.folder, "add", "docs/b.md")
        (repo.folder / "docs" / "c.md").unlink()
        (repo.folder / "docs" / "new.md").write_text("not tracked")
        (repo.folder / "ignored.md").write_text("ignored")
        found = changed_since(repo.folder, "HEAD")
        assert found.modified == {"docs/a.md", "docs/b.md"}
        assert found.added == {"docs/new.md"}
        assert found.deleted == {"docs/c.md"}

    def test_taken_out_of_the_index_only(self, repo: Repo) -> None:
        git(repo.folder, "rm", "-q", "--cached", "docs/a.md")
        found = changed_since(repo.folder, "main")
        assert (found.modified, found.deleted, found.added) == ({"docs/a.md"}, frozenset(), frozenset())

    def test_merge_commit(self, repo: Repo) -> None:
        """As in CI, where a pull request is checked out merged: the change is what it brings to main."""
        repo.commit({"docs/a.md": "ours"})
        git(repo.folder, "checkout", "-q", "main")
        repo.commit({"docs/b.md": "theirs"})
        git(repo.folder, "merge", "-q", "--no-edit", "work")
        git(repo.folder, "checkout", "-q", "--detach")
        assert changed_since(repo.folder, "main~1").present == {"docs/a.md"}
        assert changed_since(repo.folder, "work").present == {"docs/b.md"}

    def test_merge_that_is_not_finished(self, repo: Repo) -> None:
        repo.commit({"docs/a.md": "ours"})
        git(repo.folder, "checkout", "-q", "main")
        repo.commit({"docs/a.md": "theirs"})
        git(repo.folder, "checkout", "-q", "work")
        with pytest.raises(Exception, match="merge"):
            git(repo.folder, "merge", "-q", "main")
        assert changed_since(repo.folder, "main").present == {"docs/a.md"}
        assert changed_lines(repo.folder, "main").keys() == {"docs/a.md"}

    def test_folder_of_a_repository(self, repo: Repo) -> None:
        repo.commit({"docs/a.md": "x", "x.png": "y", "docs/b.md": None, "b.md": f"docs/b.md\n{PAGE}", "docs/d.md": "d"})
        (repo.folder / "docs" / "new.md").write_text("new\n")
        (repo.folder / "outside.md").write_text("new\n")
        found = changed_since(repo.folder / "docs", "main")
        assert (found.modified, found.added, found.deleted) == ({"a.md"}, {"d.md", "new.md"}, {"b.md"})
        assert changed_lines(repo.folder / "docs", "main") == {
            "a.md": [range(1, 2)],
            "d.md": [range(1, 2)],
            "new.md": [range(1, 2)],
        }

    def test_links_submodules_and_other_repositories_are_no_files(self, repo: Repo, tmp_path: Path) -> None:
        other = Repo(tmp_path / "other")
        other.commit({"a.md": "a"})
        git(repo.folder, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other.folder), "sub")
        (repo.folder / "sub" / "a.md").write_text("changed")
        Repo(repo.folder / "nested").commit({"b.md": "b"})
        (repo.folder / "docs" / "link.md").symlink_to("a.md")
        (repo.folder / "docs" / "b.md").unlink()
        (repo.folder / "docs" / "b.md").symlink_to("a.md")
        git(repo.folder, "add", "docs")
        found = changed_since(repo.folder, "main")
        assert found.present == {".gitmodules"}
        assert found.deleted == {"docs/b.md"}


ODD = [
    "документы/посылка.md",
    "a b.md",
    'quo"te.md',
    "back\\slash.md",
    "tab\there.md",
    "new\nline.md",
    ":(glob)x.md",
    "b/+++ x.md",
]


class TestLines:
    def test_ranges(self, repo: Repo) -> None:
        text = edited(edited(f"docs/a.md\n{PAGE}", 3, "three\nand more\n"), 11, "eleven\n")
        repo.commit({"docs/a.md": text + "at the end"})
        assert changed_lines(repo.folder, "main") == {"docs/a.md": [range(3, 5), range(11, 12), range(23, 24)]}

    def test_added_renamed_and_shortened(self, repo: Repo) -> None:
        body = f"docs/b.md\n{PAGE}"
        shorter = "".join(f"docs/c.md\n{PAGE}".splitlines(keepends=True)[:-3])
        repo.commit({"docs/b.md": None, "docs/new.md": edited(body, 5, "five\n"), "docs/c.md": shorter})
        repo.commit({"docs/added.md": "один\nдва", "docs/empty.md": "", "x.png": "x"})
        (repo.folder / "docs" / "untracked.md").write_bytes("一\r\n二\r\n".encode())
        assert changed_lines(repo.folder, "main") == {
            "docs/added.md": [range(1, 3)],
            "docs/c.md": [],
            "docs/empty.md": [],
            "docs/new.md": [range(5, 6)],
            "docs/untracked.md": [range(1, 3)],
        }

    @pytest.mark.parametrize("name", ODD)
    def test_odd_paths(self, repo: Repo, name: str) -> None:
        git(repo.folder, "checkout", "-q", "main")
        repo.commit({name: PAGE})
        git(repo.folder, "checkout", "-q", "-b", "odd")
        repo.commit({name: edited(PAGE, 2, "two\n"), "docs/a.md": "x"})
        assert changed_since(repo.folder, "main").modified == {name, "docs/a.md"}
        assert changed_lines(repo.folder, "main") == {name: [range(2, 3)], "docs/a.md": [range(1, 2)]}
        git(repo.folder, "mv", name, f"docs/{Path(name).name}")
        assert changed_lines(repo.folder, "main")[f"docs/{Path(name).name}"] == [range(2, 3)]

    def test_lines_that_look_like_a_patch(self, repo: Repo) -> None:
        repo.commit({"docs/a.md": f"docs/a.md\n{PAGE}++ b/docs/b.md\n@@ -1 +5,7 @@\n", "docs/b.md": f"-- a/x\n{PAGE}"})
        assert changed_lines(repo.folder, "main") == {"docs/a.md": [range(22, 24)], "docs/b.md": [range(1, 2)]}

    def test_crlf_and_autocrlf(self, repo: Repo) -> None:
        git(repo.folder, "config", "core.autocrlf", "true")
        crlf = f"docs/a.md\n{PAGE}".replace("\n", "\r\n")
        (repo.folder / "docs" / "a.md").write_bytes(edited(crlf, 4, "four\r\n").encode())
        (repo.folder / "docs" / "b.md").write_bytes(f"docs/b.md\n{PAGE}".replace("\n", "\r\n").encode())
        assert changed_lines(repo.folder, "main") == {"docs/a.md": [range(4, 5)]}

    def test_pages_that_attributes_call_binary(self, repo: Repo) -> None:
        repo.commit({".gitattributes": "*.md -diff linguist-generated\n"})
        repo.commit({"docs/a.md": edited(f"docs/a.md\n{PAGE}", 4, "four\n")})
        assert changed_lines(repo.folder, "main") == {"docs/a.md": [range(4, 5)]}

    def test_many_pages(self, repo: Repo) -> None:
        names = [f"docs/{'long' * 40}/{number}.md" for number in range(400)]
        repo.commit(dict.fromkeys(names, PAGE))
        git(repo.folder, "branch", "-f", "main")
        repo.commit({name: edited(PAGE, 7, "seven\n") for name in names})
        assert changed_lines(repo.folder, "main") == {name: [range(7, 8)] for name in sorted(names)}

    @pytest.mark.parametrize(
        "settings",
        [
            {"diff.noprefix": "true"},
            {"diff.mnemonicPrefix": "true", "color.ui": "always", "color.diff": "always"},
            {"diff.interHunkContext": "50", "diff.context": "9", "diff.renames": "false", "diff.relative": "true"},
            {"diff.orderFile": "no/such/file", "core.quotePath": "true", "diff.submodule": "diff"},
        ],
    )
    def test_whatever_the_config_says(self, repo: Repo, settings: dict[str, str]) -> None:
        repo.commit({"docs/b.md": None, "docs/ж.md": edited(edited(f"docs/b.md\n{PAGE}", 5, "5\n"), 9, "9\n")})
        for key, setting in settings.items():
            git(repo.folder, "config", key, setting)
        assert changed_since(repo.folder, "main").renamed == {"docs/ж.md": "docs/b.md"}
        assert changed_lines(repo.folder, "main") == {"docs/ж.md": [range(5, 6), range(9, 10)]}

    def test_touches(self) -> None:
        assert touches([range(3, 5)], 4, 9)
        assert touches([range(3, 5)], 1, 3)
        assert not touches([range(3, 5)], 5, 9)
        assert not touches([range(3, 5)], 1, 2)
        assert not touches([], 1, 9)


def test_nothing_that_the_repository_names_is_run(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f'#!/bin/sh\necho "$0 $*" >> "{tmp_path / "ran"}"\ncat\n')
    trap.chmod(0o755)
    repo.commit({".gitattributes": "*.md filter=evil diff=evil merge=evil\n"})
    for key in (
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
        "diff.evil.command",
        "diff.evil.textconv",
    ):
        git(repo.folder, "config", key, str(trap))
    for key in ("diff.external", "core.fsmonitor", "core.pager", "core.editor", "gpg.program", "core.sshCommand"):
        git(repo.folder, "config", key, str(trap))
    git(repo.folder, "config", "filter.evil.required", "true")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    monkeypatch.setenv("GIT_DIFF_OPTS", "--unified=5")
    (repo.folder / "docs" / "a.md").write_text("changed\n")
    (repo.folder / "docs" / "b.md").write_text(f"docs/b.md\n{edited(PAGE, 9, 'nine')}")
    (repo.folder / "docs" / "new.md").write_text("new\n")
    (tmp_path / "ran").unlink(missing_ok=True)
    lines = {"docs/a.md": [range(1, 2)], "docs/b.md": [range(10, 11)], "docs/new.md": [range(1, 2)]}
    assert changed_lines(repo.folder, "main") == lines
    assert changed_since(repo.folder, "main").added == {".gitattributes", "docs/new.md"}
    assert not (tmp_path / "ran").exists()


def test_filter_that_cannot_be_switched_off(repo: Repo) -> None:
    git(repo.folder, "config", "filter.a=b.clean", "cat")
    with pytest.raises(ConfigError, match="a filter that cannot be switched off"):
        changed_since(repo.folder, "main")


class TestRefusals:
    def test_no_repository(self, tmp_path: Path) -> None:
        for folder in (tmp_path, tmp_path / "none"):
            with pytest.raises(ConfigError, match="is not in a git repository"):
                changed_since(folder, "main")

    @pytest.mark.parametrize(
        "revision", ["nowhere", "", "--all", "-q", "^HEAD", "main..work", "HEAD~99", "a\nb", "main:docs"]
    )
    def test_unknown_revision(self, repo: Repo, revision: str) -> None:
        with pytest.raises(ConfigError, match="no revision"):
            changed_since(repo.folder, revision)

    def test_shallow_clone(self, repo: Repo, tmp_path: Path) -> None:
        repo.commit({"docs/a.md": "ours"})
        git(repo.folder, "checkout", "-q", "main")
        repo.commit({"docs/b.md": "theirs"})
        clone = tmp_path / "clone"
        git(
            tmp_path,
            "clone",
            "-q",
            "--depth=1",
            "--no-single-branch",
            "-b",
            "work",
            f"file://{repo.folder}",
            str(clone),
        )
        with pytest.raises(ConfigError, match=r'"origin/main" and HEAD have no commit in common: .*--unshallow'):
            changed_since(clone, "origin/main")
        with pytest.raises(ConfigError, match=r'no revision "HEAD~1" .*--unshallow'):
            changed_lines(clone, "HEAD~1")

    def test_nothing_in_common(self, repo: Repo) -> None:
        git(repo.folder, "checkout", "-q", "--orphan", "alone")
        repo.commit({"docs/a.md": "other"})
        with pytest.raises(ConfigError, match=r'"main" and HEAD have no commit in common$'):
            changed_since(repo.folder, "main")

    def test_no_commit_and_no_working_tree(self, tmp_path: Path, repo: Repo) -> None:
        with pytest.raises(ConfigError, match="has no commit yet"):
            changed_since(Repo(tmp_path / "empty").folder, "main")
        with pytest.raises(ConfigError, match="has no working tree"):
            changed_since(repo.bare(tmp_path / "bare.git"), "main")

    def test_partial_clone(self, repo: Repo, tmp_path: Path) -> None:
        """What is missing is neither fetched nor needed to name the files."""
        repo.commit({"docs/a.md": "ours", "docs/b.md": None, "docs/new.md": f"docs/b.md\n{PAGE}more\n"})
        clone = tmp_path / "clone"
        git(tmp_path, "clone", "-q", "--filter=blob:none", "-b", "work", f"file://{repo.folder}", str(clone))
        found = changed_since(clone, "origin/main")
        assert found.modified == {"docs/a.md"}
        assert found.present == {"docs/a.md", "docs/new.md"}
        assert found.gone == {"docs/b.md"}
        with pytest.raises(ConfigError, match="the changes cannot be read: "):
            changed_lines(clone, "origin/main")


class TestAffected:
    def affected(self, folder: Path) -> list[str]:
        tree = FolderTree(folder)
        return affected(changed_since(folder, "main"), detect(tree).layout, set(tree.paths()))

    def test_translations_of_changed_sources(self, tmp_path: Path) -> None:
        repo = Repo(tmp_path / "site")
        repo.commit({f"docs/{one}/{page}.md": f"{one} {page}\n{PAGE}" for one in ("en", "ja", "ru") for page in "abcd"})
        git(repo.folder, "checkout", "-q", "-b", "work")
        assert self.affected(repo.folder) == []
        repo.commit({"docs/en/a.md": "new", "docs/ja/b.md": "new", "docs/ja/x.png": "x", "README.md": "x"})
        assert self.affected(repo.folder) == ["docs/ja/a.md", "docs/ja/b.md", "docs/ru/a.md"]
        repo.commit({"docs/en/c.md": None, "docs/en/d.md": None, "docs/en/e.md": f"en d\n{PAGE}", "docs/ru/d.md": None})
        expected = ["docs/ja/a.md", "docs/ja/b.md", "docs/ja/c.md", "docs/ja/d.md", "docs/ru/a.md", "docs/ru/c.md"]
        assert self.affected(repo.folder) == expected

    def test_split_repository(self, tmp_path: Path) -> None:
        repo = Repo(tmp_path / "docs.ru-ru")
        repo.commit({"a.md": "a", "b.md": "b", "c.png": "c"})
        git(repo.folder, "checkout", "-q", "-b", "work")
        repo.commit({"a.md": "A", "b.md": None, "c.png": "C"})
        assert self.affected(repo.folder) == ["a.md"]

    def test_no_layout(self, repo: Repo) -> None:
        repo.commit({"docs/a.md": "x", "x.png": "y"})
        assert self.affected(repo.folder) == ["docs/a.md"]
