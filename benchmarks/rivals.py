"""The linters that doclint is measured against, each installed into a folder that can be thrown away."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


class UnavailableError(Exception):
    """A rival cannot be installed or has not the command; the message is one line."""


@dataclass(frozen=True, slots=True)
class Rival:
    """An installed rival."""

    name: str
    version: str
    command: Path


def rumdl(tools: Path) -> Rival:
    """rumdl, in Rust, on all cores."""
    return _from_pypi("rumdl", "rumdl", tools)


def co_op_review(tools: Path) -> Rival:
    """co-op-translator's review without a language model: the one rival that reads both sides."""
    return _from_pypi("co-op-translator", "co-op-review", tools)


def markdownlint_cli2(tools: Path) -> Rival:
    """markdownlint-cli2, in JavaScript, on one core."""
    name, folder = "markdownlint-cli2", tools / "markdownlint-cli2"
    command = folder / "node_modules" / ".bin" / name
    if not command.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise UnavailableError("there is no npm")
        folder.mkdir(parents=True, exist_ok=True)
        _step([npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), name])
    package = json.loads((folder / "node_modules" / name / "package.json").read_text("utf-8"))
    return Rival(name, package["version"], command)


ALL: dict[str, Callable[[Path], Rival]] = {
    "rumdl": rumdl,
    "markdownlint-cli2": markdownlint_cli2,
    "co-op-review": co_op_review,
}


def _from_pypi(distribution: str, command: str, tools: Path) -> Rival:
    folder = tools / distribution
    if not (folder / "bin" / command).exists():
        _step([sys.executable, "-m", "venv", "--clear", str(folder)])
        _step([str(folder / "bin" / "pip"), "install", "-q", distribution])
    if not (folder / "bin" / command).exists():
        raise UnavailableError(f"{distribution} has no command {command}")
    ask = f"from importlib.metadata import version; print(version({distribution!r}))"
    return Rival(command, _step([str(folder / "bin" / "python"), "-c", ask]).strip(), folder / "bin" / command)


def _step(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = next(_last_words(done.stderr), "no word")
        raise UnavailableError(f"{Path(command[0]).name} ended with {done.returncode}: {said}")
    return done.stdout


def _last_words(text: str) -> Iterator[str]:
    return (line.strip() for line in reversed(text.splitlines()) if line.strip())
