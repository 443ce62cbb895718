"""A map over pages on all cores: bounded, in order, and leaving nobody behind."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Self

from doclint.checker import Checker
from doclint.discover import Target
from doclint.summary import PageResult

PAGES_A_TASK = 16
TASKS_AHEAD = 4
"""For each worker; results that are not yet asked for take up memory."""

Item = Target | PageResult
"""A page to check, or what is known of it already."""

Task = Sequence[Item]

_checker: Checker | None = None
"""Of a worker process, set when it starts."""


class Workers:
    """So many processes that check pages, started when the first page comes; none but this one when it is 1."""

    def __init__(self, checker: Checker, jobs: int, context: BaseContext | None = None) -> None:
        self.checker = checker
        self.jobs = jobs
        self.context = context
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._pool is None:
            return
        if kind is None:
            self._pool.shutdown()
            return
        # Ctrl-C, a closed pipe, a broken source: nobody waits for the rest, but for the pool to see that all are gone
        for child in multiprocessing.active_children():
            child.terminate()
        self._pool.shutdown(cancel_futures=True)

    def results(self, items: Iterable[Item]) -> Iterator[PageResult]:
        """The results of pages, in their order; those that are known already pass by the workers.

        The items are taken as the workers need them, so that looking up the next ones goes on beside the work.
        """
        if self.jobs <= 1:
            for item in items:
                yield item if isinstance(item, PageResult) else self.checker.check(item)
            return
        tasks = _tasks(items)
        running: deque[tuple[Task, Future[list[PageResult]] | None]] = deque()
        for task in tasks:
            running.append((task, self._submit(task)))
            while len(running) >= TASKS_AHEAD * self.jobs:
                yield from self._first(running)
        while running:
            yield from self._first(running)

    def _submit(self, task: Task) -> Future[list[PageResult]] | None:
        targets = [item for item in task if not isinstance(item, PageResult)]
        if not targets:
            return None
        self._pool = self._pool or self._start(self.jobs)
        try:
            return self._pool.submit(_work, targets)
        except BrokenProcessPool as error:
            # a worker died in a task that is under way: that one will say so first
            future: Future[list[PageResult]] = Future()
            future.set_exception(error)
            return future

    def _first(self, running: deque[tuple[Task, Future[list[PageResult]] | None]]) -> Iterator[PageResult]:
        """The results of the first task. If a worker died in some task, what is under way is begun anew."""
        task, future = running[0]
        try:
            fresh = iter(future.result() if future else ())
        except BrokenProcessPool:
            if self._pool:
                self._pool.shutdown(wait=False, cancel_futures=True)
                self._pool = None
            fresh = self._one_by_one([item for item in task if not isinstance(item, PageResult)])
            rest = [other for other, _ in running][1:]
            running.clear()
            running.append((task, None))
            running.extend((other, self._submit(other)) for other in rest)
        running.popleft()
        for item in task:
            yield item if isinstance(item, PageResult) else next(fresh)

    def _one_by_one(self, targets: Sequence[Target]) -> Iterator[PageResult]:
        """The pages of a task in which a worker may have died, each in a process of its own, so that it is named."""
        for target in targets:
            with self._start(1) as pool:
                try:
                    yield from pool.submit(_work, [target]).result()
                except BrokenProcessPool:
                    yield PageResult(target.path, "alone", [], left="its worker died")

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, mp_context=self.context, initializer=_begin, initargs=(self.checker,))


def _tasks(items: Iterable[Item]) -> Iterator[Task]:
    """The items in portions with so many pages to check; a portion of known ones only is cut short, too."""
    task: list[Item] = []
    unknown = 0
    for item in items:
        task.append(item)
        unknown += not isinstance(item, PageResult)
        if unknown == PAGES_A_TASK or len(task) == 4 * PAGES_A_TASK:
            yield task
            task, unknown = [], 0
    if task:
        yield task


def _begin(checker: Checker) -> None:
    """A worker leaves Ctrl-C to the process that started it."""
    global _checker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _checker = checker


def _work(targets: Sequence[Target]) -> list[PageResult]:
    assert _checker is not None
    return [_checker.check(target) for target in targets]
