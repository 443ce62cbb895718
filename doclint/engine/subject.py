"""What is checked at a time: a pair of pages and the file that they came from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from doclint.engine.verdict.witnesses import NONE, Witnesses
from doclint.page.sidebyside import Unit
from doclint.pair import Pair


class Subject(NamedTuple):
    """What is checked: a pair, and the file that its target was read from."""

    pair: Pair
    path: str
    file_text: str
    source_path: str | None = None
    revision: str | None = None
    units: Sequence[Unit] = ()
    """Of a side-by-side page: its translated runs, in the order of the file."""
    is_lasting: bool = True
    """Whether the source is not one that stands in for another, which may be had the next time."""
    trouble: str = ""
    """Why the source that was asked for was not to be had, and what was done instead; empty where it was."""
    unread: str = ""
    """What of the source could not be read, as in Absent."""
    place: str = ""
    """Where the source lies in its tree, the same on every machine; empty: `path`."""
    witnesses: Witnesses = NONE
    """Of a merely paired page: those that look beyond it."""
