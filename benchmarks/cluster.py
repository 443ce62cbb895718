"""A run on a cluster of processes that share nothing but a scheduler, held against the same run on this machine.

python benchmarks/cluster.py [--pairs 3000] [--workers 3] [--folder DIR]

Pages come from repositories by URL, every worker has a cache folder of its own. Shown are the times, and whether the
findings, sorted, are the same bytes: with all workers, with one and two of them killed amid the run, with a scheduler
that is lost and comes back, with a worker whose disk is full.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

NAMES = ("ru", "de", "ja")
PAGE = "# Parcel {0}\n\n{1}\n\n|Member|Value|\n|:---|:---|\n|inTransit{0}|0|\n|delivered{0}|1|\n\n"
PAGE += "Call `getParcel{0}` first.\n"
TEXT = "The depot keeps a parcel until the courier calls, and says so to `Tracker{0}.{1}` in [a call]({1}.md).\n\n"


def git(folder: Path, *arguments: str) -> None:
    own = ["-c", "user.name=doclint", "-c", "user.email=doclint@example.org"]
    subprocess.run(["git", "-C", folder, *own, *arguments], check=True, capture_output=True)


def repository(folder: Path, pairs: int) -> None:
    """English pages and three translations of each, a part of them damaged, in two commits."""
    folder.mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    for name in ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"):
        git(folder, "config", name, "true")
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


class Cluster:
    """A scheduler and workers, each with folders of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"

    def start(self, workers: int, limits: Sequence[str] = ()) -> None:
        port = self.address.rpartition(":")[2]
        self.scheduler = self._run(["scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"], "scheduler")
        self.workers = [self._worker(number, limits[number : number + 1]) for number in range(workers)]

    def _worker(self, number: int, limit: Sequence[str]) -> subprocess.Popen[bytes]:
        arguments = ["worker", self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard", "--name", str(number)]
        return self._run(arguments, f"worker-{number}", *limit)

    def _run(self, arguments: list[str], name: str, full: str = "") -> subprocess.Popen[bytes]:
        here = self.folder / name
        here.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "DOCLINT_CACHE_DIR": full or str(here / "cache"), "TMPDIR": str(here)}
        dask = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
        with (here / "log").open("wb") as log:
            return subprocess.Popen(dask, cwd=here, env=environment, stdout=log, stderr=log)

    def stop(self) -> None:
        for process in (*self.workers, *filter(None, [self.scheduler])):
            process.kill()
            process.wait()


def findings(folder: Path, cache: Path, *options: str) -> tuple[list[bytes], float]:
    """The lines, sorted, and the seconds."""
    began = time.perf_counter()
    out, _ = started(folder, cache, *options).communicate()
    return sorted(out.splitlines()), time.perf_counter() - began


def started(folder: Path, cache: Path, *options: str) -> subprocess.Popen[bytes]:
    doclint = [sys.executable, "-m", "doclint", "check", "--no-cache", "--format", "jsonl", *options]
    environment = {**os.environ, "DOCLINT_CACHE_DIR": str(cache)}
    return subprocess.Popen(doclint, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def shown(
    cluster: Cluster,
    places: tuple[Path, Path],
    expected: list[bytes],
    what: str,
    amid: Callable[[], None] | None = None,
) -> None:
    """One run on the cluster, disturbed when it has begun to answer."""
    began = time.perf_counter()
    process = started(*places, "--cluster", cluster.address)
    assert process.stdout
    assert process.stderr
    lines = [process.stdout.readline()]
    first = time.perf_counter() - began
    if amid:
        amid()
    lines += process.stdout.readlines()
    said = process.stderr.read().decode().strip().replace("\n", " | ")
    process.wait()
    whole = time.perf_counter() - began
    same = "same bytes" if sorted(line.rstrip(b"\n") for line in lines if line) == expected else "OTHER BYTES"
    print(
        f"{what:40} {whole:7.1f} s, the first finding after {first:.1f}; {same}, exit {process.returncode}", flush=True
    )
    if said:
        print(f"    {said[:300]}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=3000)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--full", default="", help="a folder on a full disk, for one worker's cache")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    work, cache = folder / "work", folder / "client-cache"
    if not (folder / "site").is_dir():
        repository(folder / "site", given.pairs)
        work.mkdir()
        target = {"name": "site", "repository": f"file://{folder / 'site'}"}
        lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in target.items())
        (work / "doclint.toml").write_text(f"[[target]]\n{lines}")
    environment = {**os.environ, "DOCLINT_CACHE_DIR": str(cache)}
    subprocess.run([sys.executable, "-m", "doclint", "source", "sync"], cwd=work, env=environment, check=True)
    expected, seconds = findings(work, cache, "-j", "1")
    print(f"{'here, one process':45} {seconds:7.1f} s  {len(expected)} findings", flush=True)
    cluster = Cluster(folder)

    def kill(count: int) -> None:
        for process in cluster.workers[:count]:
            process.send_signal(signal.SIGKILL)

    def lose() -> None:
        cluster.stop()
        time.sleep(2)
        cluster.start(given.workers)

    for what, amid, limits in (
        ("mirrors made first", None, ()),
        ("again", None, ()),
        ("one worker killed", lambda: kill(1), ()),
        ("two workers killed", lambda: kill(2), ()),
        ("scheduler and workers lost, and back", lose, ()),
        *([("a worker with a full disk", None, (given.full,))] if given.full else []),
    ):
        cluster.start(given.workers, limits)
        try:
            shown(cluster, (work, cache), expected, what, amid)
        finally:
            cluster.stop()


if __name__ == "__main__":
    main()
