"""CI's look at known vulnerabilities: what is found fails, what cannot be known is said and fails nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CLEAN = {"name": "click", "version": "8.2", "vulns": []}
HURT = {"name": "pathspec", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}]}
SKIPPED = {"name": "anyascii", "skip_reason": "Dependency not found on PyPI and could not be audited: anyascii (0.3.3)"}
OURS = {"name": "doclint", "skip_reason": "Dependency not found on PyPI and could not be audited: doclint (0.1.0)"}


def checked(tmp_path: Path, script: str, seconds: str = "60") -> subprocess.CompletedProcess[str]:
    """CI's check with a script in the place of pip-audit."""
    command = tmp_path / "pip-audit"
    command.write_text(f"#!/bin/sh\n{script}")
    command.chmod(0o755)
    more = {"DOCLINT_PIP_AUDIT": str(command), "DOCLINT_AUDIT_SECONDS": seconds}
    call = [sys.executable, "ci/dependencies.py"]
    return subprocess.run(call, cwd=ROOT, env=os.environ | more, capture_output=True, encoding="utf-8")


@pytest.mark.parametrize(
    ("found", "code", "said"),
    [
        ([CLEAN, OURS], 0, ["1 checked for known vulnerabilities, 0 have some"]),
        (
            [CLEAN, HURT],
            1,
            ["pathspec 1.0 has PYSEC-1, fixed in 1.1", "2 checked for known vulnerabilities, 1 have some"],
        ),
        (
            [SKIPPED, OURS],
            0,
            [
                "1 of 1 NOT checked: Dependency not found on PyPI and could not be audited",
                "0 checked for known vulnerabilities, 0 have some",
            ],
        ),
        ([], 0, ["NOT checked for known vulnerabilities: pip-audit found no package to look at"]),
    ],
    ids=["clean", "vulnerable", "all skipped", "nothing"],
)
def test_what_is_known_is_said(tmp_path: Path, found: list[object], code: int, said: list[str]) -> None:
    done = checked(tmp_path, f"cat <<'END'\n{json.dumps({'dependencies': found})}\nEND\nexit {code}\n")
    assert done.stdout.splitlines() == [f"dependencies: {line}" for line in said]
    assert done.returncode == code


@pytest.mark.parametrize(
    ("script", "seconds", "why"),
    [
        ("echo 'no network' >&2\nexit 2\n", "60", "pip-audit cannot tell: no network"),
        ("echo nonsense\n", "60", "pip-audit gives no answer that can be read"),
        ("exec sleep 20\n", "0.2", "pip-audit cannot tell within 0.2 seconds"),
    ],
    ids=["error", "nonsense", "hangs"],
)
def test_what_cannot_be_known_fails_nothing_and_is_no_pass(tmp_path: Path, script: str, seconds: str, why: str) -> None:
    done = checked(tmp_path, script, seconds)
    assert done.stdout.splitlines() == [f"dependencies: NOT checked for known vulnerabilities: {why}"]
    assert done.returncode == 0


def test_ci_runs_it() -> None:
    assert "ci/dependencies.py" in (ROOT / ".ci/run").read_text("utf-8")
