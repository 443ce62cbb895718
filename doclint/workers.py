"""A map over pages on all cores: bounded, in order, and leaving nobody behind."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext

from doclint.checker import Checker
from doclint.discover import Target
from doclint.summary import PageResult

PAGES_A_TASK = 16
TASKS_AHEAD = 4
"""For each worker; results that are not yet asked for take up memory."""

Task = Sequence[Target]

_checker: Checker | None = None
"""Of a worker process, set when it starts."""


def results(
    checker: Checker, targets: Sequence[Target], jobs: int, context: BaseContext | None = None
) -> Iterator[PageResult]:
    """The results of all pages in the order of the targets, by that many processes; by this one when it is 1."""
    if jobs <= 1:
        yield from map(checker.check, targets)
        return
    tasks = deque(targets[at : at + PAGES_A_TASK] for at in range(0, len(targets), PAGES_A_TASK))
    while tasks:
        yield from _run(checker, tasks, jobs, context)


def _run(checker: Checker, tasks: deque[Task], jobs: int, context: BaseContext | None) -> Iterator[PageResult]:
    """Work off the tasks; stops early, with some left, when a worker died and a new pool is needed."""
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(checker,))
    running: deque[tuple[Task, Future[list[PageResult]]]] = deque()
    try:
        while tasks or running:
            while tasks and len(running) < TASKS_AHEAD * jobs:
                task = tasks.popleft()
                running.append((task, pool.submit(_work, task)))
            _, future = running[0]
            done = future.result()
            running.popleft()
            yield from done
        pool.shutdown()
    except BrokenProcessPool:
        pool.shutdown(wait=False, cancel_futures=True)
        unfinished = [task for task, _ in running]
        yield from _one_by_one(checker, unfinished[0], context)
        tasks.extendleft(reversed(unfinished[1:]))
    except BaseException:
        # Ctrl-C, a closed pipe, a broken source: nobody waits for the rest
        pool.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            child.terminate()
        raise


def _one_by_one(checker: Checker, task: Task, context: BaseContext | None) -> Iterator[PageResult]:
    """The pages of a task in which a worker may have died, each in a process of its own, so that the page is named."""
    for target in task:
        with ProcessPoolExecutor(1, mp_context=context, initializer=_start, initargs=(checker,)) as pool:
            try:
                yield from pool.submit(_work, [target]).result()
            except BrokenProcessPool:
                yield PageResult(target.path, "alone", [], left="its worker died")


def _start(checker: Checker) -> None:
    """A worker leaves Ctrl-C to the process that started it."""
    global _checker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _checker = checker


def _work(task: Task) -> list[PageResult]:
    assert _checker is not None
    return _checker.check_all(task)
