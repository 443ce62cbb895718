"""The parts that are named: all of one run, each once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from glob import glob, has_magic
from pathlib import Path

from doclint.text.errors import ConfigError
from doclint.workflows.parts.jsonlines import LinesPart
from doclint.workflows.parts.part import RUN, Part
from doclint.workflows.parts.same import SAME

ENDING = ".jsonl"


def found(places: Iterable[str]) -> list[Part]:
    """The parts in files, folders and what matches patterns, in the order of their shards.

    Raises ConfigError where one is missing, is there twice, or belongs to another run.
    """
    parts = [part for place in places for one in _meant(place) for part in _in(one)]
    if not parts:
        raise ConfigError("no part is named: `doclint check --shard 1/4 --part FILE` writes one")
    _require_one_run(parts)
    return _each_once(parts)


def _meant(place: str) -> list[Path]:
    """A file or folder, or what a pattern finds that no shell has replaced."""
    if os.path.lexists(place) or not has_magic(place):
        return [Path(place)]
    matches = sorted(glob(place, recursive=True))  # noqa: PTH207 (it may be absolute)
    if not matches:
        raise ConfigError(f'no part matches "{place}": `doclint check --part FILE` writes one')
    return list(map(Path, matches))


def _in(place: Path) -> list[Part]:
    if not place.is_dir():
        return [LinesPart(place)]
    if (place / RUN).is_file():
        from doclint.workflows.parts.dataset import parts_of

        return parts_of(place)
    files = sorted(place.rglob(f"*{ENDING}"))
    if not files:
        raise ConfigError(f'no part in the folder "{place.as_posix()}": their names end with {ENDING}')
    return [LinesPart(file) for file in files]


def _require_one_run(parts: Sequence[Part]) -> None:
    first = parts[0]
    for other in parts[1:]:
        for key, means in SAME.items():
            if other.head.same[key] != first.head.same[key]:
                raise ConfigError(f'"{other.name}" is not of the same run as "{first.name}": {means}')


def _each_once(parts: Sequence[Part]) -> list[Part]:
    by_number: dict[int, Part] = {}
    for part in parts:
        twin = by_number.setdefault(part.head.number, part)
        if twin is not part:
            raise ConfigError(f'{part.head.shard} is there twice: "{twin.name}" and "{part.name}"')
    of = parts[0].head.shard.of
    missing = [number for number in range(1, of + 1) if number not in by_number]
    if missing:
        named = ", ".join(map(str, missing[:5])) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        are, them = ("are", "them") if len(missing) > 1 else ("is", "it")
        raise ConfigError(f"of {of} shards {named} {are} missing: run `doclint check --shard` for {them}")
    return [by_number[number] for number in sorted(by_number)]
