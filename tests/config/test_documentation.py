"""docs/configuration.md: its examples are read, and it has every key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from doclint.config.keys import TOP
from doclint.config.read import read
from tests.config.configuring import RULES, write
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "configuration.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.split(" ")[0])
def test_examples_are_read(tmp_path: Path, example: str) -> None:
    write(tmp_path / "policy" / "doclint.toml", "")
    write(tmp_path / "docs.ja-jp" / "doclint.toml", "")
    write(tmp_path / "here" / "terms.csv", "")
    found = read(write(tmp_path / "here" / "doclint.toml", example), RULES)
    assert found.file == tmp_path / "here" / "doclint.toml"


def test_every_key_is_explained() -> None:
    assert [key for key in TOP.keys if not re.search(rf"^(\[+)?{key}( =|\])", "\n".join(EXAMPLES), re.MULTILINE)] == []
