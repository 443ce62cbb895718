"""A bound on the time that one page may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class OutOfTimeError(BaseException):
    """Time is up. No Exception, so that nothing that guards against faults takes it for one."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise OutOfTimeError inside the block when it takes longer; 0 is no limit.

    Needs the main thread and a system with interval timers; elsewhere there is no limit.
    """
    timer = getattr(signal, "setitimer", None)
    if not seconds or timer is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _out_of_time)
    timer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        timer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _out_of_time(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTimeError
