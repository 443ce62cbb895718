"""doclint as a process of its own, beside a small site with one fault a page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

DOCLINT = (sys.executable, "-m", "doclint")
HEAD = "|Member|Value|\n|:---|:---|\n"
ENGLISH = f"# Parcel {{}}\n\n{HEAD}|inTransit|0|\n|delivered|1|\n"
JAPANESE = f"# 荷物 {{}}\n\n{HEAD}|インントランジット|0|\n|delivered|1|\n"
BOUNDED = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Root without the right to pass by permissions."""


def site(root: Path, pages: int = 1) -> Path:
    """`en` and `ja` with so many pages."""
    for folder, text in (("en", ENGLISH), ("ja", JAPANESE)):
        (root / folder).mkdir(parents=True)
        for number in range(pages):
            (root / folder / f"p{number}.md").write_text(text.format(number), "utf-8")
    return root


def doclint(*arguments: str, cwd: Path, **how: Any) -> subprocess.CompletedProcess[str]:
    """A command, to its end."""
    return subprocess.run(
        [*DOCLINT, *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False, timeout=60, **how
    )


def bound(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command by somebody for whom permissions hold; skips the test where root cannot be bound."""
    before = ()
    if os.geteuid() == 0:
        if not _can_be_bound():
            pytest.skip("root passes by permissions, and there is no setpriv to take that away")
        before = BOUNDED
    command = [*before, *DOCLINT, *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False, timeout=60)


@cache
def _can_be_bound() -> bool:
    return (
        bool(shutil.which("setpriv"))
        and not subprocess.run([*BOUNDED, "true"], capture_output=True, check=False).returncode
    )


def only_line(done: subprocess.CompletedProcess[str]) -> str:
    """What standard error says, which is one line."""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.removeprefix("doclint: ").rstrip("\n")
