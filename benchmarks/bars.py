"""What was measured, held against what doclint promises, as a Markdown table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field

from measure import Measured

FLAT = 1.15
"""The most that a page of the largest tree may take, times one of the smallest: what the noise of a machine allows."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One promise."""

    what: str
    wanted: str
    measured: str
    is_met: bool | None
    """None when it could not be measured."""


@dataclass(slots=True)
class Report:
    """All that one benchmark measured."""

    machine: Mapping[str, object]
    runs: dict[str, Measured] = field(default_factory=dict)
    sizes: list[str] = field(default_factory=list)
    """Names of the cold runs on two jobs, the smallest tree first."""
    seconds_of_one_page: float | None = None
    seconds_of_imports: float | None = None
    is_same_output: bool | None = None
    """Whether one job, two jobs and a warm cache said the same, byte for byte."""
    remarks: list[str] = field(default_factory=list)

    def bars(self) -> Iterator[Bar]:
        """Each promise with what was measured."""
        cold, warm, first = self._run("cold, 2 jobs"), self._run("warm, 2 jobs"), self.runs.get(self.sizes[0])
        yield _at_least("pairs a second, cold, two jobs", 1000, cold.pages_a_second if cold else None)
        yield _at_least(
            "times co-op-review's pairs a second", 15, self._times_faster("same pairs, 2 jobs", "co-op-review")
        )
        yield _at_least(
            "times markdownlint-cli2's files a second", 5, self._times_faster("cold, 2 jobs", "markdownlint-cli2")
        )
        slower = self._times_faster("rumdl", "cold, 2 jobs")
        yield _at_most("times rumdl's wall time", 5, slower)
        yield _at_least("times faster, warm", 10, cold.wall / warm.wall if warm and cold else None)
        growth = cold.ms_a_page / first.ms_a_page if cold and first else None
        yield _at_most(
            f"times longer a page: {cold and cold.pages:,} pages against {first and first.pages:,}", FLAT, growth
        )
        peaks = [run.peak_mb for name, run in self.runs.items() if name.startswith("doclint")]
        yield _at_most("MB, largest process", 400, max(peaks, default=None))
        one = (
            self.seconds_of_one_page and self.seconds_of_imports and self.seconds_of_one_page / self.seconds_of_imports
        )
        yield _at_most("times the bare imports, a single page", 3, one)

    def _run(self, name: str) -> Measured | None:
        return self.runs.get(f"doclint {name}")

    def _times_faster(self, one: str, other: str) -> float | None:
        fast, slow = (self._run(name) or self.runs.get(name) for name in (one, other))
        return fast.pages_a_second / slow.pages_a_second if fast and slow else None

    def as_markdown(self) -> str:
        """The tables for people."""
        lines = [
            "| run | pages | wall s | CPU s | peak MB | pages/s | ms/page |",
            "|---|---:|---:|---:|---:|---:|---:|",
        ]
        for run in self.runs.values():
            cells = f"{run.pages:,} | {run.wall:.2f} | {run.cpu:.2f} | {run.peak_mb:.0f}"
            lines.append(f"| {run.name} | {cells} | {run.pages_a_second:,.0f} | {run.ms_a_page:.2f} |")
        lines += ["", "| bar | wanted | measured | |", "|---|---:|---:|---|"]
        verdict = {True: "met", False: "MISSED", None: "not measured"}
        lines += [f"| {bar.what} | {bar.wanted} | {bar.measured} | {verdict[bar.is_met]} |" for bar in self.bars()]
        if self.seconds_of_one_page and self.seconds_of_imports:
            page, bare = self.seconds_of_one_page * 1000, self.seconds_of_imports * 1000
            lines += ["", f"A single page: {page:.0f} ms; `import click, markdown_it`: {bare:.0f} ms."]
        lines += ["", f"Same findings in the same order, one job, two jobs, warm: {self.is_same_output}."]
        lines += [f"{name}: {value}" for name, value in self.machine.items()] + self.remarks
        return "\n".join(lines) + "\n"

    def as_json(self) -> str:
        """The same for programs."""
        runs = [
            {**asdict(run), "pages_a_second": run.pages_a_second, "ms_a_page": run.ms_a_page}
            for run in self.runs.values()
        ]
        return json.dumps({**asdict(self), "runs": runs, "bars": [asdict(bar) for bar in self.bars()]}, indent=2) + "\n"


def _at_least(what: str, bound: float, value: float | None) -> Bar:
    return Bar(what, f">= {bound:,g}", _shown(value), None if value is None else value >= bound)


def _at_most(what: str, bound: float, value: float | None) -> Bar:
    return Bar(what, f"<= {bound:,g}", _shown(value), None if value is None else value <= bound)


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:,.2f}" if value < 100 else f"{value:,.0f}"
