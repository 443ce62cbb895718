"""Machines of a cluster, for a test: `python machine.py ADDRESS`, told what to be line by line, and which it then is.

A line is a JSON list: the role (`scheduler`, which is a worker, too, or `worker`), the folder of its cache, and one to be
looked in first for modules. Each is a process of its own that says its number when it is there. Dask, which takes a second to
load, is loaded once for all.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from contextlib import suppress


async def machine(address: str, role: str) -> None:
    from distributed import Scheduler, Worker

    running = []
    if role == "scheduler":
        host, _, port = address.removeprefix("tcp://").partition(":")
        running.append(await Scheduler(host=host, port=int(port), dashboard=False))
    running.append(await Worker(address, nthreads=1, dashboard=False))
    print(os.getpid(), flush=True)
    await running[0].finished()


def main(address: str) -> None:
    import distributed  # noqa: F401  # not in the processes that a worker starts

    while line := sys.stdin.readline():
        role, cache, path = json.loads(line)
        if os.fork() == 0:
            os.environ["DOCLINT_CACHE_DIR"] = cache
            sys.path.insert(0, path)
            asyncio.run(machine(address, role))
            return
    with suppress(ChildProcessError):
        while True:
            os.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
