"""Workers on other machines: the same findings whatever becomes of them, and one line where they are of no use."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from doclint.cli import main
from doclint.layouts import Target
from doclint.layouts.discover import discover
from doclint.run import Context, PageResult, workers
from doclint.run.cache.lookup import Lookup
from doclint.run.checker import Checker
from doclint.run.cluster.host import Host, UnfitError
from doclint.run.cluster.job import Job, job_of
from doclint.run.cluster.relocate import dumped, loaded
from doclint.run.cluster.workers import ClusterWorkers, Opened
from doclint.sources.mirror import Mirror
from tests.commandline import doclint
from tests.gitrepo import Repo
from tests.smalldisk import small_disk

FIXTURES = Path(__file__).parents[2] / "fixtures"
RULES = ["DL101", "DL102", "DL103", "DL104", "DL201"]
ENGLISH = "# Parcel {0}\n\n|Member|Value|\n|:---|:---|\n|inTransit{0}|0|\n|delivered{0}|1|\n"
needs_dask = pytest.mark.skipif(not find_spec("distributed"), reason="no Dask: pip install 'doclint[cluster]'")


def checker() -> Checker:
    return Checker(RULES, [Context()], 0)


class Here:
    """An engine over any executor of the standard library; its workers check in the thread or process they are."""

    def __init__(self, make: Callable[[], Executor], before: Callable[[list[Target]], None] | None = None) -> None:
        self.make = make
        self.before = before
        self.opened = 0

    def open(self, job: Job) -> Opened:
        self.opened += 1
        return Opened(self.make(), Work(job.checker, self.before))

    def lanes(self) -> int:
        return 2

    def close(self) -> None:
        """Nothing is kept."""


class Work:
    def __init__(self, checker: bytes, before: Callable[[list[Target]], None] | None) -> None:
        self.checker = checker
        self.before = before

    def __call__(self, pages: bytes) -> bytes:
        targets: list[Target] = loaded(pages)
        if self.before:
            self.before(targets)
        known: Checker = loaded(self.checker)
        return dumped([known.check(target) for target in targets])


def results(engine: Here) -> list[PageResult]:
    targets = discover([str(FIXTURES)])
    with ClusterWorkers(checker(), targets, engine) as pool:
        return [result for _, result in pool.results(map(Lookup, targets))]


@pytest.fixture(autouse=True)
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PAGES_A_TASK", 2)


@pytest.fixture
def alone() -> list[PageResult]:
    known = checker()
    return [known.check(target) for target in discover([str(FIXTURES)])]


@pytest.mark.parametrize(
    "make", [lambda: ThreadPoolExecutor(2), lambda: ProcessPoolExecutor(2)], ids=["threads", "processes"]
)
def test_any_executor_will_do(alone: list[PageResult], make: Callable[[], Executor]) -> None:
    assert sum(len(one.findings) for one in alone) > 50
    assert results(Here(make)) == alone


def test_a_page_that_kills_workers_is_named_and_no_other_lost(alone: list[PageResult]) -> None:
    def die(targets: list[Target]) -> None:
        if any("ru-RU/api/barcodeformat" in target.path for target in targets):
            raise BrokenExecutor("killed")

    found = results(Here(lambda: ThreadPoolExecutor(2), die))
    assert [one.path for one in found] == [one.path for one in alone]
    (left,) = [one for one in found if one.unfinished]
    assert "ru-RU/api/barcodeformat" in left.path
    assert left.unfinished == "the process that checked it died"
    assert [one for one in found if not one.unfinished] == [one for one in alone if one.path != left.path]


def test_a_connection_that_is_lost_is_begun_anew(alone: list[PageResult]) -> None:
    calls: list[int] = []

    def lose(targets: list[Target]) -> None:
        calls.append(len(targets))
        if len(calls) in (4, 5, 9):
            raise ConnectionError("gone")

    engine = Here(lambda: ThreadPoolExecutor(1), lose)
    assert results(engine) == alone
    assert engine.opened > 1


def test_what_lies_in_the_cache_lies_in_the_cache_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "here"))
    data = dumped([tmp_path / "here" / "a" / "b", f"{tmp_path}/here/c@1", f"{tmp_path}/here else", tmp_path])
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "there"))
    there = tmp_path / "there"
    assert loaded(data) == [there / "a" / "b", f"{there}/c@1", f"{tmp_path}/here else", tmp_path]


def a_job() -> Job:
    return job_of(checker(), discover([str(FIXTURES)]))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"judges": b"other"}, "other code, rules, libraries"),
        ({"checker": b"nothing"}, "cannot read the job"),
        ({"folders": ("/no/such/folder",)}, 'no folder "/no/such/folder": name the pages by URL'),
        ({"mirrors": (("file:///no/such/repository", ("0" * 40,)),)}, '"file:///no/such/repository" cannot be fetched'),
    ],
)
def test_a_worker_that_cannot_do_it_says_why_each_time(change: dict[str, Any], says: str) -> None:
    host = Host(replace(a_job(), **change))
    for _ in range(2):
        with pytest.raises(UnfitError, match=says):
            host.work(dumped([]))


def test_a_full_disk_is_no_place_for_a_mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english = Repo(tmp_path / "english")
    commit = english.commit({f"{name}.md": os.urandom(9000).hex() for name in "abcdefgh"})
    job = replace(a_job(), mirrors=((f"file://{english.folder}", (commit,)),))
    with small_disk(tmp_path / "small") as small:
        monkeypatch.setenv("DOCLINT_CACHE_DIR", str(small))
        assert "No space left on device" in refused(job)


def refused(job: Job) -> str:
    """Why; what was opened on the way is closed again."""
    try:
        Host(job).work(dumped([]))
    except UnfitError as error:
        return error.why
    return ""


def test_a_mirror_has_every_version_of_the_pages(tmp_path: Path) -> None:
    english = Repo(tmp_path / "english")
    english.commit({"a.md": "# First\n", "picture.svg": "<svg/>"})
    commit = english.commit({"a.md": "# Second\n", "b.md": "# Other\n"})
    mirror = Mirror.of(f"file://{english.folder}", tmp_path / "cache")
    mirror.hold([commit], (".md",))
    here = subprocess.run(
        ["git", "-C", mirror.folder, "cat-file", "--batch-all-objects", "--batch-check"],
        capture_output=True,
        check=True,
    )
    assert here.stdout.count(b" blob ") == 3
    shutil.rmtree(english.folder)
    mirror.hold([commit], (".md",))  # asks nobody for what is there


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two repositories by URL, with damage; everything mirrored."""
    folder = tmp_path_factory.mktemp("mirrored")
    lines = []
    for name in ("depot", "post"):
        repo = Repo(folder / name)
        for state in ("Parcel", "Shipment"):
            english = {f"docs/en/{n}.md": ENGLISH.format(n).replace("Parcel", state) for n in range(9)}
            russian = {f"docs/ru/{n}.md": ENGLISH.format(n).replace("delivered", "доставлен") for n in range(9)}
            repo.commit(english | russian)
        lines.append(f'[[target]]\nname = "{name}"\nrepository = "file://{repo.folder}"\n')
    here = folder / "work"
    here.mkdir()
    (here / "doclint.toml").write_text("".join(lines))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCLINT_CACHE_DIR", str(folder / "cache"))
        patch.chdir(here)
        done = doclint("source", "sync", "--jobs", "2")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.count("page versions fetched") == 2
    return folder


