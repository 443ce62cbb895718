"""Pages that a reviewer found in step with their English: where that is kept, and the English that was meant."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from doclint.layouts import Target
from doclint.run.context import Context
from doclint.sources import Loaded, Source
from doclint.sources.lock import NAME, Lock, read
from doclint.sources.source import Keeping
from doclint.text.files.inside import top_of

GONE = "checked as if not confirmed: the confirmed English is not available here"


def top(config: Path | None, paths: Sequence[str]) -> Path:
    """The folder that holds `.doclint`: the configuration's, else the top of the repository, else the current one."""
    if config is not None:
        return Path(os.path.abspath(config.parent))  # noqa: PTH100 (links are not followed)
    first = next((path for path in paths if os.path.lexists(path)), ".")
    return top_of(Path(first)) or Path.cwd()


def lock_of(config: Path | None, paths: Sequence[str]) -> Lock:
    """What was confirmed, as far as a run can tell. Raises ConfigError."""
    return read(top(config, paths) / NAME)


def confirmed(context: Context, target: Target, page: bytes) -> Loaded | str | None:
    """The English that a page was confirmed with; None where it was not, and why where that is not to be had."""
    blob = None if context.is_exact else context.confirmed.english(page, target.path)
    if blob is None:
        return None
    keeping = keeper(context.source)
    kept = keeping.kept(target.source, blob) if keeping else None
    return kept if kept is not None else GONE


def keeper(source: Source | None) -> Keeping | None:
    """The source, where it can be asked for a text by its content."""
    if isinstance(source, Keeping):
        return source
    return None
