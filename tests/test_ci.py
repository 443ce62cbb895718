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


def outputs_of(environment: dict[str, str]) -> dict[str, str]:
    """What a step says to those after it."""
    lines = Path(environment["GITHUB_OUTPUT"]).read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


def step_environment(given: dict[str, str], github: dict[str, str]) -> dict[str, str]:
    """The variables of the action's step, as GitHub fills them in from the inputs of whoever uses it."""
    known = {f"inputs.{name}": given.get(name, one["default"]) for name, one in action()["inputs"].items()}
    known |= {f"github.{name}": value for name, value in github.items()}
    (step,) = action()["runs"]["steps"]
    return {
        name: re.sub(r"\$\{\{ (.*?) \}\}", lambda found: known[found[1]], said) for name, said in step["env"].items()
    }


def run_action(folder: Path, environment: dict[str, str], **given: str) -> subprocess.CompletedProcess[str]:
    """The action's step where its repository is, with these inputs."""
    (step,) = action()["runs"]["steps"]
    inputs = {name.replace("_", "-"): value for name, value in given.items()}
    ours = step_environment(inputs, {"action_repository": "depot/doclint", "action_ref": "v1"})
    fixed = {"GITHUB_ACTION_PATH": str(ROOT), "GITHUB_SERVER_URL": "https://github.com"}
    return bash(step["run"], folder, environment | fixed | ours)


def test_action_without_inputs_finds_all_in_the_repository(tmp_path: Path, environment: dict[str, str]) -> None:
    repo = Repo(tmp_path / "a site")
    named = {"docs/en-US/parcel.md": ENGLISH, "docs/hi-IN/parcel.md": HINDI.format("0" * 40)}
    repo.commit(named | {"docs/en-US/depot.md": "# Depot\n", "docs/hi-IN/depot.md": "# डिपो\n"})
    done = run_action(repo.folder, environment)
    assert done.returncode == 1, done.stderr
    assert (outputs_of(environment)["pages"], outputs_of(environment)["errors"]) == ("2", "2")
    document = json.loads(Path(outputs_of(environment)["sarif"]).read_text("utf-8"))
    rules = document["runs"][0]["tool"]["driver"]["rules"]
    assert {rule["helpUri"].partition("#")[0] for rule in rules} == {
        "https://github.com/depot/doclint/blob/v1/rules/README.md"
    }


@pytest.mark.parametrize("temp", ["temp", "a temp, too"])
def test_action_takes_odd_names(
    tmp_path: Path, pages: Repo, english: Repo, environment: dict[str, str], temp: str
) -> None:
    """Blanks, quotes, a leading dash and a dollar in paths; a source of a folder with blanks; empty lines."""
    odd = "-it's $HOME"
    shutil.copytree(pages.folder / "hi", pages.folder / odd)
    (tmp_path / temp).mkdir(exist_ok=True)
    copy = english.bare(tmp_path / "the english.git")
    done = run_action(
        pages.folder,
        environment | {"RUNNER_TEMP": str(tmp_path / temp)},
        paths=f"\nhi\n\n{odd}/parcel state.md\n",
        source=str(copy),
        source_revision="main",
        format="csv",
        fail_on="never",
    )
    assert done.returncode == 0, done.stderr
    assert (outputs_of(environment)["pages"], outputs_of(environment)["findings"]) == ("2", "4")
    assert Path(outputs_of(environment)["sarif"]).is_file()
    assert f"{odd}/parcel state.md" in done.stdout


def test_a_source_that_cannot_be_cloned_ends_the_step(pages: Repo, environment: dict[str, str]) -> None:
    done = run_action(pages.folder, environment, paths="hi", source="file:///nowhere/docs.git")
    assert done.returncode == 2
    assert "nowhere/docs.git" in done.stderr
    assert not Path(environment["GITHUB_OUTPUT"]).exists()


