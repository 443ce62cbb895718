"""Which file configures a run: the nearest one upwards from a folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from doclint.config.place import NAME, OTHER, is_configuration
from doclint.text.errors import ConfigError
from doclint.text.files.inside import LINK_OUT, leads_out


def nearest(folder: str) -> Path | None:
    """The nearest `doclint.toml`, or `pyproject.toml` with a table `[tool.doclint]`, in a folder or above it.

    In one folder `doclint.toml` wins; a pyproject.toml without the table is passed over. Raises ConfigError for
    a pyproject.toml that speaks of doclint and cannot be read.
    """
    here = Path(os.path.abspath(folder))
    for above in (here, *here.parents):
        own, other = above / NAME, above / OTHER
        if os.path.isfile(own):
            return _ours(own)
        if os.path.isfile(other):
            _ours(other)
            from doclint.config.read import holds_a_table

            if holds_a_table(other):
                return other
    return None


def _ours(file: Path) -> Path:
    """The file; a link to a configuration elsewhere is one, too. Raises ConfigError for a link to anything else."""
    if not is_configuration(str(file)) and leads_out(str(file)):
        raise ConfigError(f"{file} {LINK_OUT}")
    return file


def start(arguments: Sequence[str]) -> str:
    """The folder to look upwards from: the one that holds all pages named on the command line."""
    if not arguments:
        return os.getcwd()
    paths = [os.path.abspath(argument) for argument in arguments]
    try:
        common = os.path.commonpath(paths)
    except ValueError:  # on two drives
        return os.getcwd()
    while not os.path.isdir(common) and common != os.path.dirname(common):
        common = os.path.dirname(common)
    return common
