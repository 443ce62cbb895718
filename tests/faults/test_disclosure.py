"""A repository that wants what lies outside of it to be told in a report, or written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.commandline import doclint
from tests.gitrepo import Repo, git

ENGLISH = "|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n"
HINDI = "|सदस्य|मान|\n|:---|:---|\n|इनट्रांज़िट|0|\n|delivered|1|\n"
SECRET = "root:hunter2:0\n"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file beside the repository that no report may quote, and no run may change."""
    file = tmp_path / "outside" / "shadow"
    file.parent.mkdir()
    file.write_text(SECRET)
    return file


@pytest.fixture(autouse=True)
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    made = Repo(tmp_path / "repo")
    made.commit({"en/a.md": ENGLISH, "hi/a.md": HINDI})
    monkeypatch.chdir(made.folder)
    return made


def told(*arguments: str) -> Result:
    done = doclint(*arguments)
    assert "hunter2" not in done.output
    assert "Traceback" not in done.output
    return done


def one_line(done: Result) -> str:
    """The line of an error that ends a run."""
    (line,) = done.stderr.splitlines()
    assert done.exit_code == 2
    assert line.startswith("doclint: ")
    return line


def configured(text: str, file: str = "doclint.toml") -> None:
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_text(text, "utf-8")


class TestConfiguration:
    """Paths that the repository's configuration names."""

    @pytest.mark.parametrize("how", ["absolute", "relative", "link to the file", "link to the folder"])
    @pytest.mark.parametrize("key", ["baseline", "accept", "glossary", "extends", "source"])
    def test_leads_nowhere_outside(self, key: str, how: str, secret: Path) -> None:
        Path("link").symlink_to(secret)
        Path("folder").symlink_to(secret.parent)
        names = {"absolute": secret, "relative": "../outside/shadow", "link to the file": "link"}
        configured(f'{key} = "{names.get(how, "folder/shadow")}"\n' + ('source = "en"\n' if key != "source" else ""))
        line = one_line(told("check", "hi"))
        assert f'doclint.toml:1: "{key}" leads out of the repository' in line

    @pytest.mark.parametrize("command", ["check", "baseline write", "baseline update", "accept"])
    @pytest.mark.parametrize("name", ["../outside/new.txt", "../outside/{locale}.txt", "folder/new.txt"])
    def test_writes_nothing_outside(self, name: str, command: str, secret: Path) -> None:
        Path("folder").symlink_to(secret.parent)
        key = "accept" if command == "accept" else "baseline"
        configured(f'source = "en"\n{key} = "{name}"\n')
        pages = ("1234567890abcdef", "--reason", "x") if command == "accept" else ("hi",)
        assert f'"{key}" leads out of the repository' in one_line(told(*command.split(), *pages))
        assert [file.name for file in secret.parent.iterdir()] == ["shadow"]

    def test_where_there_is_no_repository_it_is_the_folder_of_the_file(
        self, tmp_path: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = tmp_path / "unpacked"
        (folder / "hi").mkdir(parents=True)
        (folder / "hi" / "a.md").write_text(HINDI, "utf-8")
        monkeypatch.chdir(folder)
        configured('baseline = "../outside/shadow"\n')
        line = one_line(told("check", "hi"))
        assert "leads out of the folder of this file, which lies in no repository" in line

    def test_of_a_target_too(self, secret: Path) -> None:
        configured('source = "en"\n[[target]]\nname = "hi"\npath = "hi"\nconfig = "../outside/shadow"\n')
        assert '"target[1].config" leads out of the repository' in one_line(told("check"))
        configured('source = "en"\n[[target]]\nname = "hi"\npath = "hi"\nconfig = "hi/own.toml"\n')
        configured(f'baseline = "{secret}"\n', "hi/own.toml")
        assert 'hi/own.toml:1: "baseline" leads out of the repository' in one_line(told("check"))

    def test_may_be_shared_where_it_is_called_like_one(self, tmp_path: Path) -> None:
        """The documented set-up: a policy beside the repositories, which names what lies beside itself."""
        policy = tmp_path / "policy"
        policy.mkdir()
        (policy / "terms.csv").write_text("term,dnt\nसदस्य,yes\n", "utf-8")
        (policy / "doclint.toml").write_text('glossary = "terms.csv"\nignore = ["DL102"]\n', "utf-8")
        configured('extends = "../policy/doclint.toml"\nsource = "en"\n')
        done = told("check", "hi", "--format", "jsonl")
        assert done.exit_code == 0, done.output
        (policy / "shared.toml").write_text("", "utf-8")
        configured('extends = "../policy/shared.toml"\nsource = "en"\n')
        assert "a configuration file there must be called doclint.toml" in one_line(told("check", "hi"))

    @pytest.mark.parametrize("name", ["doclint.toml", "pyproject.toml"])
    def test_is_no_link_to_anything_else(self, name: str, secret: Path, tmp_path: Path) -> None:
        Path(name).symlink_to(secret)
        assert "is a link that leads out of the repository, which is not followed" in one_line(told("check", "hi"))
        shared = tmp_path / "policy" / name
        shared.parent.mkdir()
        shared.write_text("[tool.doclint]\n" if name == "pyproject.toml" else "", "utf-8")
        Path(name).unlink()
        Path(name).symlink_to(shared)
        assert told("check", "hi", "--source", "en").exit_code == 1

    def test_source_outside_is_read_for_markdown_pages_only(self, tmp_path: Path, secret: Path) -> None:
        english = tmp_path / "english"
        english.mkdir()
        (english / "a.md").write_text(ENGLISH, "utf-8")
        (english / "key").write_text("`hunter2`\n", "utf-8")
        Path("hi/key").write_text("`x`\n", "utf-8")
        configured('source = "../english"\n')
        assert "inTransit" in told("check", "hi").stdout
        assert "inTransit" in told("check", "hi/a.md").stdout
        other = told("check", "hi/key")
        assert '"hi/key" is not a Markdown page, and its English is outside' in one_line(other)


class TestLinks:
    """Files of the repository that are links out of it."""

    def test_page_is_not_read_but_said(self, secret: Path) -> None:
        Path("hi/b.md").symlink_to(secret)
        Path("hi/c.md").symlink_to("a.md")
        done = told("check", "hi", "--source", "en", "--format", "jsonl")
        said = [(one["path"], one["rule"], one["message"]) for one in map(json.loads, done.stdout.splitlines())]
        why = "is a link that leads out of the repository, which is not followed"
        assert [one for one in said if one[1] == "unreadable-page"] == [("hi/b.md", "unreadable-page", why)]
        assert "hi/c.md" in done.stdout
        assert told("check", "hi/b.md", "--source", "en").exit_code == 1

    @pytest.mark.parametrize("place", ["hi", "hi/more"])
    def test_page_behind_a_linked_folder(self, place: str, tmp_path: Path) -> None:
        other = tmp_path / "outside" / "notes"
        other.mkdir(parents=True)
        (other / "b.md").write_text("`hunter2`\n")
        git(other, "init", "-q")
        Path(place, "link").mkdir(parents=True)
        Path(place, "link").rmdir()
        Path(place, "link").symlink_to(other)
        assert "is a link that leads out of the repository" in one_line(told("check", f"{place}/link"))
        assert "is a link that leads out of the repository" in told("check", f"{place}/link/b.md").stdout

    @pytest.mark.parametrize("linked", ["en/b.md", "en/more"])
    @pytest.mark.parametrize("options", [("--source", "en"), ()])
    def test_english_is_not_read_but_counted(self, linked: str, options: tuple[str, ...], tmp_path: Path) -> None:
        other = tmp_path / "outside"
        other.mkdir()
        (other / "b.md").write_text("`hunter2` is a secret\n\n|Member|\n|:---|\n|hunter2|\n")
        page = Path("hi", Path(linked).name if linked.endswith(".md") else "more/b.md")
        page.parent.mkdir(exist_ok=True)
        page.write_text("`x` एक है\n\n|Member|\n|:---|\n|x|\n", "utf-8")
        Path(linked).symlink_to(other / "b.md" if linked.endswith(".md") else other)
        configured("" if options else 'layout = { name = "patterns", patterns = ["en -> {locale}"] }\n')
        done = told("check", "hi", *options)
        if linked.endswith(".md") or options:
            assert (
                "1  page checked without English: the source is a link that leads out of the repository" in done.stdout
            )

    def test_source_file_is_not_read(self, secret: Path) -> None:
        Path("english.md").symlink_to(secret)
        line = one_line(told("check", "hi/a.md", "--source", "english.md"))
        assert 'the source "english.md" is a link that leads out of the repository' in line

    def test_settings_of_a_site_are_not_read(self, tmp_path: Path) -> None:
        """A site's settings say where pages lie, and what is not there is named."""
        outside = tmp_path / "mkdocs.yml"
        outside.write_text("docs_dir: ../../hunter2\n")
        configured("", "docs/a.md")
        Path("config/ja").mkdir(parents=True)
        Path("config/ja/mkdocs.yml").symlink_to(outside)
        assert told("check").exit_code in (0, 1)

    def test_files_of_accepted_and_known_findings(self, secret: Path) -> None:
        configured('source = "en"\n')
        accepted = Path("doclint.accept.toml")
        accepted.symlink_to(secret)
        why = "is a link that leads out of the repository, which is not followed"
        assert f"doclint.accept.toml {why}" in one_line(told("check", "hi"))
        accepted.unlink()
        Path("known.txt").symlink_to(secret)
        assert f"known.txt {why}" in one_line(told("check", "hi", "--baseline", "known.txt"))

    @pytest.mark.parametrize("force", [(), ("--force",)])
    def test_nothing_is_written_through_a_link(self, force: tuple[str, ...], secret: Path) -> None:
        configured('source = "en"\nlocale = "hi"\n')
        new = secret.parent / "new"
        Path(".doclint").mkdir()
        for name, place in ((".doclint/baseline.hi.txt", new), ("doclint.accept.hi.toml", secret)):
            Path(name).symlink_to(place)
        assert "is a link that leads out" in one_line(told("check", "hi"))
        Path("doclint.accept.hi.toml").unlink()
        assert "is a link that leads out" in one_line(told("baseline", "write", "hi", *force))
        fingerprint = json.loads(told("check", "hi", "--format", "jsonl").stdout.splitlines()[0])["fingerprint"]
        Path("doclint.accept.hi.toml").symlink_to(new)
        assert "is a link that leads out" in one_line(told("accept", fingerprint, "--reason", "x"))
        assert (secret.read_text(), new.exists()) == (SECRET, False)


@pytest.mark.parametrize(
    ("file", "arguments"),
    [
        ("known.txt", ("check", "hi", "--source", "en", "--baseline", "known.txt")),
        ("doclint.toml", ("check", "hi")),
        ("doclint.accept.toml", ("check", "hi", "--source", "en")),
        ("terms.csv", ("check", "hi", "--source", "en", "--config", "own.toml")),
        ("found.jsonl", ("compare", "found.jsonl", "hi")),
        ("found.jsonl", ("advise", "--from", "found.jsonl", "--head", "en")),
        ("verdicts.json", ("accept", "--from", "verdicts.json", "--reason", "x", "--source", "en")),
        ("summary.json", ("audit", "hi", "-o", "out", "--previous", "summary.json")),
        ("views.csv", ("audit", "hi", "-o", "out", "--weights", "views.csv")),
    ],
)
@pytest.mark.parametrize(
    "content", [SECRET, f'"{SECRET.strip()}"\n', f'key = "{SECRET.strip()}', f"[{SECRET.strip()}\n"]
)
def test_no_message_quotes_a_file_that_is_something_else(file: str, arguments: tuple[str, ...], content: str) -> None:
    configured('glossary = "terms.csv"\n', "own.toml")
    Path(file).write_text(content)
    one_line(told(*arguments))
