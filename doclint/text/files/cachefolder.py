"""Where doclint keeps what it can make again: results, mirrors of sources, indexes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import gettempdir


def location() -> Path:
    """The folder of the cache: `DOCLINT_CACHE_DIR`, else where the platform keeps caches."""
    named = os.environ.get("DOCLINT_CACHE_DIR")
    return Path(named).absolute() if named else _of_platform()


def _of_platform() -> Path:
    """As the XDG Base Directory Specification, Apple's File System Programming Guide and Windows' known folders say."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or gettempdir(), "doclint", "Cache")
    home = os.environ.get("HOME") or gettempdir()
    if sys.platform == "darwin":
        return Path(home, "Library", "Caches", "doclint")
    return Path(os.environ.get("XDG_CACHE_HOME") or Path(home, ".cache"), "doclint")
