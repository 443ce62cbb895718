"""Where doclint keeps what it can make again: results, mirrors of sources, indexes."""

from __future__ import annotations

import os
from pathlib import Path


def location() -> Path:
    """The folder of the cache: `DOCLINT_CACHE_DIR`, else where the platform keeps caches."""
    named = os.environ.get("DOCLINT_CACHE_DIR")
    if named:
        return Path(named).absolute()
    from platformdirs import user_cache_path

    return user_cache_path("doclint", appauthor=False)
