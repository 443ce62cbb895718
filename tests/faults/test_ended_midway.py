"""A run that is ended midway takes away what it was making; what only SIGKILL leaves, the next run takes over."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.faults.command import DOCLINT, doclint, site

CHECK = ("check", "ja", "--source", "en", "--no-cache", "-j", "1", "--report", "json=report.json")
AUDIT = ("audit", "ja", "--source", "en", "--no-cache", "-j", "1", "-o", "report")
WITH_WORKERS = (*AUDIT[:6], "2", *AUDIT[7:])


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return site(tmp_path, pages=20)


def begun(*command: str, cwd: Path) -> subprocess.Popen[bytes]:
    """A command that has begun to make what it is to leave and holds a lock on it, stopped there."""
    for _ in range(10):
        process = subprocess.Popen([*DOCLINT, *command], cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        while not unfinished(cwd) and process.poll() is None:
            time.sleep(0.002)
        process.send_signal(signal.SIGSTOP)
        is_stopped = process.returncode is None and os.WIFSTOPPED(os.waitpid(process.pid, os.WUNTRACED)[1])
        if is_stopped and any(is_locked(cwd / name) for name in unfinished(cwd)):
            return process
        process.kill()  # it was too quick, or we were
        process.communicate(timeout=30)
        for name in {*names(cwd)} - {"en", "ja"}:
            (cwd / name).unlink() if (cwd / name).is_file() else shutil.rmtree(cwd / name)
    pytest.fail("it cannot be stopped midway")


def is_locked(path: Path) -> bool:
    """Whether a process holds the lock that says it is filling this."""
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(one.name for one in folder.iterdir())


def unfinished(folder: Path) -> list[str]:
    """What is neither a page nor a report."""
    return [name for name in names(folder) if name.startswith(".")]


@pytest.mark.parametrize(
    ("command", "number"),
    [(CHECK, signal.SIGHUP), (AUDIT, signal.SIGTERM), (WITH_WORKERS, signal.SIGTERM), (CHECK, signal.SIGINT)],
    ids=["file, terminal closed", "folder", "folder, with workers", "file, interrupted"],
)
def test_what_can_be_caught_leaves_nothing(here: Path, command: tuple[str, ...], number: signal.Signals) -> None:
    process = begun(*command, cwd=here)
    process.send_signal(number)
    process.send_signal(signal.SIGCONT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 128 + number
    assert said == (b"doclint: interrupted\n" if number == signal.SIGINT else b"doclint: terminated\n")
    assert names(here) == ["en", "ja"]


@pytest.mark.parametrize("command", [CHECK, AUDIT], ids=["file", "folder"])
def test_what_a_killed_run_left_is_gone_after_the_next(here: Path, command: tuple[str, ...]) -> None:
    process = begun(*command, cwd=here)
    process.kill()
    process.communicate(timeout=30)
    assert len(unfinished(here)) == 1
    assert doclint(*command, cwd=here).returncode in (0, 1)
    assert names(here) == ["en", "ja", command[-1].removeprefix("json=")]


@pytest.mark.parametrize("command", [CHECK, AUDIT], ids=["file", "folder"])
def test_what_another_run_is_at_is_not_touched(here: Path, command: tuple[str, ...]) -> None:
    process = begun(*command, cwd=here)
    assert doclint(*command, cwd=here).returncode in (0, 1)
    assert len(unfinished(here)) == 1
    process.send_signal(signal.SIGCONT)
    process.communicate(timeout=30)
    assert process.returncode in (0, 1)
    assert names(here) == ["en", "ja", command[-1].removeprefix("json=")]


def test_a_page_half_written_by_a_killed_repair(here: Path) -> None:
    (here / "ja" / ".p0.md.doclint-new").write_bytes(b"half a pa")
    doclint("fix", "ja", "--source", "en", "--unsafe", cwd=here)
    assert "inTransit" in (here / "ja" / "p0.md").read_text("utf-8")
    assert unfinished(here / "ja") == []


@pytest.mark.parametrize("kind", ["link", "second name", "folder"])
def test_what_is_not_surely_ours_is_left(here: Path, kind: str) -> None:
    place = here / ".report.json.doclint-new"
    (here / "mine").write_text("mine", "utf-8")
    if kind == "link":
        place.symlink_to("mine")
    elif kind == "second name":
        place.hardlink_to(here / "mine")
    else:
        place.mkdir()
    assert doclint(*CHECK, cwd=here).returncode == 1
    assert (here / "report.json").is_file()
    assert place.is_symlink() or place.exists()
    assert (here / "mine").read_text("utf-8") == "mine"
