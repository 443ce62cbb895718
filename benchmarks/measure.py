"""One command, measured: wall time, processor time, memory of its largest process."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

DEVELOPERS = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
"""Settings of a developer's machine under which Python starts and writes slower."""


class CommandError(Exception):
    """A command ended with a code that means no measurement."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of a command cost."""

    name: str
    pages: int
    wall: float
    """Seconds."""
    cpu: float
    """Seconds, of the process and all its children."""
    peak_mb: float
    """The largest process; one of many workers counts alone."""

    @property
    def pages_a_second(self) -> float:
        return self.pages / self.wall

    @property
    def ms_a_page(self) -> float:
        return self.wall / self.pages * 1000


def measure(
    name: str,
    command: Sequence[str | Path],
    pages: int,
    *,
    output: Path,
    env: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Measured:
    """Run a linter, in a folder; both its streams go to files.

    Raises CommandError when it ends with another code than 0 or 1.
    """
    errors = output.with_name(output.name + ".stderr")
    with output.open("wb") as out, errors.open("wb") as err:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=out, stderr=err, stdin=subprocess.DEVNULL, env=_environment(env or {})
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        said = errors.read_text("utf-8", "replace").strip().splitlines()[-3:]
        raise CommandError(f"{name} ended with {process.returncode}: {' / '.join(said) or 'no word'}")
    peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return Measured(name, pages, wall, usage.ru_utime + usage.ru_stime, peak)


def instructions(command: Sequence[str | Path], *, output: Path) -> int | None:
    """What a command executes in its own process, counted by valgrind, the same on every machine; None without it."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        return None
    counts = output.with_name(output.name + ".counts")
    tool = (valgrind, "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={counts}")
    measure("instructions", (*tool, *command), 1, output=output, env={"PYTHONHASHSEED": "0"})
    summary = next(line for line in counts.read_text("utf-8").splitlines() if line.startswith("summary:"))
    return int(summary.split()[1])


def medians(commands: Sequence[Sequence[str | Path]], times: int, env: Mapping[str, str]) -> list[float]:
    """The median seconds of each command, run in turns so that a slow moment of the machine meets all."""
    taken: list[list[float]] = [[] for _ in commands]
    for _ in range(times):
        for command, seconds in zip(commands, taken, strict=True):
            begin = time.perf_counter()
            subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, env=_environment(env), check=False)
            seconds.append(time.perf_counter() - begin)
    return [statistics.median(seconds) for seconds in taken]


def _environment(env: Mapping[str, str]) -> dict[str, str]:
    """As an installed tool has it: its modules compiled when they were installed, its output buffered."""
    ours = {name: value for name, value in os.environ.items() if name not in DEVELOPERS}
    return {**ours, **env}
