"""How a command ends: its exit code, and one line for what went wrong."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from types import FrameType
from typing import ParamSpec

from doclint.reports import complain
from doclint.text.errors import DoclintError, RuleError
from doclint.text.files.ending import ENDING

P = ParamSpec("P")

PRUNE = "fixed, but still in the baseline: {}; `doclint baseline prune` removes what is fixed"

OF_OUTPUT = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)
"""What goes wrong in writing to where standard output leads; such an error names no file."""

LONGEST_NAME = 80


class TerminatedError(BaseException):
    """A signal asks us to end. No Exception, so that nothing that guards against faults takes it for one."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def reports_errors(command: Callable[P, int]) -> Callable[P, None]:
    """End with the command's exit code; an error of ours or of the system is one line on standard error: code 2, a
    broken rule 3."""

    @wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            with _unwound_by_signals():
                code = command(*args, **kwargs)
                sys.stdout.flush()
        except BrokenPipeError:
            # the reader went away (`| head`): keep the interpreter from complaining at exit
            _drop_output()
            code = 0
        except OSError as error:
            is_of_output = error.filename is None and error.errno in OF_OUTPUT
            if is_of_output:
                _drop_output()
            said = f"the output cannot be written: {error.strerror}" if is_of_output else _said(error)
            error.__traceback__ = None  # what its frames hold open may be what there is too much of
            complain(said)
            code = 2
        except KeyboardInterrupt:
            complain("interrupted")
            code = 130
        except TerminatedError as error:
            complain("terminated")
            code = 128 + error.number
        except DoclintError as error:
            complain(str(error))
            code = 3 if isinstance(error, RuleError) else 2
        raise SystemExit(code)

    return guarded


@contextmanager
def _unwound_by_signals() -> Iterator[None]:
    """Let the signals that end a process unwind the command first, so that what it was making is taken away.

    Python does so for Ctrl-C. A second one ends the process at once, and so does the first in a child just forked.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ours = [number for number in ENDING if signal.getsignal(number) is signal.SIG_DFL]
    owner = os.getpid()

    def end(number: int, _frame: FrameType | None) -> None:
        if os.getpid() != owner:
            os._exit(128 + number)
        for one in ours:
            signal.signal(one, signal.SIG_DFL)
        raise TerminatedError(number)

    for number in ours:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _drop_output() -> None:
    """Let nothing that still waits to be written be complained of at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _said(error: OSError) -> str:
    """What the system refused, in one line."""
    what = error.strerror or str(error) or type(error).__name__
    try:
        Path.cwd()
    except OSError:
        return "the working directory no longer exists: change to another"
    if error.filename is None:
        return f"the run cannot go on: {what}"
    name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else str(error.filename)
    return f'"{name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"}": {what}'
