"""What breaks a page, held against the parsers of sites themselves: MDX, remark-directive, and VitePress's containers."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.commandline import rows

HERE = Path(__file__).parent
PARSERS = json.loads((HERE / "parsers.json").read_text("utf-8"))
"""By the English page, what MDX says of its translations, and which boxes remark-directive and VitePress find in them:
parsers.mjs asked them."""

MDX = [(english, target, is_read) for english, targets in PARSERS["mdx"].items() for target, is_read in targets.items()]
READERS = {"docusaurus": "remark", "vitepress": "vitepress"}
BOXES = [
    (dialect, english, target)
    for dialect, reader in READERS.items()
    for english, targets in PARSERS["boxes"].items()
    if targets[english][reader]
    for target in targets
]
"""Those of the English pages whose box the generator reads."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def errors(english: str, target: str, ending: str) -> list[str]:
    for name, text in (("en", english), ("ru", target)):
        Path(f"{name}{ending}").write_text(text, "utf-8")
    found = rows(f"ru{ending}", "--source", f"en{ending}")
    return [one["rule"] for one in found if one["severity"] == "error"]


@pytest.mark.skipif(not os.environ.get("DOCLINT_NODE_MODULES"), reason="needs npm: see tests/page/parsers.mjs")
def test_the_parsers_still_say_so() -> None:
    """DOCLINT_NODE_MODULES names the folder in which the packages of parsers.mjs were installed."""
    folder = os.environ["DOCLINT_NODE_MODULES"]
    done = subprocess.run(["node", HERE / "parsers.mjs", "--check"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("english", "target", "is_read"), MDX)
def test_a_page_that_mdx_refuses_is_an_error(english: str, target: str, is_read: bool) -> None:
    assert bool(errors(english, target, ".mdx")) != is_read


@pytest.mark.parametrize(("dialect", "english", "target"), BOXES)
def test_a_box_that_is_none_is_an_error(dialect: str, english: str, target: str) -> None:
    """Another name of a box is a translator's choice."""
    Path("doclint.toml").write_text(f'dialect = "{dialect}"\n', "utf-8")
    theirs = PARSERS["boxes"][english][target][READERS[dialect]]
    assert bool(errors(english, target, ".md")) == (not theirs or not theirs[0].isascii())
