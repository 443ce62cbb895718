"""What the pages of docs/ show: commands with what they print, and blocks to be written to files."""

from __future__ import annotations

import os
import re
import shlex
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from doclint.cli import main
from tests.conftest import ROOT


def shown(name: str) -> list[tuple[str, str]]:
    """The commands of a page of the documentation, each with what it prints."""
    text = (ROOT / "docs" / f"{name}.md").read_text("utf-8")
    return re.findall(r"^```console\n\$ (doclint .*?)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def blocks(name: str, language: str = "") -> list[str]:
    text = (ROOT / "docs" / f"{name}.md").read_text("utf-8")
    fences = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [said for kind, said in fences if kind == language]


def run(command: str, folder: Path) -> str:
    """What the command prints, on standard output and after that on standard error."""
    environment = {"COLUMNS": "100", "NO_COLOR": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    with chdir(folder):
        done = CliRunner(env=environment).invoke(main, shlex.split(command)[1:])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.stdout + done.stderr