def example(name: str, kind: str) -> str:
    """The first block of a kind on a page of the documentation."""
    text = (ROOT / "docs" / f"{name}.md").read_text("utf-8")
    return str(re.findall(rf"^```{kind}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)[0])


@pytest.fixture
def clone(tmp_path: Path, english: Repo) -> Path:
    """A clone of a repository with the paths of the English one, on a branch that adds a damaged page."""
    pin = english.commit({"api/parcel state.md": ENGLISH, "api/depot.md": ENGLISH})
    english.commit({"api/parcel state.md": "# Other\n", "api/depot.md": "# Other\n"})
    pages = Repo(tmp_path / "docs.hi-in")
    pages.commit({"api/parcel state.md": HINDI.format(pin)})
    folder = tmp_path / "checkout"
    subprocess.run(["git", "clone", "-q", pages.folder, folder], check=True)
    subprocess.run(["git", "-C", folder, "checkout", "-q", "-b", "more"], check=True)
    (folder / "api/depot.md").write_text(HINDI.format(pin), encoding="utf-8")
    return folder


@pytest.fixture
def at_home(environment: dict[str, str], clone: Path, english: Repo, tmp_path: Path) -> dict[str, str]:
    """Where the addresses of the examples are those of a bare repository here, for git alone."""
    bare = english.bare(tmp_path / "english.git")
    config = tmp_path / "gitconfig"
    examples = ("https://github.com/example/docs", "https://gitlab.com/example/docs.git")
    config.write_text("".join(f'[url "file://{bare}"]\n\tinsteadOf = {one}\n' for one in examples))
    for name in ("allowFilter", "allowAnySHA1InWant"):
        subprocess.run(["git", "-C", bare, "config", f"uploadpack.{name}", "true"], check=True)
    return {name: value for name, value in environment.items() if not name.startswith("DOCLINT_SOURCE")} | {
        "GIT_CONFIG_GLOBAL": str(config)
    }


PULL_REQUEST = "${{ github.event_name == 'pull_request' && format('origin/{0}', github.base_ref) || '' }}"


@pytest.mark.parametrize(("event", "checked"), [("push", "2"), ("pull_request", "1")])
def test_workflow_of_the_documentation(
    clone: Path, at_home: dict[str, str], tmp_path: Path, event: str, checked: str
) -> None:
    steps = yaml.safe_load(example("ci-github", "yaml"))["jobs"]["translations"]["steps"]
    (own,) = [step for step in steps if "doclint/doclint" in step.get("uses", "")]
    given = {name: str(value) for name, value in own["with"].items()}
    assert given.pop("since") == PULL_REQUEST
    since = {"since": "origin/main"} if event == "pull_request" else {}
    done = run_action(clone, at_home, **{name.replace("-", "_"): value for name, value in (given | since).items()})
    assert done.returncode == 1, done.stderr
    assert "::error file=api/depot.md" in done.stdout
    assert outputs_of(at_home)["pages"] == checked
    cloned = (tmp_path / "temp/doclint-source.git/config").read_text()
    assert "partialclonefilter = blob:none" in cloned
    assert set(re.findall(r"outputs\.([a-z-]+)", example("ci-github", "yaml"))) <= set(outputs_of(at_home))


def test_shell_line_of_the_documentation(clone: Path, at_home: dict[str, str]) -> None:
    line = example("ci-github", "sh").replace("ci/check.sh", f'"{ROOT}/ci/check.sh"')
    done = bash(line, clone, at_home)
    assert done.returncode == 1, done.stderr
    assert "4 findings: 4 errors, on 2 of 2 pages" in done.stdout


def test_gitlab_job_of_the_documentation(clone: Path, at_home: dict[str, str]) -> None:
    text = example("ci-gitlab", "yaml")
    assert yaml.safe_load(text)["include"] == [{"local": "ci/gitlab.yml"}]
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))["doclint"]
    given = yaml.safe_load(text)["doclint"]["variables"]
    assert set(given) <= set(job["variables"])
    variables = at_home | {name: str(value) for name, value in (job["variables"] | given).items()}
    done = bash("\n".join(job["script"]), clone, variables)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    assert len(json.loads((clone / reports["codequality"]).read_text("utf-8"))) == 4
    assert (clone / reports["junit"]).is_file()
    assert "partialclonefilter = blob:none" in (clone / ".doclint-source.git/config").read_text()


