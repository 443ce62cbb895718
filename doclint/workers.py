"""A map over pages on all cores: bounded, in order, and leaving nobody behind."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Sequence
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

Task = Sequence[Target]

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
        # Ctrl-C, a closed pipe, a broken source: nobody waits for the rest
        self._pool.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            child.terminate()

    def results(self, targets: Sequence[Target]) -> Iterator[PageResult]:
        """The results of these pages, in their order."""
        if self.jobs <= 1:
            yield from map(self.checker.check, targets)
            return
        tasks = deque(targets[at : at + PAGES_A_TASK] for at in range(0, len(targets), PAGES_A_TASK))
        while tasks:
            yield from self._run(tasks)

    def _run(self, tasks: deque[Task]) -> Iterator[PageResult]:
        """Work off the tasks; stops early, with some left, when a worker died and a new pool is needed."""
        if self._pool is None:
            self._pool = self._start(self.jobs)
        running: deque[tuple[Task, Future[list[PageResult]]]] = deque()
        try:
            while tasks or running:
                while tasks and len(running) < TASKS_AHEAD * self.jobs:
                    running.append((tasks[0], self._pool.submit(_work, tasks[0])))
                    tasks.popleft()
                done = running[0][1].result()
                running.popleft()
                yield from done
        except BrokenProcessPool:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None
            unfinished = [task for task, _ in running]
            first = unfinished.pop(0) if unfinished else tasks.popleft()
            tasks.extendleft(reversed(unfinished))
            yield from self._one_by_one(first)

    def _one_by_one(self, task: Task) -> Iterator[PageResult]:
        """The pages of a task in which a worker may have died, each in a process of its own, so that it is named."""
        for target in task:
            with self._start(1) as pool:
                try:
                    yield from pool.submit(_work, [target]).result()
                except BrokenProcessPool:
                    yield PageResult(target.path, "alone", [], left="its worker died")

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, mp_context=self.context, initializer=_begin, initargs=(self.checker,))


def _begin(checker: Checker) -> None:
    """A worker leaves Ctrl-C to the process that started it."""
    global _checker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _checker = checker


def _work(task: Task) -> list[PageResult]:
    assert _checker is not None
    return [_checker.check(target) for target in task]