@pytest.fixture
def workspace(mirrored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a workspace of these two, and a cache with their mirrors, for one test."""
    for name in ("work", "cache"):
        shutil.copytree(mirrored / name, tmp_path / name)
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


class Machines:
    """Processes with caches of their own: a scheduler that is a worker, too, and others that join it."""

    def __init__(self, folder: Path) -> None:
        self.running: list[int] = []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, str(Path(__file__).with_name("machine.py")), self.address]
        self.maker = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def start(self, role: str, *, cache: Path | str, path: Path | str = "") -> int:
        """The number of the process, which is there."""
        assert self.maker.stdin
        assert self.maker.stdout
        self.maker.stdin.write(json.dumps([role, str(cache), str(path)]).encode() + b"\n")
        self.maker.stdin.flush()
        self.running.append(int(self.maker.stdout.readline()))
        return self.running[-1]

    def kill(self, number: int) -> None:
        self.running.remove(number)
        os.kill(number, signal.SIGKILL)

    def stop(self) -> None:
        for number in list(self.running):
            self.kill(number)
        self.maker.communicate()


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    started = Machines(tmp_path)
    yield started
    started.stop()


@needs_dask
def test_a_dask_cluster_finds_the_same_whatever_its_machines_are(
    workspace: Path, machines: Machines, tmp_path: Path
) -> None:
    """A worker without room is left out, one is killed at its work, one with other libraries or without doclint refused."""
    other, bare, killed = tmp_path / "other", tmp_path / "bare", tmp_path / "killed"
    (other / "rapidfuzz-0.0.1.dist-info").mkdir(parents=True)
    bare.mkdir()
    (bare / "doclint.py").write_text("raise ImportError('no doclint here')")
    here = doclint("check", "--format", "jsonl", "--no-cache", "-j", "1")
    for log in (tmp_path / "cache").glob("git-log-*.sqlite3"):
        with closing(sqlite3.connect(log)) as database:
            database.execute("PRAGMA user_version = 7")  # so that it is told from one that a worker makes
    machines.start("scheduler", cache=tmp_path / "theirs")
    machines.start("worker", cache=Path(os.devnull, "cache"))
    with killed_at_work(machines, killed):
        there = doclint("check", "--format", "jsonl", "--no-cache", "--cluster", machines.address)
    assert (there.stdout, there.exit_code) == (here.stdout, here.exit_code)
    assert len(here.stdout.splitlines()) == 18
    (line,) = there.stderr.splitlines()
    assert "is left out: " in line
    assert len(list((tmp_path / "theirs" / "sources").glob("*.git"))) == 2
    logs, theirs = (sorted((tmp_path / name).glob("git-log-*.sqlite3")) for name in ("cache", "theirs"))
    assert len(logs) == 2
    assert {one.read_bytes() for one in logs} == {one.read_bytes() for one in theirs}
    for path, says in (
        (other, "is not like this machine: it has doclint"),
        (bare, "is not like this machine: it has no doclint"),
    ):
        machine = machines.start("worker", cache=tmp_path / "theirs", path=path)
        refused = doclint("check", "--no-cache", "--cluster", machines.address)
        machines.kill(machine)
        assert refused.exit_code == 2
        (line,) = refused.stderr.splitlines()
        assert says in line


@needs_dask
def test_what_fails_in_our_own_code_is_not_said_of_the_machine(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AttributeError("no attribute of ours")

    monkeypatch.setattr("doclint.run.cluster.host.Workers.results", fail)
    failed = CliRunner().invoke(main, ["check", "--no-cache", "--cluster", "local:1"])
    assert type(failed.exception).__name__ == "FaultError"
    assert "in fail\n" in str(failed.exception)
    assert "AttributeError: no attribute of ours" in str(failed.exception)
    assert "is not like this machine" not in failed.stderr


@contextmanager
def killed_at_work(machines: Machines, cache: Path) -> Iterator[None]:
    """A worker that is killed when it has begun to get what its first pages need; it must have come to that."""
    worker = machines.start("worker", cache=cache)
    begun, ended = threading.Event(), threading.Event()

    def kill() -> None:
        while not ended.is_set():
            if (cache / "sources").exists():
                begun.set()
                break
            time.sleep(0.002)
        machines.kill(worker)

    killer = threading.Thread(target=kill)
    killer.start()
    yield
    ended.set()
    killer.join()
    assert begun.is_set()


@needs_dask
@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("nowhere", "neither the address of a scheduler"),
        ("local:0", "is not local:NUMBER"),
        ("tcp://127.0.0.1:1", "no scheduler answers at tcp://127.0.0.1:1"),
    ],
)
def test_a_cluster_that_is_none_is_one_line(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, where: str, says: str
) -> None:
    from doclint.run.cluster import dask

    monkeypatch.setattr(dask, "PATIENCE", 0.1)
    monkeypatch.setattr(dask, "RECONNECT", 0.5)
    done = doclint("check", "--no-cache", "--cluster", where)
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert says in line


def test_without_dask_the_extra_is_named(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = doclint("check", "--cluster", "local:2")
    assert (done.exit_code, "pip install 'doclint[cluster]'" in done.stderr) == (2, True)


def test_repositories_that_cannot_be_had_are_named_and_keep_no_other_from_it(workspace: Path, tmp_path: Path) -> None:
    one, two = (f"file://{tmp_path}/{name}" for name in ("gone", "lost"))
    file = workspace / "doclint.toml"
    file.write_text(f'[[target]]\nname = "a"\nrepository = "{one}"\n[[target]]\nname = "b"\nrepository = "{two}"\n')
    third = Repo(tmp_path / "third")
    third.commit({"docs/en/a.md": "# A\n", "docs/ru/a.md": "# A\n"})
    with file.open("a") as stream:
        stream.write(f'[[target]]\nname = "c"\nrepository = "file://{third.folder}"\n')
    done = doclint("source", "sync")
    assert done.exit_code == 2
    assert f"file://{third.folder}: mirrored" in done.stdout
    (line,) = done.stderr.splitlines()
    assert f'"{one}" cannot be fetched' in line
    assert f'"{two}" cannot be fetched' in line


def test_no_more_repositories_are_fetched_at_once_than_asked(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, most = [0], [0]
    lock, enough = threading.Lock(), threading.Event()

    def sync(mirror: Mirror) -> None:
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
            if now[0] == 3:
                enough.set()
        assert enough.wait(20)
        time.sleep(0.01)  # so that a fourth would come
        with lock:
            now[0] -= 1

    monkeypatch.setattr(Mirror, "sync", sync)
    monkeypatch.setattr(Mirror, "fill", lambda *_: 0)
    names = [Repo(tmp_path / f"r{number}").folder for number in range(7)]
    for name in names:
        Mirror.of(f"file://{name}", tmp_path / "cache").folder.mkdir(parents=True)
    lines = [f'[[target]]\nname = "{name.name}"\nrepository = "file://{name}"\n' for name in names]
    (workspace / "doclint.toml").write_text("".join(lines))
    doclint("source", "sync", "--jobs", "3")
    assert most == [3]
