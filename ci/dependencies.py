"""Whether what is installed beside doclint has known vulnerabilities, by pip-audit; says so where nothing can be known.

Ends with 1 where there are some. Advisories that are out of reach fail nothing, but are never taken for good news:
where PyPI, or the mirror in its place, does not give them, pip-audit skips every package and ends with 0.
"""

from __future__ import annotations

import json
import os
import site
import subprocess
import sys
import tempfile
import urllib.request
from typing import Any

OURS = "doclint"
ADVISORIES = "https://pypi.org/pypi/jinja2/2.10/json"
"""Where advisories are given at all, there are some of this version, of 2019."""
LIMIT = float(os.environ.get("DOCLINT_AUDIT_SECONDS", "180"))
"""Seconds for pip-audit to be installed, and again to run."""


class OutOfReachError(Exception):
    """Nothing can be known, and why."""


def main() -> int:
    """Print what is known; the exit code."""
    try:
        found = [one for one in audited() if one.get("name") != OURS]
    except OutOfReachError as error:
        print(f"dependencies: NOT checked for known vulnerabilities: {error}")
        return 0
    known = [one for one in found if "vulns" in one]
    hurt = [one for one in known if one["vulns"]]
    for one in hurt:
        for vulnerability in one["vulns"]:
            fixed = ", ".join(vulnerability.get("fix_versions", ())) or "no version"
            print(f"dependencies: {one['name']} {one['version']} has {vulnerability['id']}, fixed in {fixed}")
    if len(known) < len(found):
        reasons = sorted({str(one.get("skip_reason")).partition(":")[0] for one in found if one not in known})
        print(f"dependencies: {len(found) - len(known)} of {len(found)} NOT checked: {'; '.join(reasons)}")
    print(f"dependencies: {len(known)} checked for known vulnerabilities, {len(hurt)} have some")
    return int(bool(hurt))


def audited() -> list[dict[str, Any]]:
    """What pip-audit says of each package of this environment. Raises OutOfReachError."""
    given = os.environ.get("DOCLINT_PIP_AUDIT")
    if given:
        return asked([given], {})
    require_advisories()
    with tempfile.TemporaryDirectory(prefix="pip-audit-") as folder:
        # apart from the environment: what it needs itself is not ours
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, "pip-audit"]
        limited(install, {}, "pip-audit cannot be installed")
        return asked([sys.executable, "-m", "pip_audit"], {"PYTHONPATH": folder})


def require_advisories() -> None:
    """Raise OutOfReachError where PyPI, or what stands in for it here, gives no advisories."""
    try:
        with urllib.request.urlopen(ADVISORIES, timeout=20) as answer:
            if not json.load(answer).get("vulnerabilities"):
                raise OutOfReachError(f"{ADVISORIES} has no advisories, as it should")
    except (OSError, ValueError) as error:
        raise OutOfReachError(f"{ADVISORIES}: {error}") from None


def asked(command: list[str], more: dict[str, str]) -> list[dict[str, Any]]:
    """The answer of a pip-audit. Raises OutOfReachError where it is none."""
    paths = [part for folder in site.getsitepackages() for part in ("--path", folder)]
    options = ["--format", "json", "--progress-spinner", "off", "--timeout", "15", *paths]
    answer = limited([*command, *options], more, "pip-audit cannot tell", codes=(0, 1))
    try:
        found: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        raise OutOfReachError("pip-audit gives no answer that can be read") from None
    if not found:
        raise OutOfReachError("pip-audit found no package to look at")
    return found


def limited(command: list[str], more: dict[str, str], what: str, codes: tuple[int, ...] = (0,)) -> str:
    """The output of a command that has LIMIT seconds. Raises OutOfReachError."""
    try:
        done = subprocess.run(
            command, env=os.environ | more, capture_output=True, encoding="utf-8", timeout=LIMIT, check=False
        )
    except subprocess.TimeoutExpired:
        raise OutOfReachError(f"{what} within {LIMIT:g} seconds") from None
    except OSError as error:
        raise OutOfReachError(f"{what}: {error.strerror}") from None
    if done.returncode not in codes:
        raise OutOfReachError(f"{what}: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
