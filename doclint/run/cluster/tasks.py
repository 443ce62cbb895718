"""Tasks of a Dask cluster as the futures of an executor: bounded tries, and two ways to fail that callers know.

To be imported only where Dask is installed.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from pickle import UnpicklingError
from traceback import format_exception
from typing import Any, Protocol

from distributed import Client, KilledWorker, Worker, get_worker
from distributed.comm import CommClosedError
from distributed.diagnostics.plugin import WorkerPlugin

from doclint.run.cluster.host import Host, UnfitError
from doclint.run.cluster.job import Job
from doclint.text.errors import ConfigError

LOST = (CancelledError, CommClosedError, OSError)
"""What Dask raises where a scheduler is lost."""
OTHER = (ImportError, AttributeError, UnpicklingError, RuntimeError)
"""What a machine raises that cannot read what it is sent, since it has another doclint or none, or another Python."""


class FaultError(Exception):
    """Doclint itself failed on a worker that is like this machine: none of OTHER, whatever was raised there."""


class Crew(Protocol):
    """The workers of an engine."""

    def chosen(self) -> list[str] | None:
        """The addresses of those that may be used; None: all."""
        ...

    def leave_out(self, error: UnfitError) -> None:
        """Give a worker nothing more. Raises ConfigError where none is left."""
        ...


class Tasks(Executor):
    """Submits to all workers that may be used."""

    def __init__(self, crew: Crew, client: Client) -> None:
        self._crew = crew
        self._client = client

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return Answer(self._crew, lambda: self._sent(fn, args))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Tasks end with the client."""

    def _sent(self, fn: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        """Raises ConnectionError where the client has given the scheduler up; Dask has no error of its own for that."""
        try:
            chosen = self._crew.chosen()
            return self._client.submit(fn, *args, pure=False, workers=chosen, allow_other_workers=False)
        except Exception as error:
            if self._client.status == "running" and not isinstance(error, LOST):
                raise
            raise ConnectionError(str(error)) from None


class Answer(Future[Any]):
    """What a worker answers, or another one where that cannot; asked for once."""

    def __init__(self, crew: Crew, send: Callable[[], Any]) -> None:
        super().__init__()
        self._crew = crew
        self._send = send
        self._lost: ConnectionError | None = None
        try:
            self._sent = send()
        except ConnectionError as error:  # said by the result: who submits cannot begin anew
            self._lost = error

    def result(self, timeout: float | None = None) -> Any:
        """Raises BrokenExecutor where workers died of it, ConnectionError where the scheduler is lost."""
        if self._lost:
            raise self._lost
        while True:
            try:
                return self._sent.result(timeout)
            except UnfitError as error:
                self._crew.leave_out(error)
                self._sent = self._send()
            except KilledWorker as error:
                raise BrokenExecutor(str(error)) from None
            except LOST as error:
                raise ConnectionError(str(error)) from None
            except OTHER as error:
                why = str(error).partition(". ")[0]
                raise ConfigError(f"a machine of the cluster {unlike(why)}") from None


def unlike(why: str) -> str:
    """What is said of a worker that would judge otherwise."""
    return f"is not like this machine: {why}; install the same on both"


class JobPlugin(WorkerPlugin):  # type: ignore[misc]
    """A job as a worker keeps it, also one that joins later."""

    def __init__(self, job: Job) -> None:
        self.host = Host(job)
        self._job = job

    def __reduce__(self) -> tuple[type[JobPlugin], tuple[Job]]:
        return JobPlugin, (self._job,)

    def setup(self, worker: Worker) -> None:
        """Nothing before the first page."""

    def teardown(self, worker: Worker) -> None:
        self.host.close()


def at_worker(job: str) -> Callable[[bytes], bytes]:
    """What runs there; it travels as code, not by its name, so that a scheduler needs no doclint."""

    def work(pages: bytes) -> bytes:
        from doclint.run.cluster.tasks import worked

        return worked(job, pages)

    return work


def worked(job: str, pages: bytes) -> bytes:
    """The results of pages, in one of a worker's threads. Raises UnfitError, ConnectionError, FaultError."""
    worker = get_worker()
    if job not in worker.plugins:
        raise ConnectionError("the job was lost")  # by a scheduler that was started anew
    try:
        return bytes(worker.plugins[job].host.work(pages))
    except UnfitError as error:
        raise UnfitError(error.why, is_other=error.is_other, where=worker.address) from None
    except OTHER as error:  # after the host has seen that its doclint is ours
        raise FaultError("".join(format_exception(error))) from None


def other_version(job: str, dask_worker: Worker) -> str:
    """Why a worker would judge otherwise; empty where it would not."""
    plugin = dask_worker.plugins.get(job)
    if plugin is None:
        return "it could not read the job"
    try:
        plugin.host.require_same()
    except UnfitError as error:
        return error.why
    return ""
