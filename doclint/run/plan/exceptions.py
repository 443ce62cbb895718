"""What a run leaves out because people know of it: accepted findings, and the baseline."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from doclint.config import Config
from doclint.engine import rulebook
from doclint.run.plan.plan import Plan

if TYPE_CHECKING:
    from doclint.run.filter.accept import Acceptance
    from doclint.run.filter.ratchet import Ratchet

USUAL = ".doclint/baseline.{locale}.txt"


def home(config: Config) -> str:
    """The folder of the configuration, where what it does not name is looked for; else the working directory."""
    return os.path.abspath(config.file.parent) if config.file else os.getcwd()


def acceptance(plan: Plan) -> Acceptance | None:
    """The accepted findings; None where there are none. Raises ConfigError."""
    folder = plan.config.accept or home(plan.config)
    if plan.config.accept is None and not any(Path(folder).glob("doclint.accept*")):
        return None
    from doclint.run.filter.accept import Acceptance, read

    entries = read(folder, rulebook.load(plan.packs))
    return Acceptance(entries, today=datetime.now(UTC).date()) if entries else None


def accept_files(config: Config) -> list[Path]:
    """The files of accepted findings that a run reads."""
    from doclint.run.filter.accept import files

    return files(config.accept or home(config))


def baseline_pattern(plan: Plan, option: str | None) -> str | None:
    """The baseline's file, or files, that the option or the configuration names, absolute; None: there is none."""
    return os.path.abspath(option) if option else plan.config.baseline


def ratchet(plan: Plan, option: str | None, *, is_narrowed: bool) -> Ratchet | None:
    """The baseline of a run; None where none is named. Raises ConfigError where its file is not there.

    `is_narrowed`: a known finding that is not met may be one that the command line leaves out.
    """
    pattern = baseline_pattern(plan, option)
    if not pattern:
        return None
    from doclint.run.filter.baseline import read_all
    from doclint.run.filter.ratchet import Ratchet

    return Ratchet(read_all(pattern), pattern, plan.rules, is_narrowed=is_narrowed)
