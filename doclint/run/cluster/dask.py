"""Workers of a Dask cluster: a scheduler by its address, or processes of this machine.

To be imported only where Dask is installed (`doclint[cluster]`), and a cluster is asked for: it takes a while.
"""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Callable
from contextlib import suppress

from distributed import Client, LocalCluster

from doclint.run.cluster.host import UnfitError
from doclint.run.cluster.job import Job
from doclint.run.cluster.tasks import OTHER, JobPlugin, Tasks, at_worker, other_version, unlike
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
        self._job = job
        end = time.monotonic() + PATIENCE
        while True:
            self._end()
            try:
                return self._opened(job)
            except OSError as error:
                if time.monotonic() > end:
                    raise ConfigError(f"no scheduler answers at {self._where}: {error}") from None
            except ConfigError:
                self.close()
                raise
            except ValueError as error:
                raise ConfigError(f'--cluster "{self._where}" is not the address of a scheduler: {error}') from None
            time.sleep(STEP)

    def lanes(self) -> int:
        """The threads of all workers."""
        return max(sum(self.threads().values()), 1)

    def threads(self) -> dict[str, int]:
        """The workers that may be used, by address; the scheduler is asked now and then, since that takes a while."""
        if self._client and time.monotonic() > self._asked + OFTEN:
            # a client that has given its scheduler up knows nothing
            known = self._client.scheduler_info(n_workers=-1).get("workers", {})
            self._known, self._asked = {address: one["nthreads"] for address, one in known.items()}, time.monotonic()
        return {address: number for address, number in self._known.items() if address not in self.excluded}

    def chosen(self) -> list[str] | None:
        return list(self.threads()) if self.excluded else None

    def close(self) -> None:
        """Let the workers forget the job."""
        if self._client and self._job:
            with suppress(Exception):  # the cluster may be gone already
                self._client.unregister_worker_plugin(self._job.id)
        self._end()

    def leave_out(self, error: UnfitError) -> None:
        """Give a worker nothing more. Raises ConfigError where none is left."""
        if error.is_other:
            raise ConfigError(f"the worker {error.where} {unlike(error.why)}")
        if error.where not in self.excluded:
            self.excluded[error.where] = error.why
            self._say(f"the worker {error.where} is left out: {error.why}")
        if not self.threads():
            raise ConfigError(f"no worker of {self._where} can check these pages: {error.why}")

    def _opened(self, job: Job) -> Opened:
        """Raises OSError where the scheduler cannot be reached, ValueError where its address is none."""
        client = self._client = self._connected()
        self._asked = 0.0
        failure: Exception | None = None
        try:
            client.register_plugin(JobPlugin(job), name=job.id)
        except OSError:
            raise
        except Exception as error:  # whatever a worker says that cannot read it
            failure = error
        self._wait_for(client)
        for address, why in client.run(other_version, job.id, on_error="return").items():
            # one that went away meanwhile is none of ours
            if why and not isinstance(why, OSError):
                said = f"it has no doclint, or another one ({why})" if isinstance(why, Exception) else why
                self.leave_out(UnfitError(said, is_other=True, where=address))
        if failure:
            raise ConfigError(f"the cluster {self._where} accepts no job: {failure}")
        return Opened(Tasks(self, client), at_worker(job.id))

    def _connected(self) -> Client:
        """Raises OSError, ValueError."""
        for name in list(logging.root.manager.loggerDict):
            if name.startswith("distributed"):
                logging.getLogger(name).setLevel(logging.CRITICAL)
        warnings.filterwarnings("ignore", module="distributed")  # we say ourselves what is another version
        try:
            if self._where.startswith(LOCAL):
                number = int(self._where.removeprefix(LOCAL))
                # as threads of this process: each has pages checked in a process of its own
                cluster = LocalCluster(
                    n_workers=number, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
                )
                return Client(cluster, set_as_default=False)
            return Client(self._where, timeout=RECONNECT, set_as_default=False)
        except OTHER as error:
            raise ConfigError(f"the scheduler {self._where} {unlike(str(error))}") from None

    def _wait_for(self, client: Client) -> None:
        """Raises ConfigError where no worker comes, OSError where the scheduler is gone."""
        end = time.monotonic() + PATIENCE
        while not self.threads():
            if time.monotonic() > end:
                raise ConfigError(f"no worker has joined the scheduler {self._where}: start one with `dask worker`")
            time.sleep(STEP)
            client.run_on_scheduler(_nothing)

    def _end(self) -> None:
        client, self._client = self._client, None
        if client:
            with suppress(Exception):
                client.close(timeout=1)
            if client.cluster:
                client.cluster.close()


def _nothing() -> None:
    """Asked of a scheduler to see that it is there."""
