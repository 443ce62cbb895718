"""A machine of a cluster, for a test: `python machine.py scheduler|worker ADDRESS`; it says when it is there.

The scheduler is a worker, too.
"""

from __future__ import annotations

import asyncio
import sys

from distributed import Scheduler, Worker


async def main(role: str, address: str) -> None:
    running = []
    if role == "scheduler":
        host, _, port = address.removeprefix("tcp://").partition(":")
        running.append(await Scheduler(host=host, port=int(port), dashboard=False))
    running.append(await Worker(address, nthreads=1, dashboard=False))
    print("there", flush=True)
    await running[0].finished()


if __name__ == "__main__":  # not in the processes that a worker starts
    asyncio.run(main(*sys.argv[1:]))
