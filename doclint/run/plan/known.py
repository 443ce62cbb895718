"""Which rules a run knows: doclint's, those of installed packs that the configuration names, and of named folders."""

from __future__ import annotations

from pathlib import Path

from doclint.config import find as config_files
from doclint.engine import Rule, rulebook
from doclint.engine.packs import Packs, folders
from doclint.run.plan.asked import Asked


def config_file(asked: Asked) -> Path | None:
    """The file that configures the run; None where there is none. Raises ConfigError."""
    if asked.config:
        return Path(asked.config)
    return None if asked.is_bare else config_files.nearest(config_files.start(asked.paths))


def packs_of(asked: Asked) -> Packs:
    """The packs of a run. Raises ConfigError."""
    file = config_file(asked)
    names: tuple[str, ...] = ()
    if file is not None:
        from doclint.config.read import packs

        names = packs(file)
    return Packs(folders(asked.rules), names)


def rules_of(asked: Asked) -> list[Rule]:
    """The rules that the configuration and the command line may name. Raises ConfigError."""
    return rulebook.load(packs_of(asked))
