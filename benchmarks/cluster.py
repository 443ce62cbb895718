"""A run on a cluster of processes that share nothing but a scheduler, held against the same run on this machine.

python benchmarks/cluster.py [--corpus DIR] [--pairs 10000] [--workers 3] [--folder DIR]

Pages come from repositories by URL, every worker has folders and a cache of its own. Shown are the times, and whether
the findings, sorted, are the same bytes: with one worker and more, with one and two of them killed amid the run, with a
scheduler that is lost and comes back, with a worker whose disk is full before and amid the run. With a corpus
(benchmarks/README.md) its pages lie beside their own English, in a repository for each locale and copy; without one all
pages are made up. A small disk is mounted below the folder where this user may.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path

import corpus

NAMES = ("ru", "de", "ja")
PAGE = "# Parcel {0}\n\n{1}\n\n|Member|Value|\n|:---|:---|\n|inTransit{0}|0|\n|delivered{0}|1|\n\n"
PAGE += "Call `getParcel{0}` first.\n"
TEXT = "The depot keeps a parcel until the courier calls, and says so to `Tracker{0}.{1}` in [a call]({1}.md).\n\n"


def git(folder: Path, *arguments: str) -> None:
    own = ["-c", "user.name=doclint", "-c", "user.email=doclint@example.org"]
    subprocess.run(["git", "-C", folder, *own, *arguments], check=True, capture_output=True)


def repository(folder: Path, pairs: int) -> None:
    """English pages and three translations of each, a part of them damaged, in two commits."""
    made(folder)
    for state in ("Shipment", "Parcel"):
        for number in range(pairs // len(NAMES)):
            text = "".join(TEXT.format(number, line) for line in range(30))
            page = PAGE.format(number, text).replace("Parcel", state)
            for locale in ("en", *NAMES):
                changed = page
                if locale != "en" and state == "Parcel":
                    changed = page.replace("inTransit", "вПути") if number % 3 else page
                    changed = changed.replace("`getParcel", "`holePaket") if number % 4 == 0 else changed
                file = folder / "docs" / locale / f"area{number % 17}" / f"{number}.md"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(changed, encoding="utf-8")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", state)


def repositories(folder: Path, given: Path, pairs: int) -> list[Path]:
    """The pages of a corpus beside the English that each was made from; an earlier commit lacks the end of each."""
    pages = corpus.sample(corpus.translations(given), pairs)
    english = folder / "english"
    there = set(corpus.extract(given / "en.git", pages, english))
    found: dict[Path, list[tuple[Path, bytes]]] = {}
    for name, page in corpus.numbered(pages):
        if page in there:
            files = found.setdefault(folder / name, [])
            files.append((folder / name / "docs/en" / page.path, (english / page.locale / page.path).read_bytes()))
            files.append((folder / name / "docs" / page.locale / page.path, page.file.read_bytes()))
    for where, files in found.items():
        made(where)
        for state in ("begun", "whole"):
            for file, data in files:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data if state == "whole" else data[: data.rfind(b"\n#") + 1 or None])
            git(where, "add", "-A")
            git(where, "commit", "-q", "-m", state)
    return list(found)


def made(folder: Path) -> None:
    """An empty repository that serves clones without contents."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    for name in ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"):
        git(folder, "config", name, "true")


class Cluster:
    """A scheduler and workers, each with folders of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"

    def start(self, workers: int, full: str = "") -> None:
        """`full` is a folder on a full disk, for the first worker."""
        self.begin_scheduler()
        self.workers = [self._worker(number, full if number == 0 else "") for number in range(workers)]

    def begin_scheduler(self) -> None:
        port = self.address.rpartition(":")[2]
        self.scheduler = self._run(["scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"], "scheduler")

    def lose_scheduler(self, seconds: float) -> None:
        """Kill it, and start it again; workers that have ended since are started again, as a supervisor would."""
        assert self.scheduler
        ended(self.scheduler)
        time.sleep(seconds)
        self.begin_scheduler()
        for number, process in enumerate(self.workers):
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=5)
                self.workers[number] = self._worker(number)

    def _worker(self, number: int, full: str = "") -> subprocess.Popen[bytes]:
        arguments = ["worker", self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard", "--name", str(number)]
        return self._run(arguments, f"worker-{number}", full)

    def _run(self, arguments: list[str], name: str, full: str = "") -> subprocess.Popen[bytes]:
        here = self.folder / name
        here.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "DOCLINT_CACHE_DIR": full or str(here / "cache"), "TMPDIR": full or str(here)}
        dask = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
        with (here / "log").open("wb") as log:
            return subprocess.Popen(dask, cwd=here, env=environment, stdout=log, stderr=log)

    def kill(self, count: int) -> None:
        for process in self.workers[:count]:
            ended(process)

    def stop(self) -> None:
        for process in (*self.workers, *filter(None, [self.scheduler])):
            ended(process)


def busy() -> float:
    """The seconds of a core that processes which have ended took; what a killed one had begun itself is not counted."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ended(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def doclint(folder: Path, cache: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Started."""
    command = [sys.executable, "-m", "doclint", *arguments]
    environment = {**os.environ, "DOCLINT_CACHE_DIR": str(cache)}
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def check(folder: Path, cache: Path, *options: str) -> subprocess.Popen[bytes]:
    return doclint(folder, cache, "check", "--no-cache", "--format", "jsonl", *options)


