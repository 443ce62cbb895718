"""A run over many pages: same findings whatever the number of processes, and nobody left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from doclint import workers
from doclint.checker import Checker
from doclint.context import Context
from doclint.discover import discover
from doclint.remembered import Lookup
from doclint.sources.source import Absent, Loaded, Source
from doclint.summary import PageResult

FIXTURES = Path(__file__).parent.parent / "fixtures"
RULES = ["DL101", "DL102", "DL103", "DL104", "DL201"]


class Trap:
    """A source that hangs, or kills its worker, on the pages of that name."""

    def __init__(self, name: str, *, kills: bool = False) -> None:
        self.name = name
        self.kills = kills

    def load(self, path: str, front: object, text: str = "", **more: object) -> Loaded | Absent:
        if self.name in path:
            if self.kills:
                os.kill(os.getpid(), signal.SIGKILL)
            time.sleep(60)
        return Absent("nothing here")

    def identity(self, path: str, target: bytes) -> str | None:
        return None

    def others(self, path: str, front: object, text: str = "", **more: object) -> list[Loaded]:
        return []


def results(source: Source | None, jobs: int, *, method: str | None = None, seconds: float = 60) -> list[PageResult]:
    checker = Checker(RULES, [Context(source)], seconds)
    context = multiprocessing.get_context(method) if method else None
    with workers.Workers(checker, jobs, context) as pool:
        return [result for _, result in pool.results(map(Lookup, discover([str(FIXTURES)])))]


@pytest.fixture
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pages a task, so that the few fixtures keep several workers busy."""
    monkeypatch.setattr(workers, "PAGES_A_TASK", 2)


@pytest.mark.usefixtures("small_tasks")
@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_findings_do_not_depend_on_the_number_of_processes(method: str) -> None:
    alone = results(None, 1)
    assert sum(len(result.findings) for result in alone) > 50
    assert results(None, 3, method=method) == alone


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no interval timers here")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_that_takes_too_long_is_named_and_left(jobs: int) -> None:
    found = results(Trap("barcodeformat"), jobs, seconds=0.2)
    left = [result for result in found if result.left]
    assert left
    assert all("barcodeformat" in result.path and "0.2 seconds" in result.left for result in left)
    assert len(found) > len(left)


@pytest.mark.usefixtures("small_tasks")
def test_a_worker_that_dies_costs_one_page() -> None:
    found = results(Trap("parcel-redirect", kills=True), 2)
    assert [result.path for result in found] == [target.path for target in discover([str(FIXTURES)])]
    died = [result.path for result in found if result.left]
    assert died
    assert all("parcel-redirect" in path for path in died)


def children_of(pid: int) -> list[str]:
    return subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal there")
def test_an_interrupt_leaves_no_worker_behind(tmp_path: Path) -> None:
    english = tmp_path / "en"
    english.mkdir()
    for number in range(600):  # enough for the interrupt to come in time
        (tmp_path / f"{number}.md").write_text("# Посылка\n" * 3000, encoding="utf-8")
    command = [sys.executable, "-m", "doclint", "check", str(tmp_path), "--source", str(english), "-j", "2"]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while len(workers_of := children_of(process.pid)) < 2:
        assert process.poll() is None
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said.strip().endswith("doclint: interrupted")
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in workers_of) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers_of)
