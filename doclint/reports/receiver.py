"""What a reporter may ask besides the findings, and whom it tells what it left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from doclint.engine import Finding, Rule
from doclint.reports.console import complain
from doclint.reports.pages import Pages
from doclint.text import Severity


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Setting:
    """The same for all reporters of a run."""

    rules: Sequence[Rule] = ()
    """Those that the run asked."""
    pages: Pages = field(default_factory=Pages)
    fails: Callable[[Finding], bool] = _is_error
    """Whether the run fails for a finding."""
    say: Callable[[str], None] = complain
    """A line for the person: a receiver's limit left findings out. Never in the report's own stream."""
