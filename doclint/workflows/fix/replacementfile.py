"""`.doclint/replacements.toml`: what people decided, so that it is offered again when the same damage comes back."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from doclint.config.place import shown
from doclint.config.read import text_of
from doclint.text.errors import ConfigError
from doclint.text.files.inside import LINK_OUT, leads_out
from doclint.text.files.kept import ended, write_text
from doclint.text.jsonescape import json_line
from doclint.workflows.fix.replacements import Key

NAME = ".doclint/replacements.toml"
HEAD = "# What people decided must stand for damaged words; `doclint fix --remembered` puts it there again.\n"
TABLE = "replacement"
NAMES = ("locale", "expected", "found", "as")


def read(file: Path) -> dict[Key, str]:
    """What is decided; empty where there is no file. Raises ConfigError."""
    if leads_out(str(file)):
        raise ConfigError(f"{shown(file)} {LINK_OUT}")
    if not file.exists():
        return {}
    try:
        said = tomllib.loads(text_of(file))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{shown(file)}: is not valid TOML: {error}") from None
    rows = said.get(TABLE, [])
    if set(said) - {TABLE} or not isinstance(rows, list):
        raise ConfigError(f"{shown(file)}: holds something other than [[{TABLE}]] tables")
    return dict(_entry(row, f"{shown(file)}: entry {number}") for number, row in enumerate(rows, start=1))


def _entry(row: Any, where: str) -> tuple[Key, str]:
    is_table = isinstance(row, dict) and set(row) <= set(NAMES) and all(isinstance(one, str) for one in row.values())
    if not is_table or not row.get("found") or "as" not in row:
        raise ConfigError(f'{where} needs texts "found" and "as", and may have "locale" and "expected"')
    return Key(row.get("locale", ""), row.get("expected", ""), row["found"]), row["as"]


def remember(file: Path, words: Iterable[tuple[Key, str]]) -> int:
    """Add what is decided to a file; how many were new.

    Raises ConfigError, also where the file says something else of one.
    """
    known = read(file)
    new = {key: word for key, word in words if known.get(key) != word}
    if other := next((key for key in new if key in known), None):
        raise ConfigError(f'{shown(file)} has another replacement of "{other.found}": change it there')
    if not new:
        return 0
    text = text_of(file) if file.exists() else HEAD
    write_text(file, "".join([ended(text), *map(_written, new.items())]), named=shown(file))
    return len(new)


def _written(entry: tuple[Key, str]) -> str:
    key, word = entry
    lines = [f"{name} = {json_line(value)}\n" for name, value in zip(NAMES, (*key, word), strict=True)]
    return "".join([f"\n[[{TABLE}]]\n", *lines])


def exported(file: Path) -> Iterator[tuple[Key, str]]:
    """What an audit's verdicts say is to stand somewhere: entries with a "repair". Raises ConfigError."""
    try:
        rows = json.loads(text_of(file))
    except (ValueError, RecursionError) as error:
        raise ConfigError(" ".join(f"{shown(file)}: is not valid JSON: {error}".split())) from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ConfigError(f"{shown(file)}: is not a list of verdicts")
    for number, row in enumerate(rows, start=1):
        if row.get("repair"):
            texts = {"locale": row.get("locale"), "expected": row.get("expected"), "found": row.get("found")}
            said = {name: value for name, value in texts.items() if value is not None}
            yield _entry({**said, "as": row["repair"]}, f"{shown(file)}: entry {number}")
