"""Writes a repaired page over the old one, where that may be."""

from __future__ import annotations

import os
from pathlib import Path

from doclint.layouts import Target
from doclint.text.errors import DoclintError
from doclint.text.files.whole import write_whole
from doclint.workflows.fix.page import Repaired


def put_back(target: Target, page: Repaired) -> str:
    """Write the page, whole or not at all; why it was left as it was, empty where it was not.

    Nothing outside the folder that was named is written, though a symbolic link leads there, nor a file that nobody
    may write, nor one that has changed since it was read.
    """
    if page.new is None:
        return ""
    real = os.path.realpath(target.file)
    folder = os.path.realpath(target.folder)
    if os.path.commonpath([real, folder]) != folder:
        return f"is a symbolic link to {real}, outside the folder"
    try:
        if not Path(real).stat().st_mode & 0o222 or not os.access(real, os.W_OK):
            return "cannot be written: it is read-only"
        now = target.read()
        if now == page.new:
            return ""  # by another name of the same file
        if now != page.old:
            return "has changed since it was read"
        write_whole(target.file, page.new)
    except (OSError, DoclintError) as error:
        return f"cannot be written: {getattr(error, 'strerror', None) or error}"
    return ""
