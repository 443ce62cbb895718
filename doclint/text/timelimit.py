"""A bound on the time that one page may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

GRACE = 1.0
"""Seconds that a worker has to answer once its time is up."""


class OutOfTimeError(BaseException):
    """Time is up. No Exception, so that nothing that guards against faults takes it for one."""


def said(seconds: float) -> str:
    """What became of a page that was given up."""
    return f"took longer than {seconds:g} seconds"


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise OutOfTimeError inside the block when it takes longer; 0 is no limit.

    Python code, calls of the system and regular expressions answer; for other code in C see `ends_process`. Raises
    ValueError outside the main thread, where no signal comes. A system without interval timers has no limit.
    """
    timer = getattr(signal, "setitimer", None)
    if not seconds or timer is None:
        yield
        return
    before = signal.signal(signal.SIGALRM, _out_of_time)
    timer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        timer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def ends_process(seconds: float) -> Iterator[None]:
    """Let the system end this process when the block computes longer, whatever it computes; 0 is no limit.

    For code in C, which answers to no signal: this one is answered by nobody.
    """
    timer = getattr(signal, "setitimer", None)
    if not seconds or timer is None:
        yield
        return
    timer(signal.ITIMER_PROF, seconds + GRACE)
    try:
        yield
    finally:
        timer(signal.ITIMER_PROF, 0)


def _out_of_time(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTimeError


@contextmanager
def unlimited() -> Iterator[None]:
    """Let the clock stand still inside the block: for work that one page does for all, or waits for."""
    timer = getattr(signal, "setitimer", None)
    if timer is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    clocks = (signal.ITIMER_REAL, signal.ITIMER_PROF)
    rests = [timer(clock, 0)[0] for clock in clocks]
    try:
        yield
    finally:
        for clock, rest in zip(clocks, rests, strict=True):
            timer(clock, rest)
