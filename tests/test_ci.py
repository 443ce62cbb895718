"""The CI recipes, run as far as they go without their service."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.gitrepo import Repo

ENGLISH = "|Member|Value|\n|:---|:---|\n|inTransit|0|\n|delivered|1|\n"
HINDI = "---\nms.sourcegitcommit: {}\n---\n|सदस्य|मान|\n|:---|:---|\n|इनट्रांज़िट|शून्य|\n|delivered|1|\n"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")


@pytest.fixture
def english(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "english")


@pytest.fixture
def pages(tmp_path: Path, english: Repo) -> Repo:
    """Translated pages that name the commit of their English, which has changed since."""
    pin = english.commit({"parcel state.md": ENGLISH})
    english.commit({"parcel state.md": "# Other\n"})
    repo = Repo(tmp_path / "pages")
    repo.commit({"hi/parcel state.md": HINDI.format(pin)})
    return repo


@pytest.fixture
def environment(tmp_path: Path, english: Repo) -> dict[str, str]:
    temp = tmp_path / "temp"
    temp.mkdir()
    commands = tmp_path / "bin"
    commands.mkdir()
    doclint = commands / "doclint"
    doclint.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m doclint "$@"\n')
    doclint.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "DOCLINT": str(doclint),
        "DOCLINT_SOURCE": f"file://{english.folder}",
        "RUNNER_TEMP": str(temp),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }


def bash(script: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=folder, env=environment, capture_output=True, encoding="utf-8"
    )


def action() -> Any:
    return yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def test_action_checks_against_a_clone_without_contents(pages: Repo, environment: dict[str, str]) -> None:
    (step,) = action()["runs"]["steps"]
    done = bash(step["run"], pages.folder, environment | {"GITHUB_ACTION_PATH": str(ROOT), "DOCLINT_PATHS": "hi\n"})
    assert done.returncode == 1, done.stderr
    assert [line.split(",")[0] for line in done.stdout.splitlines()] == ["::error file=hi/parcel state.md"] * 2
    outputs = dict(line.split("=", 1) for line in Path(environment["GITHUB_OUTPUT"]).read_text().splitlines())
    assert set(outputs) == set(action()["outputs"])
    assert (outputs["pages"], outputs["findings"], outputs["errors"], outputs["notes"]) == ("1", "2", "2", "0")
    assert json.loads(Path(outputs["sarif"]).read_text("utf-8"))["version"] == "2.1.0"
    assert "**2 findings**" in Path(environment["GITHUB_STEP_SUMMARY"]).read_text("utf-8")
    clone = Path(environment["RUNNER_TEMP"], "doclint-source.git")
    assert "partialclonefilter = blob:none" in (clone / "config").read_text()


@pytest.mark.parametrize(("level", "code"), [("never", 0), ("error", 1), ("sometimes", 2)])
def test_action_ends_as_it_is_told(pages: Repo, environment: dict[str, str], level: str, code: int) -> None:
    script = str(ROOT / "ci" / "check.sh")
    done = bash(f'"{script}"', pages.folder, environment | {"DOCLINT_PATHS": "hi", "DOCLINT_FAIL_ON": level})
    assert done.returncode == code, done.stderr
    assert Path(environment["GITHUB_OUTPUT"]).exists() == (code != 2)


def test_inputs_of_the_action_are_words_never_script(pages: Repo, environment: dict[str, str]) -> None:
    (step,) = action()["runs"]["steps"]
    assert "${{" not in step["run"]
    assert set(re.findall(r"inputs\.([a-z-]+)", str(step["env"]))) == set(action()["inputs"])
    hostile = {"DOCLINT_PATHS": "$(touch gone)\n`touch gone`\n*", "DOCLINT_SOURCE_REVISION": '"; touch gone; "'}
    done = bash(f'"{ROOT}/ci/check.sh"', pages.folder, environment | hostile)
    assert done.returncode == 2
    assert not (pages.folder / "gone").exists()


def test_gitlab_job(pages: Repo, environment: dict[str, str]) -> None:
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))["doclint"]
    variables = {name: str(value) for name, value in job["variables"].items()} | environment
    done = bash("\n".join(job["script"]), pages.folder, variables | {"DOCLINT_PATHS": "hi"})
    assert done.returncode == 1, done.stderr
    assert [len(json.loads((pages.folder / job["artifacts"]["reports"]["codequality"]).read_text("utf-8")))] == [2]
    assert (pages.folder / job["artifacts"]["reports"]["junit"]).is_file()


@pytest.mark.parametrize("name", ["ci-github", "ci-gitlab"])
def test_examples_in_the_documentation_name_what_there_is(name: str) -> None:
    text = (ROOT / "docs" / f"{name}.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    document = yaml.safe_load(example)
    if name == "ci-gitlab":
        job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))["doclint"]
        assert set(document["doclint"]["variables"]) <= set(job["variables"])
        return
    steps = document["jobs"]["translations"]["steps"]
    (own,) = [step for step in steps if "doclint/doclint" in step.get("uses", "")]
    assert set(own["with"]) <= set(action()["inputs"])
    assert set(re.findall(r"outputs\.([a-z-]+)", example)) <= set(action()["outputs"])
