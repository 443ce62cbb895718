"""A map over pages on other machines: bounded, in order, and no page lost with a worker or a scheduler."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from types import TracebackType
from typing import NamedTuple, Protocol, Self

from doclint.engine.packed import Findings
from doclint.layouts import Target
from doclint.run.cache.lookup import Lookup
from doclint.run.checker import Checker
from doclint.run.cluster.job import Job, job_of
from doclint.run.cluster.relocate import dumped, loaded
from doclint.run.summary import PageResult
from doclint.run.workers import DIED, Running, Task, in_order
from doclint.text.errors import ConfigError

LOSSES = 20
"""How often in a row the connection may be lost before any page is through."""


class Opened(NamedTuple):
    """Workers that know a job."""

    executor: Executor
    """A future raises BrokenExecutor where a worker died of its pages, ConnectionError where all is lost."""
    work: Callable[[bytes], bytes]
    """What a worker does: `host.Host.work` of the job, wherever that is."""


class Engine(Protocol):
    """Whoever runs the workers."""

    def open(self, job: Job) -> Opened:
        """The workers, told the job; again where the connection was lost. Raises ConfigError where there are none."""
        ...

    def lanes(self) -> int:
        """How many tasks are under way at once, now."""
        ...

    def close(self) -> None:
        """Let the workers forget the job."""
        ...


class ClusterWorkers:
    """The workers of an engine."""

    def __init__(self, checker: Checker, targets: Sequence[Target], engine: Engine) -> None:
        self._checker = checker
        self._targets = targets
        self._engine = engine
        self._job: Job | None = None
        self._opened: Opened | None = None
        self._losses = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._opened:
            self._opened.executor.shutdown(wait=kind is None, cancel_futures=True)
            self._engine.close()

    def results(self, lookups: Iterable[Lookup]) -> Iterator[tuple[Lookup, PageResult]]:
        """The results of pages, in their order; those that are known already pass by the workers."""
        return in_order(lookups, self._submit, self._first, self._engine.lanes)

    def _submit(self, task: Task) -> Future[bytes] | None:
        targets = [lookup.target for lookup in task if lookup.result is None]
        return self._sent(targets) if targets else None

    def _sent(self, targets: Sequence[Target]) -> Future[bytes]:
        if self._opened is None:
            if self._job is None:
                self._checker.prepare(targets)  # the log of the first repository, which is sent along
            self._job = self._job or job_of(self._checker, self._targets)
            self._opened = self._engine.open(self._job)
        return self._opened.executor.submit(self._opened.work, dumped(targets))

    def _first(self, running: Running[Future[bytes]]) -> Iterator[tuple[Lookup, PageResult]]:
        """The results of the first task; where the connection was lost, none yet, and all tasks are begun anew.

        Raises ConfigError where it is lost again and again.
        """
        task, future = running[0]
        try:
            fresh = self._results(task, future)
        except ConnectionError as error:
            self._losses += 1
            if self._losses > LOSSES:
                raise ConfigError(f"the connection to the workers keeps breaking: {error}") from None
            self._opened = None
            rest = [(other, self._submit(other)) for other, _ in running]
            running.clear()
            running.extend(rest)
            return
        self._losses = 0
        running.popleft()
        for lookup in task:
            yield lookup, lookup.result or next(fresh)

    def _results(self, task: Task, future: Future[bytes] | None) -> Iterator[PageResult]:
        try:
            return iter(loaded(future.result()) if future else ())
        except BrokenExecutor:
            return iter([self._alone(lookup.target) for lookup in task if lookup.result is None])

    def _alone(self, target: Target) -> PageResult:
        """A page of a task that a worker died in, by itself, so that it is named."""
        try:
            result: PageResult = loaded(self._sent([target]).result())[0]
        except BrokenExecutor:
            return PageResult(target.path, "alone", Findings(), unfinished=DIED)
        return result
