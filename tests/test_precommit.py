"""The hooks under the real pre-commit, this project being the hook repository; needs a package index."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from doclint.cli import COMMANDS
from tests.conftest import ROOT
from tests.gitrepo import Repo, git

LIMIT = 27_500_000
"""Bytes of the hooks' environment, compiled modules included, without what comes with every environment."""
ALWAYS_THERE = ("pip", "setuptools", "_distutils_hack", "distutils-precedence", "pkg_resources")

HUGO = "defaultContentLanguage: en\nlanguages:\n  en:\n    contentDir: content/en\n  th:\n    contentDir: content/th\n"
ENGLISH = '# Parcel\n\n|Property|Type|Description|\n|:---|:---|:---|\n|parcelState|String|Where it is.|\n\n```json\n{"parcelState": "1"}\n```\n'
PROOF = hashlib.sha1(ENGLISH.replace("\n", "\r\n").encode()).hexdigest()
THAI = f"---\nms.openlocfilehash: {PROOF}\n---\n" + ENGLISH.replace("Where it is.", "อยู่ที่ไหน").replace(
    "|parcelState|", "|พาร์เซลสเตต|"
)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Repo, str]:
    """This working tree as a repository of one commit."""
    pytest.importorskip("pre_commit")
    pytest.importorskip("pip", reason="without pip nobody can ask whether a package index answers")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True
    )
    if listed.returncode:
        pytest.skip("this is no working tree of git")
    asked = [sys.executable, "-m", "pip", "--timeout", "5", "--retries", "0", "index", "versions", "anyascii"]
    if subprocess.run(asked, capture_output=True).returncode:
        pytest.skip("no package index answers")
    repo = Repo(tmp_path_factory.mktemp("hooks") / "doclint")
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file() and not name.startswith(("tests/", "fixtures/")):
            (repo.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, repo.folder / name)
    return repo, repo.commit({})


@pytest.fixture
def site(hooks: tuple[Repo, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository that uses all three hooks."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(hooks[0].folder.parent / "environments"))
    site = Repo(tmp_path / "site")
    names = [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]
    assert names == ["doclint", "doclint-fix", "doclint-source"]
    manual = {"id": "doclint-fix", "stages": ["manual"]}
    used = {"repo": f"file://{hooks[0].folder}", "rev": hooks[1]}
    config = {"repos": [used | {"hooks": [{"id": "doclint"}, manual, {"id": "doclint-source"}]}]}
    site.commit({"hugo.yaml": HUGO, ".pre-commit-config.yaml": yaml.safe_dump(config)})
    return site


def pre_commit(site: Repo, *arguments: str) -> tuple[int, str]:
    git(site.folder, "add", "-A")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--color", "never", *arguments],
        cwd=site.folder,
        capture_output=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def documented(hook: str) -> str:
    """What docs/pre-commit.md shows of a hook."""
    text = (ROOT / "docs" / "pre-commit.md").read_text("utf-8")
    (shown,) = re.findall(rf"^```text\n({hook}\.\..*?)^```$", text, re.DOTALL | re.MULTILINE)
    return str(shown)


def write(site: Repo, name: str, text: str) -> None:
    file = site.folder / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_hooks_in_a_fresh_repository(site: Repo) -> None:
    write(site, "en/parcel.md", ENGLISH)
    write(site, "th/parcel.md", THAI)
    code, said = pre_commit(site)
    assert code == 1, said
    assert documented("doclint") in re.sub(r"(?<=duration: )\d+(?:\.\d+)?", "0.4", said)
    if "fix" in COMMANDS:
        code, said = pre_commit(site, "doclint-fix", "--hook-stage", "manual")
        assert code == 1, said  # files were changed
        assert "|parcelState|" in (site.folder / "content/th/parcel.md").read_text("utf-8")
    else:
        write(site, "th/parcel.md", THAI.replace("พาร์เซลสเตต", "parcelState"))
    code, said = pre_commit(site)
    assert code == 0, said
    git(site.folder, "commit", "-q", "-m", "x")
    write(site, "en/parcel.md", ENGLISH + "\nSo does the laneDepot.\n")
    code, said = pre_commit(site, "doclint-source")
    assert code == 0
    assert documented("doclint-source") in re.sub(r"(?<=duration: )\d+\.\d+", "0.4", said)


def test_environment_of_the_hooks_is_small(site: Repo) -> None:
    write(site, "th/parcel.md", THAI)
    pre_commit(site)
    (packages,) = Path(os.environ["PRE_COMMIT_HOME"]).glob("repo*/py_env*/**/site-packages")
    kept = [entry for entry in packages.iterdir() if not entry.name.startswith(ALWAYS_THERE)]
    files = [file for entry in kept for file in ([entry] if entry.is_file() else entry.rglob("*")) if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    assert 10_000_000 < size < LIMIT, size
