"""The README shows what really happens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SHOWN = re.findall(r"^```console\n\$ doclint (.*?)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(("arguments", "output"), SHOWN)
def test_a_shown_command_prints_what_is_shown(arguments: str, output: str) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no working tree of git, which tells how far the pages of a site go")
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "doclint", *arguments.split()]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert ran.stdout == output


def test_the_first_two_commands_install_what_they_need() -> None:
    first, second = re.findall(r"^```sh\n(.*)\n```$", README, re.MULTILINE)[:2]
    for command in (first, second):
        assert "venv" in command
        assert "pip install" in command
    assert "doclint check" in first
    assert "pytest" in second


def test_the_picture_shows_rows_of_the_demo_pages() -> None:
    assert "](docs/damage.svg)" in README
    picture = ElementTree.parse(ROOT / "docs" / "damage.svg").getroot()
    words = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text") if text.get("class") is None]
    assert len(words) == 16
    for number, locale in enumerate(("en-US", "ru-RU")):
        page = (ROOT / "fixtures" / locale / "api" / "parcelstate-enum.md").read_text("utf-8")
        rows = [words[at : at + 2] for at in range(2 * number, 16, 4)]
        assert [row for row in rows if f"|{row[0]}|{row[1]}|" not in page] == []


DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "ARCHITECTURE.md",
    *sorted((ROOT / "docs").glob("*.md")),
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", document.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^()\s]+)\)", text)]
    broken = [link for link in links if link and "://" not in link and not (document.parent / link).exists()]
    assert broken == []
