"""What is built: the wheel holds every package, the sdist the demo and the tests, and neither needs the checkout."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path

import pytest
import yaml

from doclint import VERSION
from doclint.cli import COMMANDS
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DEMO = "check fixtures/ru-RU fixtures/ja-JP.sxs --source fixtures/en-US --exit-zero".split()


def test_every_package_is_in_the_list() -> None:
    listed = set(PROJECT["tool"]["setuptools"]["packages"])
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "doclint").rglob("__init__.py")}
    assert listed == {".".join(folder.parts) for folder in folders} | {"doclint.rules"}
    assert PROJECT["tool"]["setuptools"]["package-dir"] == {"doclint.rules": "rules"}
    assert not [path for path in (ROOT / "rules").rglob("*") if path.is_dir() and path.name != "__pycache__"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it, not from the checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True
    )
    if listed.returncode:
        pytest.skip("this is no working tree of git")
    room = tmp_path_factory.mktemp("built")
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (room / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, room / "tree" / name)
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(room / "dist"), str(room / "tree")]
    done = subprocess.run(command, cwd=room, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return room / "dist"


def test_the_demo_runs_from_what_was_built(built: Path, tmp_path: Path) -> None:
    (wheel,), (sdist,) = built.glob("*.whl"), built.glob("*.tar.gz")
    shutil.unpack_archive(sdist, tmp_path / "sdist")
    shutil.unpack_archive(wheel, tmp_path / "installed", "zip")
    (unpacked,) = (tmp_path / "sdist").iterdir()
    (tmp_path / "empty").mkdir()
    (unpacked / "fixtures").rename(tmp_path / "empty" / "fixtures")
    asked = "import doclint; print(doclint.__file__)"
    assert str(tmp_path / "installed") in python(tmp_path / "empty", tmp_path / "installed", "-c", asked)
    from_wheel = python(tmp_path / "empty", tmp_path / "installed", "-m", "doclint", *DEMO)
    assert from_wheel == python(ROOT, ROOT, "-m", "doclint", *DEMO)
    assert re.search(r"^\d+ findings: ", from_wheel, re.MULTILINE)


def python(folder: Path, path: Path, *arguments: str) -> str:
    """What a program prints that finds its modules in a folder first, with no cache of findings."""
    environment = {**os.environ, "PYTHONPATH": str(path), "COLUMNS": "100", "NO_COLOR": "1"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def test_the_sdist_holds_what_a_packager_tests_with(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    kept = {name for name in tracked.split("\0") if name and not name.startswith(".")}
    assert kept - names == set()


def test_drafts_for_packagers_ask_for_what_the_project_asks_for() -> None:
    recipe = yaml.safe_load((ROOT / "packaging" / "conda-recipe.yaml").read_text("utf-8"))
    asked = {one.replace(" ", "").lower() for one in recipe["requirements"]["run"]}
    assert asked == {one.lower() for one in PROJECT["project"]["dependencies"]} | {
        f"python{PROJECT['project']['requires-python']}"
    }
    assert recipe["context"]["version"] == VERSION
    assert f"doclint-{VERSION}.tar.gz" in (ROOT / "packaging" / "homebrew.rb").read_text("utf-8")
    entry = json.loads((ROOT / "packaging" / "schemastore.json").read_text("utf-8"))
    assert (ROOT / entry["url"].partition("/main/")[2]).is_file()


def test_manual_pages_and_completions_are_made(tmp_path: Path) -> None:
    pytest.importorskip("click_man")
    python(tmp_path, ROOT, str(ROOT / "packaging" / "shell.py"), str(tmp_path))
    pages = {page.name for page in (tmp_path / "man").iterdir()}
    assert {f"doclint-{name}.1" for name in COMMANDS} | {"doclint.1"} <= pages
    assert "--source" in (tmp_path / "man" / "doclint-check.1").read_text("utf-8").replace("\\-", "-")
    for name in ("doclint.bash", "_doclint", "doclint.fish"):
        assert "_DOCLINT_COMPLETE" in (tmp_path / "completions" / name).read_text("utf-8")


def test_pythons_are_the_same_everywhere() -> None:
    classifiers = [line for line in PROJECT["project"]["classifiers"] if re.search(r":: 3\.\d+$", line)]
    versions = [line.rpartition(" ")[2] for line in classifiers]
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text("utf-8"))
    assert workflow["jobs"]["tests"]["strategy"]["matrix"]["python"] == versions
    assert PROJECT["project"]["requires-python"] == f">={versions[0]}"
    images = re.findall(r"^FROM python:([\d.]+)-slim", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert len(set(images)) == 1
    assert images[0] in versions


def test_a_release_needs_no_secret_and_only_what_it_needs() -> None:
    release = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8"))
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    assert "secrets." not in text
    assert release["permissions"] == {"contents": "read"}
    assert release["jobs"]["publish"]["permissions"] == {"id-token": "write"}
    for step in (step for job in release["jobs"].values() for step in job["steps"]):
        assert "${{" not in step.get("run", ""), "what others name is handed over as a variable"


def test_caps_of_the_hooks_are_dependencies_of_the_project() -> None:
    names = {re.split(r"[<>=]", one)[0] for one in PROJECT["project"]["dependencies"]}
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")):
        assert {re.split(r"[<>=]", one)[0] for one in hook["additional_dependencies"]} <= names


def test_the_image_is_built_and_runs() -> None:
    """Where there is a builder and it has the base image; elsewhere this says that nothing was tried."""
    builder = next(filter(shutil.which, ("docker", "podman")), "")
    if not builder:
        pytest.skip("neither Docker nor Podman is installed")
    if subprocess.run([builder, "info"], capture_output=True, timeout=30).returncode:
        pytest.skip(f"{builder} is installed, but nothing answers it")
    name = "doclint-packaging-test"
    done = subprocess.run([builder, "build", "-q", "-t", name, str(ROOT)], capture_output=True, encoding="utf-8")
    if done.returncode and "pull" in done.stderr:
        pytest.skip("the base image cannot be had")
    assert done.returncode == 0, done.stderr
    mounted = f"{ROOT / 'fixtures'}:/docs/fixtures:ro"
    said = subprocess.run([builder, "run", "--rm", "-v", mounted, name, *DEMO], capture_output=True, encoding="utf-8")
    assert "findings: " in said.stdout, said.stderr
    who = subprocess.run([builder, "run", "--rm", "--entrypoint", "id", name, "-u"], capture_output=True)
    assert who.stdout.strip() not in {b"0", b""}
