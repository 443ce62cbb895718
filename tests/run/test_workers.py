"""A run over many pages: same findings whatever the number of processes, and nobody left behind."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import cast

import pytest

from doclint.engine.packed import Findings
from doclint.layouts import Target
from doclint.layouts.discover import discover
from doclint.run import Context, PageResult, workers
from doclint.run.cache.lookup import Lookup
from doclint.run.checker import Checker
from doclint.sources import Absent, Loaded, Source

FIXTURES = Path(__file__).parents[2] / "fixtures"
RULES = ["DL101", "DL102", "DL103", "DL104", "DL201"]


def wait() -> None:
    time.sleep(60)


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def match() -> None:
    """For many years; answers to signals, but not to what another thread raises in this one."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def compute() -> None:
    """For many years, and answers to nothing."""
    deque(repeat(None, 10**15), 0)


class Trap:
    """A source that does something on the pages of that name."""

    def __init__(self, name: str, does: Callable[[], None]) -> None:
        self.name = name
        self.does = does

    def load(self, path: str, front: object, text: str = "", **more: object) -> Loaded | Absent:
        if self.name in path:
            self.does()
        return Absent("nothing here")

    def identity(self, path: str, target: bytes) -> str | None:
        return None

    def others(self, path: str, front: object, text: str = "", **more: object) -> list[Loaded]:
        return []


LATE = "ru-RU/api/barcodeformat"
"""In the path of one page."""


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


@pytest.mark.usefixtures("small_tasks")
def test_pages_of_one_english_page_go_to_one_worker_while_they_are_few() -> None:
    languages = {"few.md": "de es fr", "many.md": "de es fr it ja ko", "one.md": "de", "other.md": "de"}
    pages = [(source, f"{tag}/{source}") for source, tags in languages.items() for tag in tags.split()]
    handed: list[list[str]] = []

    def submit(task: workers.Task) -> None:
        handed.append([lookup.target.relative for lookup in task])

    def first(running: workers.Running[None]) -> Iterator[tuple[Lookup, PageResult]]:
        running.popleft()
        yield from ()

    lookups = [Lookup(Target("docs", "docs/", path, counterpart=source)) for source, path in pages]
    assert not [*workers.in_order(lookups, submit, first, lambda: 1)]
    assert handed == [
        ["de/few.md", "es/few.md", "fr/few.md"],
        ["de/many.md", "es/many.md", "fr/many.md", "it/many.md"],
        ["ja/many.md", "ko/many.md"],
        ["de/one.md", "de/other.md"],
    ]


def test_tasks_are_large_while_many_pages_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "TASKS_AHEAD", 1)
    handed: list[int] = []

    def first(running: workers.Running[None]) -> Iterator[tuple[Lookup, PageResult]]:
        running.popleft()
        yield from ()

    lookups = [Lookup(Target("docs", "docs/", f"{number}.md")) for number in range(400)]
    assert not [*workers.in_order(lookups, lambda task: handed.append(len(task)), first, lambda: 2, expected=400)]
    assert handed == [16, 64, 64, 64, 64, 64, 32, 16, 16]


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no interval timers here")
@pytest.mark.parametrize("does", [wait, match])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_that_takes_too_long_is_named_and_left(jobs: int, does: Callable[[], None]) -> None:
    check_one_is_late(results(Trap(LATE, does), jobs, seconds=0.2))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no interval timers here")
@pytest.mark.usefixtures("small_tasks")
def test_a_worker_that_answers_to_nothing_is_ended_at_its_deadline() -> None:
    check_one_is_late(results(Trap(LATE, compute), 2, seconds=1), seconds=1)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no interval timers here")
@pytest.mark.usefixtures("small_tasks")
@pytest.mark.parametrize(("jobs", "does"), [(1, wait), (2, match), (1, compute)])
def test_time_is_limited_in_a_thread_as_well(jobs: int, does: Callable[[], None]) -> None:
    with ThreadPoolExecutor(1) as threads:
        check_one_is_late(threads.submit(results, Trap(LATE, does), jobs, seconds=1).result(60), seconds=1)


def check_one_is_late(found: list[PageResult], seconds: float = 0.2) -> None:
    assert [result.path for result in found] == [target.path for target in discover([str(FIXTURES)])]
    ((path, why),) = [(result.path, result.unfinished) for result in found if result.unfinished]
    assert LATE in path
    assert why == f"took longer than {seconds:g} seconds"


