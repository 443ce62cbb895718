"""Workers of a Dask cluster: a scheduler by its address, or processes of this machine.

To be imported only where Dask is installed (`doclint[cluster]`), and a cluster is asked for: it takes a while.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import suppress
from typing import Any

from distributed import Client, KilledWorker, LocalCluster, Worker, get_worker
from distributed.comm import CommClosedError
from distributed.diagnostics.plugin import WorkerPlugin

from doclint.run.cluster.host import Host, UnfitError
from doclint.run.cluster.job import Job
from doclint.run.cluster.workers import Opened
from doclint.text.errors import ConfigError

LOCAL = "local:"
PATIENCE = 60.0
"""Seconds that a scheduler or its workers may stay away."""
RECONNECT = 5.0
"""Seconds until a connection that was lost is begun anew."""
STEP = 0.5
OFTEN = 0.4
"""Seconds for which what is known of the workers is new enough; less than a step."""


class DaskEngine:
    """An engine; connects when the first page is sent."""

    def __init__(self, where: str, say: Callable[[str], None]) -> None:
        """`where` is the address of a scheduler or `local:NUMBER`. Raises ConfigError where it is neither."""
        self._where = where
        self._say = say
        self._client: Client | None = None
        self._job: Job | None = None
        self._known: dict[str, int] = {}
        self._asked = 0.0
        self.excluded: dict[str, str] = {}
        """Workers that cannot check these pages, and why."""
        number = where.removeprefix(LOCAL)
        if where.startswith(LOCAL) and not (number.isdecimal() and int(number) > 0):
            raise ConfigError(f'--cluster "{where}" is not local:NUMBER, such as local:4')
        if "://" not in where and not where.startswith(LOCAL):
            raise ConfigError(
                f'--cluster "{where}" is neither the address of a scheduler, as tcp://HOST:8786, nor local:4'
            )

    def open(self, job: Job) -> Opened:
        """Raises ConfigError where no worker comes, or one has another doclint."""
        self._end()
        self._job = job
        client = self._client = self._connected()
        self._asked = 0.0
        client.register_plugin(JobPlugin(job), name=job.id)
        self._wait_for(client)
        for address, other in client.run(_other_version, job.id).items():
            if other:
                self.leave_out(UnfitError(other, is_other=True, where=address))
        return Opened(_Tasks(self, client), AtWorker(job.id))

    def lanes(self) -> int:
        """The threads of all workers."""
        return max(sum(self.threads().values()), 1)

    def threads(self) -> dict[str, int]:
        """The workers that may be used, by address; the scheduler is asked now and then, since that takes a while."""
        if self._client and time.monotonic() > self._asked + OFTEN:
            known = self._client.scheduler_info(n_workers=-1)["workers"]
            self._known, self._asked = {address: one["nthreads"] for address, one in known.items()}, time.monotonic()
        return {address: number for address, number in self._known.items() if address not in self.excluded}

    def close(self) -> None:
        """Let the workers forget the job."""
        if self._client and self._job:
            with suppress(Exception):  # the cluster may be gone already
                self._client.unregister_worker_plugin(self._job.id)
        self._end()

    def leave_out(self, error: UnfitError) -> None:
        """Give a worker nothing more. Raises ConfigError where none is left."""
        if error.is_other:
            raise ConfigError(
                f"the worker {error.where} is not like this machine: {error.why}; install the same on both"
            )
        if error.where not in self.excluded:
            self.excluded[error.where] = error.why
            self._say(f"the worker {error.where} is left out: {error.why}")
        if not self.threads():
            raise ConfigError(f"no worker of {self._where} can check these pages: {error.why}")

    def _connected(self) -> Client:
        for name in list(logging.root.manager.loggerDict):
            if name.startswith("distributed"):
                logging.getLogger(name).setLevel(logging.CRITICAL)
        end = time.monotonic() + PATIENCE
        try:
            if self._where.startswith(LOCAL):
                number = int(self._where.removeprefix(LOCAL))
                cluster = LocalCluster(n_workers=number, threads_per_worker=1, dashboard_address=None)
                return Client(cluster, set_as_default=False)
            while True:
                try:
                    return Client(self._where, timeout=RECONNECT, set_as_default=False)
                except OSError:
                    if time.monotonic() > end:
                        raise
                    time.sleep(STEP)
        except (OSError, ValueError) as error:
            raise ConfigError(f"no scheduler answers at {self._where}: {error}") from None

    def _wait_for(self, client: Client) -> None:
        end = time.monotonic() + PATIENCE
        while not self.threads():
            if time.monotonic() > end:
                raise ConfigError(f"no worker has come to the scheduler {self._where}: start one with `dask worker`")
            time.sleep(STEP)
            client.run_on_scheduler(_nothing)  # raises where the scheduler is gone

    def _end(self) -> None:
        client, self._client = self._client, None
        if client:
            with suppress(Exception):
                client.close(timeout=1)
            if client.cluster:
                client.cluster.close()


class _Tasks(Executor):
    """Submits to all workers that may be used."""

    def __init__(self, engine: DaskEngine, client: Client) -> None:
        self._engine = engine
        self._client = client

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return _Answer(self._engine, lambda: self._sent(fn, args))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Tasks end with the client."""

    def _sent(self, fn: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        fitting = list(self._engine.threads()) if self._engine.excluded else None
        return self._client.submit(fn, *args, pure=False, workers=fitting, allow_other_workers=False)


class _Answer(Future[Any]):
    """What a worker answers, or another one where that cannot; asked for once."""

    def __init__(self, engine: DaskEngine, send: Callable[[], Any]) -> None:
        super().__init__()
        self._engine = engine
        self._send = send
        self._sent = self._sending()

    def result(self, timeout: float | None = None) -> Any:
        """Raises BrokenExecutor where workers died of it, ConnectionError where the scheduler is lost."""
        while True:
            try:
                return self._sent.result(timeout)
            except UnfitError as error:
                self._engine.leave_out(error)
                self._sent = self._sending()
            except KilledWorker as error:
                raise BrokenExecutor(str(error)) from None
            except (CancelledError, CommClosedError, OSError) as error:
                raise ConnectionError(str(error)) from None

    def _sending(self) -> Any:
        try:
            return self._send()
        except (CommClosedError, OSError) as error:
            raise ConnectionError(str(error)) from None


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


class AtWorker:
    """What runs there, in one of its threads."""

    def __init__(self, job: str) -> None:
        self._job = job

    def __call__(self, pages: bytes) -> bytes:
        worker = get_worker()
        if self._job not in worker.plugins:
            raise ConnectionError("the job is forgotten")  # by a scheduler that was started anew
        try:
            return bytes(worker.plugins[self._job].host.work(pages))
        except UnfitError as error:
            raise UnfitError(error.why, is_other=error.is_other, where=worker.address) from None


def _other_version(job: str, dask_worker: Worker) -> str:
    """Why a worker would judge otherwise; empty where it would not."""
    try:
        dask_worker.plugins[job].host.require_same()
    except UnfitError as error:
        return error.why
    return ""


def _nothing() -> None:
    """Asked of a scheduler to see that it is there."""