def test_gitlab_job_looks_at_a_merge_request_alone(clone: Path, at_home: dict[str, str]) -> None:
    (options,) = re.findall(r"`DOCLINT_OPTIONS: (.*?)`", (ROOT / "docs" / "ci-gitlab.md").read_text("utf-8"))
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))["doclint"]
    given = {"DOCLINT_SOURCE": "https://gitlab.com/example/docs.git"}
    given |= {"DOCLINT_OPTIONS": options.replace("$CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")}
    variables = at_home | {name: str(value) for name, value in (job["variables"] | given).items()}
    done = bash("\n".join(job["script"]), clone, variables)
    assert done.returncode == 1, done.stderr
    assert "on 1 of 1 page" in done.stdout


def test_azure_pipeline_of_the_documentation(clone: Path, at_home: dict[str, str], tmp_path: Path) -> None:
    pipeline = yaml.safe_load((ROOT / "ci" / "azure-pipelines.yml").read_text("utf-8"))
    given = yaml.safe_load(example("ci-azure", "yaml"))["variables"]
    assert set(given) == set(pipeline["variables"])
    variables = at_home | given | {"AGENT_TEMPDIRECTORY": str(tmp_path / "temp")}
    checkout, _python, check, tests, scans = pipeline["steps"]
    assert checkout["fetchDepth"] == 0
    done = bash(check["bash"], clone, variables)
    assert done.returncode == 1, done.stderr
    assert "on 2 of 2 pages" in done.stdout
    changed = bash(check["bash"], clone, variables | {"SYSTEM_PULLREQUEST_TARGETBRANCHNAME": "main"})
    assert "on 1 of 1 page" in changed.stdout
    for published in (tests["inputs"]["testResultsFiles"], scans["publish"]):
        assert Path(published.replace("$(Agent.TempDirectory)", str(tmp_path / "temp"))).is_file()
    assert "partialclonefilter = blob:none" in (tmp_path / "temp/doclint-source.git/config").read_text()


def test_jenkinsfile_of_the_documentation(clone: Path, at_home: dict[str, str], tmp_path: Path) -> None:
    text = (ROOT / "ci" / "Jenkinsfile").read_text("utf-8")
    variable = re.compile(r"^\s*(DOCLINT_\w+) = '(.*?)'", re.MULTILINE)
    given = dict(variable.findall(example("ci-jenkins", "groovy")))
    assert set(given) == set(dict(variable.findall(text)))
    (script,) = re.findall(r"sh '''\n(.*?)'''", text, re.DOTALL)
    variables = at_home | given | {"WORKSPACE_TMP": str(tmp_path / "temp")}
    done = bash(script, clone, variables)
    assert done.returncode == 1, done.stderr
    assert "on 2 of 2 pages" in done.stdout
    for name in re.findall(r"(?:testResults|pattern): '(.*?)'", text):
        assert (clone / name).is_file()
    assert "on 1 of 1 page" in bash(script, clone, variables | {"CHANGE_TARGET": "main"}).stdout


def test_pull_request_comment_of_the_documentation(clone: Path, at_home: dict[str, str], tmp_path: Path) -> None:
    """`gh` itself is a stand-in that keeps what it is given."""
    text = (ROOT / "docs" / "ci-github.md").read_text("utf-8")
    (block,) = re.findall(r"^```yaml\n( +- if:.*?)^```$", text, re.DOTALL | re.MULTILINE)
    (step,) = yaml.safe_load(block)
    run_action(clone, at_home, source="https://github.com/example/docs", source_revision="main")
    assert step["env"]["BODY"] == "${{ steps.doclint.outputs.markdown }}"
    gh = tmp_path / "bin" / "gh"
    gh.write_text('#!/bin/sh\nprintf "%s\\n" "$@"; cat "$7"\n')
    gh.chmod(0o755)
    body = {"BODY": outputs_of(at_home)["markdown"], "NUMBER": "7"}
    done = bash(step["run"], clone, at_home | body)
    assert done.stdout.splitlines()[:6] == ["pr", "comment", "7", "--edit-last", "--create-if-none", "--body-file"]
    assert "**4 findings**" in done.stdout
