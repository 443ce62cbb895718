"""A checkout that wants to run something when the GitHub action, or the GitLab job, audits it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.gitrepo import Repo

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")

MODULES = (
    *("venv", "json", "pip", "doclint", "click", "sitecustomize", "usercustomize", "ensurepip", "subprocess", "runpy"),
)
COMMANDS = ("git", "python3", "python", "pip", "dirname", "mktemp", "cat", "rm", "doclint")
PAGE = "# Depot\n"

PYTHON = """#!/bin/sh
# Python as it is, but for what takes long: no pip is put into a new environment, and none is asked there
case "$*" in
  *"-m venv "*)
    "{python}" "$@" --without-pip || exit
    for last; do :; done
    rm "$last/bin/python"
    printf '#!/bin/sh\\ncase "$*" in *"-m pip "*) exit 0;; esac\\nexec "{python}" "$@"\\n' > "$last/bin/python"
    printf '#!/bin/sh\\nexit 0\\n' > "$last/bin/pip"
    printf '#!/bin/sh\\nexec "{python}" -m doclint "$@"\\n' > "$last/bin/doclint"
    chmod +x "$last/bin/python" "$last/bin/pip" "$last/bin/doclint"
    ;;
  *) exec "{python}" "$@" ;;
esac
"""

PIP = """#!/bin/sh
# notes where a package is installed from, which is then there
pwd >> "{seen}"
printf '#!/bin/sh\\nexec "{python}" -I -m doclint "$@"\\n' > "{doclint}"
chmod +x "{doclint}"
"""


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """What any code of the checkout would write to."""
    return tmp_path / "ran"


@pytest.fixture
def checkout(tmp_path: Path, mark: Path) -> Path:
    """A page, and a trap under every name that something could be looked up by."""
    files: dict[str, str | bytes | None] = {
        f"{name}.py": f'open({str(mark)!r}, "a").write("{name} ")\n' for name in MODULES
    }
    script = f'#!/bin/sh\necho "$0 $*" >> "{mark}"\n'
    files |= {f"{folder}{name}": script for name in COMMANDS for folder in ("", "bin/")}
    files |= {
        "hi/depot.md": PAGE,
        ".env": f"PYTHONSTARTUP=json.py\nBASH_ENV={mark}\n",
        "pip.conf": "[global]\nindex-url = file:///nowhere\nno-index = true\n",
        "pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = 'json'\nbackend-path = ['.']\n",
        "setup.py": f'open({str(mark)!r}, "a").write("setup ")\n',
        ".python-version": "../../bin\n",
    }
    repo = Repo(tmp_path / "checkout")
    repo.commit(files)
    for name in COMMANDS:
        (repo.folder / name).chmod(0o755)
        (repo.folder / "bin" / name).chmod(0o755)
    return repo.folder


@pytest.fixture
def environment(tmp_path: Path, checkout: Path) -> dict[str, str]:
    """That of a step whose workflow leads into the checkout wherever a path may be relative."""
    commands, temp = tmp_path / "commands", tmp_path / "temp"
    for folder in (commands, temp):
        folder.mkdir()
    (commands / "python3").write_text(PYTHON.format(python=sys.executable))
    (commands / "python3").chmod(0o755)
    path = [".", "", "bin", f"{checkout}/bin", str(commands), "../checkout/bin", os.environ["PATH"]]
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("DOCLINT_")},
        "DOCLINT_CACHE_DIR": str(tmp_path / "cache"),
        "PATH": os.pathsep.join(path),
        "PYTHONPATH": ".",
        "PYTHONSTARTUP": "json.py",
        "PIP_CONFIG_FILE": "pip.conf",
        "CDPATH": str(checkout),
        "RUNNER_TEMP": str(temp),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }


def bash(script: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A step's script, by a bash that was found before the checkout had a say."""
    command = [str(shutil.which("bash")), "-euo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8")


def test_the_traps_would_work(checkout: Path, environment: dict[str, str], mark: Path) -> None:
    bash("dirname x; python3 -c 'import json'", checkout, environment)
    assert mark.exists()


def test_the_action_runs_nothing_of_the_checkout(
    tmp_path: Path, checkout: Path, environment: dict[str, str], mark: Path
) -> None:
    (step,) = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    english = Repo(tmp_path / "english")
    english.commit({"depot.md": PAGE})
    # the step's own look-up of bash is the runner's
    run = step["run"].replace('"$GITHUB', f'"{shutil.which("bash")}" "$GITHUB')
    done = bash(run, checkout, environment | {"DOCLINT_PATHS": "hi", "DOCLINT_SOURCE": f"file://{english.folder}"})
    assert done.returncode == 0, done.stderr
    assert "pages=1" in (tmp_path / "output").read_text("utf-8")
    assert not mark.exists(), mark.read_text()


def test_the_gitlab_job_takes_no_package_and_no_link_of_the_checkout(
    tmp_path: Path, checkout: Path, environment: dict[str, str], mark: Path
) -> None:
    """A folder that has the package's name, and reports that are links to a file outside."""
    package = "doclint @ git+https://github.com/doclint/doclint@main"
    (checkout / package).mkdir(parents=True)
    (checkout / package / "setup.py").write_text(f'open({str(mark)!r}, "a").write("setup ")\n')
    kept = tmp_path / "kept"
    kept.write_text("kept\n")
    for name in ("doclint.xml", "gl-code-quality.json"):
        (checkout / name).symlink_to(kept)
    commands = tmp_path / "commands"
    seen = tmp_path / "folders"
    for name in ("pip", "python3"):
        (commands / name).write_text(PIP.format(seen=seen, doclint=commands / "doclint", python=sys.executable))
        (commands / name).chmod(0o755)
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))["doclint"]
    variables = {name: str(value) for name, value in job["variables"].items()}
    usual = os.pathsep.join([str(commands), *(one for one in ("/usr/bin", "/bin") if Path(one).is_dir())])
    environment = {name: value for name, value in environment.items() if not name.startswith("PYTHON")}
    given = variables | {"DOCLINT_PACKAGE": package, "DOCLINT_PATHS": "hi", "PATH": usual}
    done = bash("\n".join(job["script"]), checkout, environment | given)
    assert done.returncode == 0, done.stderr
    assert not Path(seen.read_text().strip()).is_relative_to(checkout)
    assert (kept.read_text(), mark.exists()) == ("kept\n", False)
    assert (checkout / "doclint.xml").is_file()
