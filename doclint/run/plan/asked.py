"""What the command line asks of a run, before any file was looked at."""

from __future__ import annotations

from typing import NamedTuple

from doclint.config.model import Pin
from doclint.text import Confidence


class Asked(NamedTuple):
    """Options as they were given; None and empty are what was not said."""

    paths: tuple[str, ...] = ()
    config: str | None = None
    is_bare: bool = False
    """Whether no configuration file is read."""
    source: str | None = None
    pin: Pin | None = None
    pin_keys: tuple[str, ...] = ()
    locale: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    """Folders of rules."""
    min_confidence: Confidence | None = None
    exact: bool = False
    """Whether the English is known to be the one that the pages were made from."""
    missing: bool = False
    """Whether source pages without a translation are findings."""
    since: str | None = None
    """Only pages that changed since this revision."""
    allow_alone: bool = False
    """Whether a run is to be made though nearly no page has the English that was expected."""
    changed_lines: str | None = None
    """Only findings on lines that changed since this revision."""
