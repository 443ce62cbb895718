"""What can go wrong outside the pages; every message is one line for a person."""

from __future__ import annotations

import errno
import os

EXHAUSTED = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC, errno.EDQUOT)
"""What the machine lacks, which says nothing of a page."""


class DoclintError(Exception):
    """Anything that doclint itself reports; the message is one clear line."""


class ConfigError(DoclintError):
    """The run cannot be made as asked: wrong option, unknown rule, nothing to check. Exit code 2."""


class SourceError(DoclintError):
    """An English page that was asked for cannot be had."""


class UnreadableError(DoclintError):
    """A file that is no page: not UTF-8, not a file, not to be read."""


class RuleError(DoclintError):
    """A rule broke on a page, or a rule module is not one. Exit code 3."""

    def __init__(self, message: str, rule: str = "") -> None:
        super().__init__(message)
        self.rule = rule


def unread(path: str | os.PathLike[str], error: OSError) -> str:
    """What says that a file or folder that is there cannot be read, and why."""
    return f'"{os.path.normpath(path)}" cannot be read: {error.strerror}'
