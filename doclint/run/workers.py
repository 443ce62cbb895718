"""A map over pages on all cores: bounded in time and number, in order, and leaving nobody behind."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from doclint.engine.packed import Findings
from doclint.layouts import Target
from doclint.run.cache.lookup import Lookup
from doclint.run.checker import Checker
from doclint.run.summary import PageResult
from doclint.text.files.ending import ENDING, held_back
from doclint.text.process.collector import look_rarely
from doclint.text.process.pools import expect_no_more, expect_no_taker
from doclint.text.timelimit import ends_process, said

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext

PAGES_A_TASK, MOST_PAGES_A_TASK = 16, 64
"""The most while many are left: pages that lie beside each other are alike, and a worker remembers what it read."""

TASKS_AHEAD = 4
"""For each worker; results that are not yet asked for take up memory."""

DIED = "the process that checked it died"

Task = Sequence[Lookup]

R = TypeVar("R")

Running = deque[tuple[Task, R | None]]
"""Tasks under way in their order, each with what will have its results; None where all are known."""

Page = tuple[Target, bytes | None]
"""A page to check, and its bytes where they were read."""

_checker: Checker | None = None
"""Of a worker process, set when it starts."""


class Workers:
    """So many processes that check pages, started when the first page comes.

    None but this one when it is 1, unless we are in a thread: a page's time has no limit there. `expected` pages come.
    """

    def __init__(self, checker: Checker, jobs: int, context: BaseContext | None = None, *, expected: int = 0) -> None:
        self.checker = checker
        self.jobs = jobs
        self.expected = expected
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
        for child in list((self._pool._processes or {}).values()):
            child.terminate()
        expect_no_more(self._pool)
        self._pool.shutdown(cancel_futures=True)

    def results(self, lookups: Iterable[Lookup]) -> Iterator[tuple[Lookup, PageResult]]:
        """The results of pages, in their order; those that are known already pass by the workers.

        The lookups are taken as the workers need them, so that looking up the next ones goes on beside the work.
        """
        if self.jobs <= 1 and _is_main_thread():
            look_rarely()
            for lookup in lookups:
                yield lookup, lookup.result or self.checker.check(lookup.target, lookup.data)
            return
        yield from in_order(lookups, self._submit, self._first, lambda: self.jobs, expected=self.expected)

    def _submit(self, task: Task) -> Future[list[PageResult]] | None:
        from concurrent.futures import BrokenExecutor, Future

        pages = _unknown(task)
        if not pages:
            return None
        if self._pool is None:
            self.checker.prepare([target for target, _ in pages])
            self._pool = self._start(self.jobs)
        try:
            return _submitted(self._pool, pages)
        except BrokenExecutor as error:
            # a worker died in a task that is under way: that one will say so first
            future = Future[list[PageResult]]()
            future.set_exception(error)
            return future

    def _first(self, running: Running[Future[list[PageResult]]]) -> Iterator[tuple[Lookup, PageResult]]:
        """The results of the first task. If a worker died in some task, what is under way is begun anew."""
        from concurrent.futures import BrokenExecutor

        task, future = running[0]
        try:
            fresh = iter(future.result() if future else ())
        except BrokenExecutor:
            if self._pool:
                self._pool.shutdown(wait=False, cancel_futures=True)
                self._pool = None
            fresh = iter(list(self._one_by_one(_unknown(task))))  # to the end, which closes the last pool
            rest = [other for other, _ in running][1:]
            running.clear()
            running.append((task, None))
            running.extend((other, self._submit(other)) for other in rest)
        running.popleft()
        for lookup in task:
            yield lookup, lookup.result or next(fresh)

    def _one_by_one(self, pages: Sequence[Page]) -> Iterator[PageResult]:
        """The pages of a task in which a worker may have died, each in a process of its own, so that it is named."""
        from concurrent.futures import BrokenExecutor

        for page in pages:
            began = time.monotonic()
            with self._start(1) as pool:
                try:
                    yield from _submitted(pool, [page]).result()
                except BrokenExecutor:
                    is_late = 0 < self.checker.seconds < time.monotonic() - began
                    why = said(self.checker.seconds) if is_late else DIED
                    yield PageResult(page[0].path, "alone", Findings(), unfinished=why)

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor

        context = self.context
        if context is None and not _is_main_thread():
            from multiprocessing import get_context

            context = get_context("spawn")  # a fork copies locks that other threads hold, and nobody opens them there
        pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(self.checker,))
        if sys.version_info < (3, 11, 5):
            expect_no_taker(pool)
        return pool


def in_order(
    lookups: Iterable[Lookup],
    submit: Callable[[Task], R | None],
    first: Callable[[Running[R]], Iterator[tuple[Lookup, PageResult]]],
    lanes: Callable[[], int],
    *,
    expected: int = 0,
) -> Iterator[tuple[Lookup, PageResult]]:
    """The results of pages in their order, with so few tasks under way that memory bears what is not yet asked for.

    `first` takes the first task off and gives its results, or begins tasks anew and gives none. Of `expected` pages
    the first go in large tasks, the last in small ones, so that all workers end together.
    """
    running: Running[R] = deque()
    for task in _tasks(lookups, lambda done: (expected - done) // (TASKS_AHEAD * lanes())):
        running.append((task, submit(task)))
        while len(running) >= TASKS_AHEAD * lanes():
            yield from first(running)
    while running:
        yield from first(running)


def _is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def _tasks(lookups: Iterable[Lookup], share: Callable[[int], int]) -> Iterator[Task]:
    """The lookups in portions with so many pages to check; a portion of known ones only is cut short, too.

    `share` says how many a worker might have when so many lookups are handed out. Pages of one English page stay
    together while they are few: it is read and parsed once a worker.
    """
    task: list[Lookup] = []
    done, unknown, size = 0, 0, PAGES_A_TASK
    for lookup in lookups:
        if _is_enough(task, unknown, lookup, size):
            yield task
            done += len(task)
            task, unknown, size = [], 0, max(PAGES_A_TASK, min(MOST_PAGES_A_TASK, share(done)))
        task.append(lookup)
        unknown += lookup.result is None
    if task:
        yield task


def _is_enough(task: Task, unknown: int, following: Lookup, size: int) -> bool:
    """Whether a task with so many pages to check is cut before the lookup that follows."""
    if unknown < size:
        return len(task) == 4 * size
    ours, theirs = task[-1].target, following.target
    is_of_one = ours.source == theirs.source and ours.context == theirs.context
    return not is_of_one or unknown == size + PAGES_A_TASK


def _unknown(task: Task) -> list[Page]:
    return [(lookup.target, lookup.data) for lookup in task if lookup.result is None]


def _submitted(pool: ProcessPoolExecutor, pages: Sequence[Page]) -> Future[list[PageResult]]:
    """The pages handed to the pool, which may start processes for them."""
    with held_back():  # Python ignores what is raised in the hooks around a fork
        return pool.submit(_work, pages)


def _begin(checker: Checker) -> None:
    """A worker, started with signals held back, leaves Ctrl-C to the process that started it, and ends with that."""
    global _checker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    look_rarely()
    _checker = checker


def _end_with_parent() -> None:
    """A parent that was killed cannot say so, and who waits for its next task would wait for ever."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(pages: Sequence[Page]) -> list[PageResult]:
    assert _checker is not None
    results = []
    for target, data in pages:
        with ends_process(_checker.seconds):
            results.append(_checker.check(target, data))
    return results
