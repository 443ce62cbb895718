"""Python's pools of processes, where they would wait for ever for what was ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


def expect_no_more(pool: ProcessPoolExecutor) -> None:
    """Let the pool see the end of the workers' results where one was ended amid sending its own.

    The pool would wait for the rest of it for ever, since it could itself still write to that pipe.
    """
    results = getattr(pool, "_result_queue", None)
    if results is not None:
        results._writer.close()


def expect_no_taker(pool: ProcessPoolExecutor) -> None:
    """Let the pool end where all workers did before they took the tasks that wait for them.

    Tasks of more than a pipe takes would wait for ever to be read, since the pool could itself still read that pipe;
    from 3.11.5 on Python sees to it (https://github.com/python/cpython/issues/94777).
    """
    tasks: Any = vars(pool)["_call_queue"]
    close = tasks.close

    def close_both_ends() -> None:
        tasks._reader.close()
        close()

    tasks.close = close_both_ends
