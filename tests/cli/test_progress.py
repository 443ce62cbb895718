"""The bar that a person at a terminal sees while pages are checked."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

import pty

BAR = "doclint: pages"
TABLE = "|Member|Value|\n|:---|:---|\n|inTransit|0|\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Three pages, the second of which is damaged."""
    for number in range(3):
        for locale, word in (("en", "inTransit"), ("ru", "в пути" if number == 1 else "inTransit")):
            (tmp_path / locale).mkdir(exist_ok=True)
            (tmp_path / locale / f"{number}.md").write_text(TABLE.replace("inTransit", word), "utf-8")
    return tmp_path


def on_a_terminal(folder: Path, *arguments: str, with_output: bool = True) -> str:
    """What a terminal gets as standard error, and as standard output as well."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "doclint", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs if with_output else subprocess.DEVNULL,
        stderr=theirs,
        cwd=folder,
        env=os.environ | {"NO_COLOR": "1", "TERM": "xterm"},
    )
    os.close(theirs)
    said = b""
    try:
        while part := os.read(ours, 4096):
            said += part
    except OSError:  # nobody writes there any more
        pass
    finally:
        os.close(ours)
        process.wait()
    return said.decode().replace("\r\n", "\n")


def screen(said: str) -> list[str]:
    """The lines that stand there at the end, on a terminal that is wide and high enough."""
    rows, row, column = [""], 0, 0
    for part in re.findall(r"\x1b\[[?\d]*[A-Za-z]|[\r\n]|[^\x1b\r\n]+", said):
        if part == "\n":
            row, column = row + 1, 0
            rows += [""] * (row == len(rows))
        elif part == "\r":
            column = 0
        elif part == "\x1b[A":
            row -= 1
        elif part == "\x1b[K":
            rows[row] = rows[row][:column]
        elif not part.startswith("\x1b"):
            rows[row] = rows[row][:column].ljust(column) + part + rows[row][column + len(part) :]
            column += len(part)
    return rows


@pytest.mark.parametrize("with_output", [True, False])
@pytest.mark.parametrize(
    "command", [["check"], ["check", "--group", "none"], ["fix", "--diff"], ["audit", "-o", "audit"]], ids=" ".join
)
def test_pages_are_counted_and_nothing_is_left_of_the_bar(pages: Path, command: list[str], with_output: bool) -> None:
    said = on_a_terminal(pages, *command, "ru", "--source", "en", "--no-cache", with_output=with_output)
    assert [f"{number}/3" in said for number in range(4)] == [True] * 4
    assert BAR in said
    assert BAR not in "".join(screen(said))


def test_findings_stand_on_lines_of_their_own(pages: Path) -> None:
    said = on_a_terminal(pages, "check", "ru", "--source", "en", "--group", "none")
    (line,) = [line for line in screen(said) if "[enum-member-changed]" in line]
    assert line.startswith("ru/1.md:3:2: error: ")


def test_quiet_silences_it(pages: Path) -> None:
    assert on_a_terminal(pages, "check", "ru", "--source", "en", "--quiet") == ""


def test_a_file_gets_no_bar(pages: Path) -> None:
    arguments = [sys.executable, "-m", "doclint", "check", "ru", "--source", "en"]
    done = subprocess.run(arguments, cwd=pages, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr == b""