@pytest.mark.usefixtures("small_tasks")
def test_a_worker_that_dies_costs_one_page() -> None:
    found = results(Trap("parcel-redirect", kill), 2)
    assert [result.path for result in found] == [target.path for target in discover([str(FIXTURES)])]
    died = [result.path for result in found if result.unfinished]
    assert died
    assert all("parcel-redirect" in path for path in died)


def children_of(pid: int) -> list[str]:
    return subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()


def many_pages(folder: Path, count: int = 600) -> list[str]:
    """A command that checks them with two workers, for long enough to be disturbed."""
    english = folder / "en"
    english.mkdir()
    for number in range(count):
        (folder / f"{number}.md").write_text("# Посылка\n" * 3000, encoding="utf-8")
    doclint = [sys.executable, "-X", "faulthandler", "-m", "doclint"]
    return [*doclint, "check", str(folder), "--source", str(english), "--allow-alone", "-j", "2"]


def _heed_interrupts() -> None:
    """Also where the tests run in the background of a shell, which has such jobs ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def with_its_workers(command: list[str]) -> tuple[subprocess.Popen[str], list[str]]:
    """A process that was started, and its workers as soon as they are there."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_heed_interrupts,
    )
    while len(workers_of := children_of(process.pid)) < 2:
        assert process.poll() is None
        time.sleep(0.05)
    return process, workers_of


def said_at_the_end(process: subprocess.Popen[str]) -> str:
    """What it said; where it does not end, where each of its threads stands."""
    try:
        return process.communicate(timeout=60)[1]
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGABRT)
        return process.communicate()[1]


def are_gone(pids: list[str]) -> bool:
    """Whether no such process is there any more, or soon will not be."""
    deadline = time.monotonic() + 10
    while (are_there := any(Path(f"/proc/{pid}").exists() for pid in pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not are_there


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal there")
def test_an_interrupt_leaves_no_worker_behind(tmp_path: Path) -> None:
    process, workers_of = with_its_workers(many_pages(tmp_path))
    os.killpg(process.pid, signal.SIGINT)
    said = said_at_the_end(process)
    assert said.strip().endswith("doclint: interrupted")
    assert process.returncode == 130
    assert are_gone(workers_of)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_who_is_killed_leaves_no_worker_behind(tmp_path: Path, number: signal.Signals) -> None:
    process, workers_of = with_its_workers(many_pages(tmp_path))
    process.send_signal(number)
    said_at_the_end(process)
    assert process.returncode == (128 + number if number == signal.SIGTERM else -number)
    assert are_gone(workers_of)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_worker_that_dies_holds_up_no_task_that_waits(tmp_path: Path) -> None:
    """The pages of a task are more than a pipe takes."""
    process, workers_of = with_its_workers(many_pages(tmp_path, 100))
    os.kill(int(workers_of[0]), signal.SIGKILL)
    said_at_the_end(process)
    assert process.returncode == 0
    assert are_gone(workers_of)


LONG = 100_000_000


class Long:
    """A checker whose results take a while to send."""

    seconds = 60

    def prepare(self, targets: Sequence[Target]) -> None:
        """There is nothing to prepare."""

    def check(self, target: Target, data: bytes | None = None) -> PageResult:
        return PageResult("x" * LONG, "alone", Findings())


def read_so_far() -> int:
    """Bytes that this process has read."""
    return int(Path("/proc/self/io").read_text().split("rchar: ")[1].split()[0])


def break_off_amid_a_result() -> None:
    pages = [Lookup(target) for target in discover([str(FIXTURES)])][:1]
    before = read_so_far()
    with workers.Workers(cast(Checker, Long()), 1) as pool:
        pool._submit(pages)
        while read_so_far() < before + LONG // 2:  # far more than the asking reads
            pass
        assert read_so_far() < before + LONG
        raise ValueError("broken off")


def break_off_after_a_page() -> None:
    with workers.Workers(Checker(RULES, [Context(None)]), 2) as pool:
        next(pool.results(map(Lookup, discover([str(FIXTURES)]))))
        raise ValueError("broken off")


def test_a_run_broken_off_ends_nobody_elses_process() -> None:
    other = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(60,))
    other.start()
    try:
        with pytest.raises(ValueError, match="broken off"):
            break_off_after_a_page()
        other.join(0.5)
        assert other.is_alive()
    finally:
        other.kill()
        other.join()


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_a_run_broken_off_amid_a_result_ends() -> None:
    with pytest.raises(ValueError, match="broken off"):
        break_off_amid_a_result()
    assert not multiprocessing.active_children()
