"""The runs that a configuration asks for: one for each target of a workspace, or one for the pages that are named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from doclint.config.merge import merged
from doclint.config.model import Config, TargetName
from doclint.config.place import shown
from doclint.engine import Rule
from doclint.text.errors import ConfigError


class Scope(NamedTuple):
    """One run: the configuration that holds there, and the pages' place where the workspace names it."""

    config: Config
    target: TargetName | None = None
    """None: the pages that the command line names."""

    @property
    def name(self) -> str:
        """What reports call it; empty for a run without a workspace."""
        return self.target.name if self.target else ""

    @property
    def top(self) -> str | None:
        """The folder that the pages lie below, absolute; None where it is not a folder or not named."""
        return self.target.path if self.target else None


def scopes(config: Config, rules: Sequence[Rule], *, layouts: Sequence[str] | None = None) -> list[Scope]:
    """The targets in the order of the file, each under its own configuration over that of the workspace.

    Raises ConfigError: two of one name, or an own configuration that cannot be read or has targets itself.
    """
    if not config.target:
        return [Scope(config)]
    names = [target.name for target in config.target]
    twice = next((name for index, name in enumerate(names) if name in names[:index]), None)
    if twice:
        raise ConfigError(f'{config.file and shown(config.file)}: two targets have the name "{twice}"')
    return [Scope(_configured(config, target, rules, layouts), target) for target in config.target]


def _configured(workspace: Config, target: TargetName, rules: Sequence[Rule], layouts: Sequence[str] | None) -> Config:
    shared = workspace._replace(target=(), locale=target.locale or workspace.locale)
    if target.config is None:
        return shared
    from doclint.config.read import read

    own = read(Path(target.config), rules, layouts=layouts)
    if own.target:
        raise ConfigError(
            f'{own.file and shown(own.file)}: the configuration of the target "{target.name}" has targets itself'
        )
    if foreign := [name for name in own.packs if name not in workspace.packs]:
        where = own.file and shown(own.file)
        raise ConfigError(f'{where}: the pack "{foreign[0]}" must be named in the configuration of the workspace')
    return merged(shared, own)