def shown(what: str, process: subprocess.Popen[bytes], expected: list[bytes], amid: Callable[[], None] | None) -> None:
    """One run on the cluster, disturbed when a third of its findings are there."""
    assert process.stdout
    assert process.stderr
    began = time.perf_counter()
    lines = [process.stdout.readline()]
    first = time.perf_counter() - began
    if amid:
        lines += islice(process.stdout, len(expected) // 3)
        amid()
    lines += process.stdout
    said = process.stderr.read().decode().strip().replace("\n", " | ")
    _, status, usage = os.wait4(process.pid, 0)
    whole = time.perf_counter() - began
    found = sorted(line.rstrip(b"\n") for line in lines if line)
    same = "same bytes" if found == expected else "OTHER BYTES"
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(
        f"{what:42} {whole:6.1f} s, first finding after {first:4.1f}; {same}, exit {os.waitstatus_to_exitcode(status)};"
        f" client {usage.ru_utime + usage.ru_stime:.1f} s, {memory / 1e6:.0f} MB",
        flush=True,
    )
    if said:
        print(f"    {said[:300]}", flush=True)
    if found != expected:
        lost, new = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
        for sign, line in (*(("-", one) for one in islice(lost, 3)), *(("+", one) for one in islice(new, 3))):
            print(f"    {sign} {line.decode()}", flush=True)


def prepared(given: argparse.Namespace, folder: Path) -> None:
    """The repositories, a workspace of them all, and the mirrors of the one who asks."""
    work = folder / "work"
    if not work.is_dir():
        if given.corpus:
            sites = repositories(folder / "sites", given.corpus, given.pairs)
        else:
            repository(folder / "site", given.pairs)
            sites = [folder / "site"]
        work.mkdir()
        rows = [f'[[target]]\nname = "{site.name}"\nrepository = {json.dumps(site.as_uri())}\n' for site in sites]
        (work / "doclint.toml").write_text("".join(rows))
    out, error = doclint(work, folder / "client-cache", "source", "sync").communicate()
    print((out + error).decode(), end="", flush=True)


def fill(folder: Path) -> None:
    """Leave no room on a disk."""
    with suppress(OSError), (folder / "filling").open("wb", buffering=0) as file:
        while True:
            file.write(b"\0" * 4096)


def small_disk(folder: Path, size: str) -> Path | None:
    """A file system of its own, where this user may mount one."""
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
    return None if subprocess.run(mount, capture_output=True).returncode else folder


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--pairs", type=int, default=3000)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", nargs="*", default=[""], help="the runs that have one of these in their names")
    given = parser.parse_args()
    folder = (given.folder or Path(tempfile.mkdtemp())).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    prepared(given, folder)
    places = folder / "work", folder / "client-cache"
    began, before = time.perf_counter(), busy()
    expected = sorted(check(*places, "-j", "1").communicate()[0].splitlines())
    print(f"{'here, one process':42} {time.perf_counter() - began:6.1f} s; {len(expected)} findings", flush=True)
    print(f"    {busy() - before:.1f} s of a core", flush=True)
    cluster = Cluster(folder)
    small = small_disk(folder / "small", "1m")
    roomy = small_disk(folder / "roomy", "200m")
    many = given.workers
    for what, workers, full, amid in (
        (f"{many} workers, which make their mirrors", many, None, None),
        *((f"{number} worker{'s' * (number > 1)}", number, None, None) for number in range(1, many + 1)),
        ("one worker killed", many, None, lambda: cluster.kill(1)),
        ("two workers killed", many, None, lambda: cluster.kill(2)),
        ("the scheduler lost for 3 s", many, None, lambda: cluster.lose_scheduler(3)),
        ("a worker with a full disk", many, small, None),
        ("a worker whose disk fills up", many, roomy, lambda: fill(folder / "roomy")),
    ):
        if not any(word in what for word in given.only):
            continue
        if full is None and "disk" in what:
            print(f"{what}: not shown, since this user may mount nothing")
            continue
        before = busy()
        cluster.start(workers, str(full or ""))
        try:
            shown(what, check(*places, "--cluster", cluster.address), expected, amid)
        finally:
            cluster.stop()
        print(f"    {busy() - before:.1f} s of a core, all processes together", flush=True)
    for disk in filter(None, (small, roomy)):
        subprocess.run(["umount", str(disk)], check=True)


if __name__ == "__main__":
    main()
