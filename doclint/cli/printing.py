"""How the findings of a run look on standard output."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from doclint.reports.choose import reporter
from doclint.reports.console import wants_colour

if TYPE_CHECKING:
    from doclint.reports.receiver import Setting
    from doclint.reports.reporter import Reporter


class Printing(NamedTuple):
    """A format, and what may be chosen beside it."""

    form: str
    group: Any
    """On a terminal: see formats/grouped.py."""
    sample: int | None
    """So many findings at random; None: all."""
    seed: int
    counts_only: bool
    repeated: str | None = None
    """Of a hook: the options that accept a finding, too."""

    def printer(self, setting: Setting) -> Reporter:
        """What prints the findings."""
        from doclint.reports.reporter import Sampled

        if self.counts_only:
            from doclint.reports.formats.statistics import Statistics

            return Statistics(sys.stdout)
        if self.repeated is not None:
            from doclint.reports.formats.hook import Hook

            return Hook(sys.stdout, self.repeated, colour=wants_colour())
        printer = self._grouped() if self.form == "terminal" else reporter(self.form, sys.stdout, setting)
        return Sampled(printer, self.sample, self.seed) if self.sample else printer

    def _grouped(self) -> Reporter:
        from doclint.reports.formats.grouped import Grouped

        columns = shutil.get_terminal_size((100, 24)).columns
        group: Any = "page" if self.sample else self.group
        return Grouped(sys.stdout, colour=wants_colour(), columns=columns, group=group)
