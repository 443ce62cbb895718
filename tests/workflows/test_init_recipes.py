"""`doclint init --pre-commit --github --gitlab`: what is written runs doclint, and what was there stays as it was."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from doclint.workflows.init.recipes import HOME, PACKAGE, RELEASE
from tests.commandline import doclint
from tests.documented import blocks
from tests.gitrepo import Repo, git

ALL = ("--pre-commit", "--github", "--gitlab")
HOOKS = Path(".pre-commit-config.yaml")
WORKFLOW = Path(".github/workflows/translations.yml")
JOB = Path(".gitlab-ci.yml")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of one translated page."""
    Repo(tmp_path / "site").commit({"docs/en/parcel.md": "# Parcel\n", "docs/ja/parcel.md": "# 荷物\n"})
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


def said(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


def test_all_are_written_at_the_top_of_the_repository(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here / "docs")
    done = doclint("init", *ALL)
    assert done.exit_code == 0
    assert Path("doclint.toml").is_file()
    monkeypatch.chdir(here)
    assert said(HOOKS) == yaml.safe_load(blocks("pre-commit", "yaml")[0])
    assert said(WORKFLOW)["jobs"]["translations"]["steps"][1]["uses"].startswith("doclint/doclint@")
    assert said(JOB)["doclint"]["variables"] == {"DOCLINT_PACKAGE": PACKAGE}
    assert said(JOB)["include"][0]["remote"].endswith("/ci/gitlab.yml")
    assert done.stdout.splitlines()[-1].startswith("next: `doclint check`")


def test_a_second_run_changes_nothing(here: Path) -> None:
    doclint("init", *ALL)
    git(here, "add", "-A")
    done = doclint("init", *ALL)
    assert done.exit_code == 0
    assert done.stdout.count(" already: left as it is\n") == 4
    assert git(here, "diff", "--name-only") == ""


def test_the_workflow_is_the_one_of_the_documentation_and_its_source_is_asked_for(tmp_path: Path) -> None:
    Repo(tmp_path / "english").commit({"parcel.md": "# Parcel\n"})
    done = doclint("init", "docs/ja", "--source", "../english", "--github", "--gitlab")
    documented = blocks("ci-github", "yaml")[0]
    assert WORKFLOW.read_text("utf-8") == documented
    assert said(JOB)["doclint"]["variables"]["DOCLINT_SOURCE"] == "https://github.com/example/docs.git"
    assert done.stdout.count("with the address of the English") == 2


OURS = """\
# our hooks
default_stages: [pre-commit]
repos:
{0}-   repo: https://github.com/example/hooks   # pinned by hand
{0}    rev: v1
{0}    hooks:
{0}    - id: tidy
{0}      args: [--all,
{0}             --quiet]

# what comes last
ci: {{skip: [tidy]}}
"""


@pytest.mark.parametrize("indent", ["", "  ", "    "])
def test_hooks_go_behind_those_that_are_there(indent: str) -> None:
    HOOKS.write_text(OURS.format(indent))
    doclint("init", "--pre-commit")
    head, own, rest = HOOKS.read_text("utf-8").partition(f"{indent}- repo: {HOME}\n")
    block, blank, tail = (own + rest).partition("\n\n")
    assert head + tail == OURS.format(indent).replace("--quiet]\n\n", "--quiet]\n")
    assert all(line.startswith(indent) for line in block.splitlines())
    assert blank
    assert [entry["repo"] for entry in said(HOOKS)["repos"]] == ["https://github.com/example/hooks", HOME]
    assert said(HOOKS)["ci"] == {"skip": ["tidy"]}


def test_a_job_goes_behind_tags_that_only_gitlab_knows() -> None:
    before = "# ours\ntidy:\n  script:\n    - !reference [.setup, script]\n    - make # all"
    JOB.write_text(before)
    assert doclint("init", "--gitlab").exit_code == 0
    text = JOB.read_text("utf-8")
    assert text.startswith(f"{before}\n\ninclude:\n  - remote: ")
    assert "\ndoclint:\n  variables:\n" in text


@pytest.mark.parametrize(
    ("file", "text", "why"),
    [
        (HOOKS, "repos: [{repo: local, hooks: []}]\n", 'has no list with one entry a line under "repos"'),
        (HOOKS, "repos: {\n", "is not valid YAML"),
        (HOOKS, "- repos\n", "is not a mapping of keys"),
        (JOB, "include: other.yml\n", 'has no list with one entry a line under "include"'),
        (JOB, "doclint:\n  script: [make]\n", 'has a "doclint" of its own'),
    ],
)
def test_what_cannot_be_kept_is_left_and_said(file: Path, text: str, why: str) -> None:
    file.write_text(text)
    done = doclint("init", "--pre-commit" if file == HOOKS else "--gitlab")
    assert done.exit_code == 2
    assert file.read_text("utf-8") == text
    assert re.search(rf"{re.escape(file.name)} {re.escape(why)}: left as it is; docs/.* shows what to add", done.stderr)
    assert len(done.stderr.splitlines()) == 1


def test_every_language_is_named(here: Path) -> None:
    tags = ["ar", "de", "es", "fr", "hi", "id", "ja", "ko", "pt", "ru", "tr", "uk"]
    pages = {f"docs/{tag}/page{number}.md": "# A\n" for tag in tags for number in range(60 if tag == "ja" else 1)}
    Repo(here).commit({**pages, **{f"docs/en/page{number}.md": "# A\n" for number in range(60)}})
    done = doclint("init")
    named = done.stdout.splitlines()[0].partition(" in ")[2].split(", ")
    assert named[0] == "ja"
    assert sorted(named) == tags


def test_before_the_first_release_everything_comes_from_the_repository() -> None:
    doclint("init", *ALL)
    assert RELEASE is None
    assert said(HOOKS)["repos"][0]["rev"] == "main"
    assert f"git+{HOME}@main" in JOB.read_text("utf-8")
