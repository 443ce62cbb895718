"""At how many workers the client of a cluster is as busy as they are, told by what a page costs each of them.

python benchmarks/saturation.py [PATHS...] [--source ENGLISH] [--cluster ADDRESS]

The pages are checked three times: in this process (what a page costs a worker), with an engine that knows all answers
already (what handing out and taking in cost the client, without Dask), and on a cluster, where the processor time of
this process alone is counted (with Dask).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from doclint.run import Asked, PageResult
from doclint.run.cache.lookup import Lookup
from doclint.run.checker import Checker
from doclint.run.cluster.job import Job
from doclint.run.cluster.relocate import dumped, loaded
from doclint.run.cluster.workers import ClusterWorkers, Engine, Opened
from doclint.run.plan.plan import Plan, make


class Knowing(Executor):
    """Answers at once."""

    def __init__(self, answers: dict[str, PageResult]) -> None:
        self.answers = answers
        self.spent = 0.0
        """Seconds of this process that a worker would have spent."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        began = time.process_time()
        future: Future[Any] = Future()
        future.set_result(dumped([self.answers[target.path] for target in loaded(args[0])]))
        self.spent += time.process_time() - began
        return future

    def open(self, job: Job) -> Opened:
        return Opened(self, len)

    def lanes(self) -> int:
        return 4

    def close(self) -> None:
        """Nothing is open."""


class Timed:
    """An engine that notes when its workers are open: what comes after that is done for each page."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.lanes = engine.lanes
        self.close = engine.close
        self.began = 0.0

    def open(self, job: Job) -> Opened:
        opened = self.engine.open(job)
        self.began = time.process_time()
        return opened


def through(plan: Plan, engine: Engine) -> float:
    """The processor time of this process for all pages."""
    checker = Checker([rule.id for rule in plan.rules], plan.contexts, packs=plan.packs)
    timed = Timed(engine)
    with ClusterWorkers(checker, plan.targets, timed) as workers:
        for _, result in workers.results(map(Lookup, plan.targets)):
            _ = result.findings.lines
        return time.process_time() - timed.began


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--source")
    parser.add_argument("--cluster")
    given = parser.parse_args()
    plan = make(Asked(paths=tuple(given.paths), source=given.source))
    checker = Checker([rule.id for rule in plan.rules], plan.contexts, packs=plan.packs)
    began = time.process_time()
    answers = {target.path: checker.check(target) for target in plan.targets}
    page = (time.process_time() - began) / len(answers)
    knowing = Knowing(answers)
    costs = {"without Dask": (through(plan, knowing) - knowing.spent) / len(answers)}
    print(f"{len(answers)} pages below {Path.cwd().name}: {page * 1000:.2f} ms each in a worker")
    if given.cluster:
        from doclint.run.cluster.dask import DaskEngine

        costs["with Dask"] = through(plan, DaskEngine(given.cluster, print)) / len(answers)
    for what, cost in costs.items():
        print(f"{what}: {cost * 1000:.3f} ms each in the client, which is saturated by {page / cost:.0f} workers")
        for workers in (1, 2, 4, 8, 16, 32, 64, 128):
            seconds = max(page / workers, cost) * 1_000_000
            gain = page * 1e6 / seconds
            print(f"  {workers:4} workers: a million pages in {seconds / 60:7.1f} min, {gain:5.1f} times one")


if __name__ == "__main__":
    main()
