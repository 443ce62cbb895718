"""A worker on another machine: gets the repositories that a job names, once, and checks pages in its own processes.

Such a process may be ended by a page that takes too long or kills it; the worker stays.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from doclint import VERSION
from doclint.page.endings import ENDINGS
from doclint.run.cache.lookup import Lookup
from doclint.run.checker import Checker
from doclint.run.cluster.job import Job, judges_of
from doclint.run.cluster.relocate import dumped, loaded
from doclint.run.workers import Workers
from doclint.sources.git.repository import open_repository
from doclint.sources.git.versions.logfile import log_file
from doclint.sources.mirror import Mirror
from doclint.text.errors import DoclintError
from doclint.text.files.cachefolder import location
from doclint.text.files.whole import write_whole


class UnfitError(Exception):
    """A worker cannot check the pages of a job, and others may: why, and whether its doclint is another one."""

    def __init__(self, why: str, *, is_other: bool = False, where: str = "") -> None:
        super().__init__(why, is_other, where)
        self.why = why
        self.is_other = is_other
        self.where = where

    def __reduce__(self) -> tuple[object, ...]:
        return _unfit, (self.why, self.is_other, self.where)


def _unfit(why: str, is_other: bool, where: str) -> UnfitError:
    return UnfitError(why, is_other=is_other, where=where)


class Host:
    """Checks pages of one job, in as many threads as ask, each with a process of its own."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._lock = threading.Lock()
        self._checker: Checker | None = None
        self._unfit: UnfitError | None = None
        self._idle: list[Workers] = []

    def work(self, pages: bytes) -> bytes:
        """The results of pages, in their order, both as bytes. Raises UnfitError."""
        with self._a_process() as workers, _of_the_system():
            lookups = [Lookup(target) for target in loaded(pages)]
            return dumped([result for _, result in workers.results(lookups)])

    def require_same(self) -> None:
        """Raise UnfitError where what judges pages here is not what judges them there."""
        try:
            checker: Checker = loaded(self._job.checker)
            is_same = judges_of(checker) == self._job.judges
        except Exception as error:
            raise UnfitError(f"it cannot read the job: {error}", is_other=True) from None
        if not is_same:
            why = f"it has doclint {VERSION} with other code, rules, libraries or another Python"
            raise UnfitError(why, is_other=True)

    def close(self) -> None:
        """End the processes."""
        while self._idle:
            self._idle.pop().__exit__(None, None, None)

    @contextmanager
    def _a_process(self) -> Iterator[Workers]:
        with self._lock:
            checker = self._ready()
            workers = self._idle.pop() if self._idle else Workers(checker, 1)
        try:
            yield workers
        finally:
            with self._lock:
                self._idle.append(workers)

    def _ready(self) -> Checker:
        """The checker, with all that it reads in its place; what went wrong once does so each time."""
        if self._unfit:
            raise UnfitError(self._unfit.why, is_other=self._unfit.is_other)
        if self._checker is None:
            try:
                with _of_the_system():
                    self._checker = self._prepared()
            except UnfitError as error:
                # without its traceback, which holds on to all that was opened
                self._unfit = UnfitError(error.why, is_other=error.is_other)
                raise
        return self._checker

    def _prepared(self) -> Checker:
        job = self._job
        self.require_same()
        for folder in job.folders:
            if not Path(folder).is_dir():
                raise UnfitError(
                    f'it has no folder "{folder}": name the pages by URL in a workspace, or share the folder'
                )
        if job.folders:
            os.chdir(job.here)
        for url, commits in job.mirrors:
            mirror = Mirror.of(url, location())
            try:
                mirror.hold(commits, ENDINGS)
            except DoclintError as error:
                raise UnfitError(str(error)) from None
        for name, data in job.books:
            _keep(location() / Path(name).name, data)
        for url, commit, data in job.logs:
            opened = open_repository(str(Mirror.of(url, location()).folder))
            if opened:
                _keep(log_file(opened.repository, commit, location()), data)
        # Dask's workers are daemons, who may have no children; ours end with their parent
        vars(multiprocessing.current_process())["_config"]["daemon"] = False
        checker: Checker = loaded(job.checker)
        return checker


def _keep(file: Path, data: bytes) -> None:
    """Have a file of the cache that another machine made; without it, it is made here."""
    with suppress(OSError):
        if not file.exists():
            write_whole(file, data)


@contextmanager
def _of_the_system() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnfitError(f"its system refuses: {error.strerror or error}") from None
