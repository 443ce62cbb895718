"""Without the extras less is said, never more: no error stands only where they are missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpuspages import pages
from tests.withoutextras import WITHOUT

pytestmark = pytest.mark.corpus

EVERY = 12
"""Pages of which one is checked."""


@pytest.mark.parametrize("locale", ["ru", "ja", "de"])
def test_no_error_more_on_the_corpus(corpus: Path, tmp_path: Path, locale: str) -> None:
    chosen = pages(corpus / locale, EVERY)
    every = errors(corpus / locale, tmp_path, "-m", "doclint", "check", *chosen)
    fewer = errors(corpus / locale, tmp_path, "-c", WITHOUT, "check", *chosen)
    assert len(every) > 20
    assert fewer - every == set()


def errors(folder: Path, cache: Path, *command: str) -> set[tuple[str, int, str, str, str]]:
    own = os.environ | {"DOCLINT_CACHE_DIR": str(cache)}
    options = ["--source", "../en.git", "--format", "jsonl", "--exit-zero", "--no-cache"]
    done = subprocess.run([sys.executable, *command, *options], cwd=folder, env=own, capture_output=True, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {
        (one["path"], one["line"], one["rule"], one["found"], str(one["expected"]))
        for one in rows
        if one["severity"] == "error"
    }
