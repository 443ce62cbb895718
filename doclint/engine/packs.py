"""Packs of rules that doclint does not ship: folders that the command line names, and installed packages by name.

Nothing here looks around for rules. A configuration may come with the pages that it is about, so it names only what
somebody installed; a folder is read only where a person named it.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from doclint.text.errors import ConfigError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "doclint.rules"
"""The group of entry points by which an installed distribution offers packs."""

NO_RULES = ("_", "test_", "conftest")
"""How the modules of a pack begin that are no rules."""


class Packs(NamedTuple):
    """What a run uses besides the rules that doclint ships; survives being pickled to a worker."""

    folders: tuple[str, ...] = ()
    """Absolute."""
    names: tuple[str, ...] = ()
    """Of installed packs."""


NO_PACKS = Packs()


class Pack(NamedTuple):
    """One pack, with its package imported and its rules not yet."""

    said: str
    """What messages call it."""
    package: ModuleType

    @property
    def modules(self) -> list[str]:
        """The names of the modules that are to be rules."""
        names = (info.name for info in pkgutil.iter_modules(self.package.__path__) if not info.ispkg)
        return [f"{self.package.__name__}.{name}" for name in sorted(names) if not name.startswith(NO_RULES)]

    @property
    def folders(self) -> list[str]:
        """Where its code lies, what its rules share included."""
        top = sys.modules[self.package.__name__.partition(".")[0]]
        return list(top.__path__)


def holds_rules(folder: Path) -> bool:
    """Whether some module in a folder is to be a rule."""
    return folder.is_dir() and bool(Pack("", _package_of(os.path.realpath(folder))).modules)


def folders(names: Iterable[str]) -> tuple[str, ...]:
    """Folders of rules as the command line names them, absolute and each once."""
    return tuple(dict.fromkeys(os.path.realpath(name) for name in names))


def found(packs: Packs) -> Iterator[Pack]:
    """The packs, folders first. Raises ConfigError for one that is not there, is no package, or breaks."""
    for folder in packs.folders:
        yield Pack(f'"{folder}"', _package_of(folder))
    known = installed() if packs.names else {}
    for name in packs.names:
        if name not in known:
            raise ConfigError(f'no pack of rules "{name}" is installed')
        package = imported(known[name].value, f'the pack "{name}"')
        if not hasattr(package, "__path__"):
            raise ConfigError(f'the pack "{name}" is not a package of rules: {known[name].value}')
        yield Pack(f'the pack "{name}"', package)


def imported(module: str, said: str) -> ModuleType:
    """A module of a pack. Raises ConfigError that says what broke."""
    try:
        return importlib.import_module(module)
    except (Exception, SystemExit) as error:
        raise ConfigError(f"{said} cannot be loaded: {type(error).__name__}: {error}") from error


def installed() -> dict[str, EntryPoint]:
    """The installed packs by name. Raises ConfigError where two distributions offer one name.

    What merely lies in the working directory, where `python -m` looks too, is not installed.
    """
    from importlib.metadata import distributions

    here = str(Path.cwd().resolve())
    places = [place for place in sys.path if place and os.path.realpath(place) != here]
    owners: dict[str, str] = {}
    points: dict[str, EntryPoint] = {}
    for distribution in distributions(path=places):
        for point in distribution.entry_points:
            if point.group == GROUP:
                owner = owners.setdefault(point.name, distribution.name)
                if owner != distribution.name:
                    raise ConfigError(f'the pack "{point.name}" is provided by both {owner} and {distribution.name}')
                points.setdefault(point.name, point)
    return points


def _package_of(folder: str) -> ModuleType:
    """The folder as a package, so that its rules may share modules (`from ._words import ...`)."""
    if not Path(folder).is_dir():
        raise ConfigError(f'no folder of rules "{folder}"')
    name = f"doclint_rules_{hashlib.blake2b(os.fsencode(folder), digest_size=8).hexdigest()}"
    package = sys.modules.setdefault(name, ModuleType(name))
    package.__path__ = [folder]
    return package
