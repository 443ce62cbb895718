"""How a command ends: its exit code, and one line for what went wrong."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from doclint.errors import DoclintError, RuleError
from doclint.reports.console import complain

P = ParamSpec("P")

PRUNE = "still in the baseline, though fixed: {}; `doclint baseline prune` takes out what is fixed"


def reports_errors(command: Callable[P, int]) -> Callable[P, None]:
    """End with the command's exit code; an error of ours is one line on standard error: code 2, a broken rule 3."""

    @wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:
            # the reader went away (`| head`): keep the interpreter from complaining at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 0
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            complain(f"the output cannot be written: {error.strerror}")
            code = 2
        except KeyboardInterrupt:
            complain("interrupted")
            code = 130
        except DoclintError as error:
            complain(str(error))
            code = 3 if isinstance(error, RuleError) else 2
        raise SystemExit(code)

    return guarded
