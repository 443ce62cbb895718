"""What is called a page and is none: a FIFO, a device, a file without an end, one of a gigabyte. Named, the rest is checked."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs FIFOs, devices and /proc")

ENGLISH = "|Member|Value|\n|---|---|\n|inTransit|0|\n"
RUSSIAN = "|Элемент|Значение|\n|---|---|\n|Интрансит|0|\n"
PAGES = 12
MEMORY = 600_000_000

Make = Callable[[Path], None]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of so many pages that the cache is asked, each with one fault; the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / ".cache"))
    for folder, text in (("docs/en-US", ENGLISH), ("docs/ru-RU", RUSSIAN)):
        Path(folder).mkdir(parents=True)
        for number in range(PAGES):
            Path(folder, f"{number:02}.md").write_text(text, encoding="utf-8")
    return tmp_path


def bounded(*arguments: str, seconds: float = 30) -> subprocess.CompletedProcess[str]:
    """The program with so much memory and no more; it must end."""
    return subprocess.run(
        [sys.executable, "-m", "doclint", *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=seconds,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )


def fifo(place: Path) -> None:
    os.mkfifo(place)


def device(place: Path) -> None:
    place.symlink_to("/dev/zero")


def gigabyte(place: Path) -> None:
    place.touch()
    os.truncate(place, 1_000_000_000)


KINDS = {fifo: "is not a regular file", device: "", gigabyte: "is larger than 10 MB"}
"""Each with what is said of it; a link out of the tree may be refused before anybody looks where it leads."""


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_a_page_that_is_none_is_named_and_the_rest_is_checked(site: Path, make: Make, jobs: str) -> None:
    make(site / "docs/ru-RU/05x.md")
    (site / "docs/en-US/05x.md").write_text(ENGLISH, encoding="utf-8")
    done = bounded("check", "--format", "jsonl", "--page-timeout", "5", "-j", jobs)
    assert done.returncode in (1, 3)
    assert "docs/ru-RU/05x.md" in done.stdout + done.stderr
    assert KINDS[make] in done.stdout
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert sum(one["expected"] == "inTransit" for one in found) == PAGES


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("check", "12  enum-member-changed"),
        ("check docs/ru-RU --source docs/en-US", "12  enum-member-changed"),
        ("fix --unsafe", "fixed 12 findings on 12 pages"),
        ("advise", "inTransit"),
        ("init", "doclint.toml written"),
        ("baseline write", "added"),
    ],
)
def test_no_command_waits_for_one_or_reads_it_to_the_end(site: Path, command: str, said: str) -> None:
    for number, make in enumerate(KINDS):
        make(site / f"docs/ru-RU/{number}-target.md")
        make(site / f"docs/en-US/{number}-source.md")
        (site / f"docs/ru-RU/{number}-source.md").write_text(RUSSIAN, encoding="utf-8")
        (site / f"docs/en-US/{number}-target.md").write_text(ENGLISH, encoding="utf-8")
    done = bounded(*command.split())
    assert done.returncode in (0, 1, 3)
    assert said in done.stdout + done.stderr
