"""doclint in a process of its own, with the extras that are here or with none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

WITH = ("-m", "doclint")
WITHOUT = (
    "-c",
    "import sys; sys.modules.update(pygments=None, babel=None, docutils=None); from doclint.cli import main; main()",
)
"""What `python` runs."""


def checked(run: Sequence[str], folder: Path, cache: Path, *arguments: str) -> list[dict[str, Any]]:
    """What `check` finds in the folder, as `--format jsonl` has it."""
    options = ["check", *arguments, "--format", "jsonl", "--exit-zero", "--no-cache"]
    own = os.environ | {"DOCLINT_CACHE_DIR": str(cache)}
    done = subprocess.run([sys.executable, *run, *options], cwd=folder, env=own, capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]
