"""A configuration file and all it extends, read into one Config; whatever is wrong in it is one line."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from doclint.config.keys import TOP
from doclint.config.merge import merged
from doclint.config.model import Config
from doclint.config.place import At, nearest, quoted, shown
from doclint.engine import Rule
from doclint.engine.packs import installed
from doclint.text.errors import ConfigError

LARGEST = 1_000_000
"""Bytes of a configuration file."""
DEEPEST = 20
"""Files that extend one another in a row."""


def read(file: Path, rules: Sequence[Rule], *, layouts: Sequence[str] | None = None) -> Config:
    """What a file says, over what the files say that it extends. Raises ConfigError.

    `rules` are those whose names it may use, `layouts` those of layouts (None: any).
    """
    return _Reader(rules, layouts).read(Path(os.path.abspath(file)), ())


def packs(file: Path) -> tuple[str, ...]:
    """The installed packs that a file names, or one that it extends: their rules are known before the rest is read.

    Raises ConfigError, also for a pack that is not installed.
    """
    found: dict[str, None] = {}
    waiting, seen = [Path(os.path.abspath(file))], set()
    for one in waiting:
        seen.add(one)
        text = text_of(one)
        table, at = table_of(one, text), At(one, text, ())
        said = {key: TOP.keys[key].kind.read(table[key], at.of(key)) for key in ("packs", "extends") if key in table}
        waiting += [parent for name in said.get("extends", ()) if (parent := Path(name)) not in seen]
        found |= dict.fromkeys(_installed(said.get("packs", ()), at.of("packs")))
    return tuple(found)


def _installed(names: tuple[str, ...], at: At) -> tuple[str, ...]:
    """The names of packs, which must be there. Raises ConfigError."""
    if names:
        known = installed()
        missing = next((name for name in names if name not in known), None)
        if missing:
            raise at.wrong(f"names {quoted(missing)}, which is not an installed pack{nearest(missing, known)}")
    return names


@dataclass(frozen=True, slots=True)
class _Reader:
    rules: Sequence[Rule]
    layouts: Sequence[str] | None
    known: dict[Path, Config] = field(default_factory=dict)
    """Files that are read already: several may extend one."""

    def read(self, file: Path, chain: tuple[Path, ...]) -> Config:
        if file not in self.known:
            text = text_of(file)
            at = At(file, text, self.rules, self.layouts)
            config: Config = TOP.read(table_of(file, text), at)
            parents = [self._extended(name, at, (*chain, file)) for name in config.extends]
            self.known[file] = merged(*parents, config)
        return self.known[file]

    def _extended(self, name: str, at: At, chain: tuple[Path, ...]) -> Config:
        parent, here = Path(name), at.of("extends")
        if parent in chain:
            raise here.wrong(f"extends itself: {' -> '.join(path.as_posix() for path in (*chain, parent))}")
        if len(chain) > DEEPEST:
            raise here.wrong(f"extends more than {DEEPEST} files")
        return self.read(parent, chain)


def text_of(file: Path) -> str:
    """The file's text. Raises ConfigError."""
    try:
        data = file.read_bytes() if os.path.isfile(file) else None
    except OSError as error:
        raise ConfigError(f"{shown(file)}: cannot be read: {error.strerror}") from None
    if data is None:
        raise ConfigError(f'no configuration file "{shown(file)}"')
    if len(data) > LARGEST:
        raise ConfigError(f"{shown(file)}: is larger than {LARGEST} bytes")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(file)}: is not UTF-8 text: byte {error.start}") from None


def table_of(file: Path, text: str) -> Any:
    """The table that configures doclint: all of a file, or `[tool.doclint]` of a pyproject.toml."""
    data = _parsed(file, text)
    return data if file.name != "pyproject.toml" else _tool(data).get("doclint", {})


def holds_a_table(pyproject: Path) -> bool:
    """Whether a pyproject.toml configures doclint; one that does not speak of it is not looked at, broken or not."""
    try:
        if b"doclint" not in pyproject.read_bytes():
            return False
    except OSError:
        return False
    return "doclint" in _tool(_parsed(pyproject, text_of(pyproject)))


def _parsed(file: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ConfigError(f"{shown(file)}: is nested too deeply") from None
    except ValueError as error:  # TOMLDecodeError, or a number that Python refuses
        raise ConfigError(" ".join(f"{shown(file)}: is not valid TOML: {error}".split())) from None


def _tool(data: dict[str, Any]) -> dict[str, Any]:
    tool = data.get("tool")
    return tool if isinstance(tool, dict) else {}
